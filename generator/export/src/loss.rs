//! What a writer gives: its bytes, and what its format had no place for.

use document::{Cell, Run, Table};
use model::Target;

/// A file's bytes and what got lost on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format could not carry, each kind once.
    pub losses: Vec<Loss>,
}

/// Something that a format has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// The marks of cells.
    Marks,
    /// The groups of rows.
    Groups,
    /// Title, question, note and date.
    About,
    /// Links to the web.
    Links,
    /// Links to records, which lead to pages that a lone file does not have.
    Records,
    /// Emphasis and code.
    Emphasis,
    /// The numbered sources.
    Sources,
    /// The lettered notes.
    Notes,
    /// The questions of rows, the answers at length, how they are known and when they were reviewed.
    Details,
    /// The lengths of bars, of which the numbers are written.
    Bars,
    /// The ends of texts that are longer than a cell may be.
    Ends,
}

impl Loss {
    /// What is missing, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Groups => "row groups",
            Self::About => "title, question, note and date",
            Self::Links => "links",
            Self::Records => "links to records",
            Self::Emphasis => "emphasis and code",
            Self::Sources => "sources",
            Self::Notes => "notes",
            Self::Details => "answers at length",
            Self::Bars => "bars",
            Self::Ends => "the ends of texts of more than 32,767 characters",
        }
    }

    /// Those of `kinds` that `table` has, in their order.
    pub(crate) fn of(table: &Table, kinds: &[Self]) -> Vec<Self> {
        let has = |kind: &Self| kind.is_in(table);
        kinds.iter().copied().filter(has).collect()
    }

    fn is_in(self, table: &Table) -> bool {
        let mut cells = table.rows().flat_map(|row| &row.cells);
        match self {
            Self::Marks => cells.any(|cell| cell.mark.is_some()),
            Self::Groups => table.groups.len() > 1,
            Self::About => true,
            Self::Links => shows(table, &|run| matches!(run, Run::Link(Target::Url(_), _))),
            Self::Records => shows(table, &|run| {
                matches!(run, Run::Link(Target::Record(..), _))
            }),
            Self::Emphasis => shows(table, &|run| {
                matches!(run, Run::Emphasis(_) | Run::Strong(_) | Run::Code(_))
            }),
            Self::Sources => !table.sources.is_empty(),
            Self::Notes => !table.notes.is_empty(),
            Self::Details => {
                table.rows().any(|row| !row.question.is_empty()) || cells.any(has_details)
            }
            Self::Bars | Self::Ends => false,
        }
    }
}

fn has_details(cell: &Cell) -> bool {
    !cell.prose.is_empty() || cell.basis.is_some() || cell.reviewed.is_some()
}

/// Whether one of the runs that a table shows is such a one.
fn shows(table: &Table, is: &impl Fn(&Run) -> bool) -> bool {
    let values = table.rows().flat_map(|row| &row.cells).map(|it| &it.value);
    let notes = table.notes.iter().map(|it| &it.runs);
    let mut texts = [&table.question, &table.note]
        .into_iter()
        .chain(values)
        .chain(notes);
    texts.any(|runs| within(runs, is))
}

/// Whether one of `runs`, or of the runs in them, is such a one.
fn within(runs: &[Run], is: &impl Fn(&Run) -> bool) -> bool {
    runs.iter().any(|run| {
        is(run)
            || match run {
                Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => {
                    within(inner, is)
                }
                Run::Text(_) | Run::Code(_) | Run::Fact(..) | Run::Cite(_) => false,
            }
    })
}
