//! What a merge came to, in plain words: one line for each thing.

use super::text::normal;
use super::{Conflict, Edit, Hidden, Kept, Line, Merge, Place};

/// What stands for an empty text.
const NOTHING: &str = "nothing";
/// What stands for a text of which nobody knows what was written last.
const UNKNOWN: &str = "unknown";

impl Merge {
    /// A line for each edit, then for each conflict, then for what was done by hand. Every text that is lost or at odds is in
    /// it. Signs that could play tricks on a terminal are left out.
    pub fn words(&self) -> Vec<String> {
        let edits = self.edits.iter().map(Edit::words);
        let conflicts = self.conflicts.iter().map(Conflict::words);
        let kept = self.kept.iter().map(Kept::words);
        edits.chain(conflicts).chain(kept).collect()
    }
}

impl Edit {
    /// What it does, in a line.
    pub fn words(&self) -> String {
        match self {
            Self::SetCell {
                was, text, place, ..
            } => format!(
                "{}: {} becomes {}",
                place.words(),
                quoted(was),
                quoted(text)
            ),
            Self::InsertRow { line, .. } => format!("new row: {}", line.words()),
            Self::InsertColumn { line, .. } => format!("new column: {}", line.words()),
            Self::RemoveRow { line, was, .. } => {
                format!("row is removed: {}, with {}", line.words(), listed(was))
            }
            Self::RemoveColumn { line, was, .. } => {
                format!("column is removed: {}, with {}", line.words(), listed(was))
            }
        }
    }
}

impl Conflict {
    /// What is at odds, in a line.
    pub fn words(&self) -> String {
        match self {
            Self::Cell {
                place,
                base,
                deck,
                data,
            } => {
                let (deck, data) = (quoted(deck), quoted(data));
                format!(
                    "{}: the deck says {deck}, the data {data}, last written was {}",
                    place.words(),
                    written(base.as_ref())
                )
            }
            Self::Merged {
                place,
                deck,
                hidden,
            } => merged(place, deck, hidden),
            Self::Covered { place, data } => format!(
                "{}: a merged cell would hide {}; split it",
                place.words(),
                quoted(data)
            ),
            Self::Removed {
                line,
                is_row,
                changed,
            } => removed(line, *is_row, changed),
            Self::Missing { line, is_row } => format!(
                "{}: the data has this {}, the deck has not, and it is not known whether it ever had",
                line.words(),
                what(*is_row)
            ),
            Self::NoPlace { line, is_row } => {
                let why = match is_row {
                    true => {
                        "merged cells leave no row that this new one could look like; split one"
                    }
                    false => {
                        "nobody would see the heading of this new column; restore the row of headings"
                    }
                };
                format!("{}: {why}", line.words())
            }
            Self::Ragged { row } => format!(
                "row {} has not one cell for each column: repair the table in a presentation program",
                row + 1
            ),
            Self::Unrecognized => {
                "none of the table's rows and columns is recognized: is it the right table?".into()
            }
        }
    }
}

fn merged(place: &Place, deck: &str, hidden: &[Hidden]) -> String {
    let each = hidden.iter().map(|it| {
        let (place, data) = (it.place.words(), quoted(&it.data));
        format!("{place} {data}, last written {}", written(it.base.as_ref()))
    });
    let each: Vec<_> = each.collect();
    format!(
        "{}: cells are merged by hand and say {}, but the data has several texts: {}; split the cell",
        place.words(),
        quoted(deck),
        each.join("; ")
    )
}

fn removed(line: &Line, is_row: bool, changed: &[(Place, Option<String>, String)]) -> String {
    let each = changed.iter().map(|(place, base, deck)| {
        let base = quoted(base.as_deref().unwrap_or_default());
        format!(
            "{} says {}, last written was {base}",
            place.words(),
            quoted(deck)
        )
    });
    let each: Vec<_> = each.collect();
    let why = match each.is_empty() {
        true => "a merged cell begins there; split it".to_owned(),
        false => format!("it was changed by hand: {}", each.join("; ")),
    };
    format!(
        "{}: the data has the {} no more, but {why}",
        line.words(),
        what(is_row)
    )
}

impl Kept {
    /// What was done by hand, in a line.
    pub fn words(&self) -> String {
        match self {
            Self::Cell { place, deck, data } => format!(
                "{}: edited by hand: {} stays, the data says {}",
                place.words(),
                quoted(deck),
                quoted(data)
            ),
            Self::Merged { place, deck } => {
                format!("{}: merged by hand: {} stays", place.words(), quoted(deck))
            }
            Self::Added { line, is_row } => {
                format!("{} added by hand: {} stays", what(*is_row), line.words())
            }
            Self::Removed { line, is_row } => {
                format!(
                    "{} removed by hand: {} stays away",
                    what(*is_row),
                    line.words()
                )
            }
        }
    }
}

impl Line {
    fn words(&self) -> String {
        match (visible(&self.name), &self.id) {
            (name, _) if !name.is_empty() => name,
            (_, Some(id)) => visible(id),
            (_, None) => "(without a name)".to_owned(),
        }
    }
}

impl Place {
    fn words(&self) -> String {
        format!("{} / {}", self.row.words(), self.column.words())
    }
}

fn what(is_row: bool) -> &'static str {
    if is_row { "row" } else { "column" }
}

/// What was written last.
fn written(base: Option<&String>) -> String {
    base.map_or(UNKNOWN.to_owned(), |it| quoted(it))
}

/// A text in quotes, on one line.
fn quoted(text: &str) -> String {
    match visible(text) {
        it if it.is_empty() => NOTHING.to_owned(),
        it => format!("“{it}”"),
    }
}

fn listed(texts: &[String]) -> String {
    let all = texts.iter().map(|it| quoted(it)).filter(|it| it != NOTHING);
    let all: Vec<_> = all.collect();
    match all.is_empty() {
        true => NOTHING.to_owned(),
        false => all.join(", "),
    }
}

/// A text on one line, without signs that turn the direction of what follows (Unicode Standard Annex #9, section 2).
pub(super) fn visible(text: &str) -> String {
    let turns = |it: &char| matches!(it, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = normal(text).replace('\n', " / ");
    text.chars().filter(|it| !turns(it)).collect()
}
