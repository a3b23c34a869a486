//! The mark in the description of a shape, `[tradeoff:<table>/<selection>@<hash>:<shown>]`: what was written, should the lock be
//! lost, or where none was kept.

use std::fmt;

use document::{Selection, Table};
use sha2::{Digest, Sha256};

use super::text::normal;
use super::{DeckGrid, Grid, Take, merge};

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The id of the table.
    pub(crate) table: String,
    /// Which part of it.
    pub(crate) selection: Selection,
    /// The content hash of the table that was written: 16 hex digits.
    pub(crate) hash: String,
    /// The hash of the texts that stood in the deck then, by [`shown`]; nothing if some of them were a hand's.
    pub(crate) shown: Option<String>,
}

const BEGIN: &str = "[tradeoff:";
const HASH_DIGITS: usize = 16;
const SHOWN_DIGITS: usize = 8;

impl Mark {
    /// The mark of a table that has just been written, and stands in the deck as `grid`; `wanted` is what the data wants there.
    pub(super) fn of(table: &Table, grid: &DeckGrid, wanted: &Grid) -> Self {
        let merged = merge(Some(wanted), grid, wanted, &Take::default());
        let is_ours = merged.is_current() && merged.kept.is_empty();
        Self {
            table: table.id.clone(),
            selection: table.selection.clone(),
            hash: table.content_hash(),
            shown: is_ours.then(|| shown_in(grid)),
        }
    }

    /// The mark in a description.
    pub(super) fn find(description: &str) -> Option<Self> {
        let (begin, end) = range(description)?;
        let (what, hashes) = description[begin + BEGIN.len()..end].split_once('@')?;
        let (table, selection) = what.split_once('/').unwrap_or((what, ""));
        let (hash, shown) = match hashes.split_once(':') {
            Some((hash, shown)) => (hash, hex(shown, SHOWN_DIGITS)),
            None => (hashes, None),
        };
        Some(Self {
            table: table.to_owned(),
            selection: Selection::parse(selection),
            hash: hex(hash, HASH_DIGITS)?,
            shown,
        })
    }

    /// `description` with this mark in the place of the one that it has. The sentence that we wrote says what the table shows
    /// now, and what else somebody wrote there stays.
    pub(super) fn put(&self, description: &str, what: &Described) -> String {
        if let Some((begin, end)) = range(description) {
            let (before, after) = (&description[..begin], &description[end + 1..]);
            return match what.is_ours(before.trim_end()) {
                true => format!("{} {self}{after}", what.sentence()),
                false => format!("{before}{self}{after}"),
            };
        }
        match description.trim_end() {
            "" => format!("{} {self}", what.sentence()),
            text if what.is_ours(text) => format!("{} {self}", what.sentence()),
            text => format!("{text} {self}"),
        }
    }

    /// Whether a table of a deck is as it was when the mark was written, and all of it was ours.
    pub(super) fn is_untouched(&self, grid: &DeckGrid) -> bool {
        self.shown.as_ref().is_some_and(|it| *it == shown_in(grid))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BEGIN}{}", self.table)?;
        if !self.selection.is_all() {
            write!(f, "/{}", self.selection)?;
        }
        write!(f, "@{}", self.hash)?;
        if let Some(shown) = &self.shown {
            write!(f, ":{shown}")?;
        }
        f.write_str("]")
    }
}

/// What the sentence before a mark says, for those who do not see the table.
pub(super) struct Described<'a> {
    pub(super) title: &'a str,
    /// What the deck shows now.
    pub(super) now: &'a DeckGrid,
    /// What it showed when the sentence was written.
    pub(super) was: &'a DeckGrid,
}

impl Described<'_> {
    fn sentence(&self) -> String {
        sentence(self.title, &headings(self.now))
    }

    /// Whether somebody's text is ours: whatever the title, it names the columns that there were.
    fn is_ours(&self, text: &str) -> bool {
        let end = sentence("", &headings(self.was));
        let (begin, end) = end.split_at(TITLE.len());
        text.len() > begin.len() + end.len() && text.starts_with(begin) && text.ends_with(end)
    }
}

/// What stands before the title in the sentence.
const TITLE: &str = "Table: ";

/// What a table shows, for those who do not see it.
pub(crate) fn sentence(title: &str, columns: &[&str]) -> String {
    format!("{TITLE}{title}. Columns: {}.", columns.join(", "))
}

/// The headings of all columns but the first.
fn headings(grid: &DeckGrid) -> Vec<&str> {
    (1..grid.columns.len())
        .map(|it| grid.text(0, it).trim())
        .collect()
}

/// First 8 hex digits of SHA-256 over texts as they are compared, each after its length: rows of cells, those that a merged one
/// covers empty.
pub(crate) fn shown<'a>(rows: impl Iterator<Item = Vec<&'a str>>) -> String {
    let mut hash = Sha256::new();
    for row in rows {
        hash.update((row.len() as u64).to_be_bytes());
        for text in row {
            let text = normal(text);
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
    }
    let hash = hash.finalize();
    hash[..SHOWN_DIGITS / 2]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The same of a table of a deck.
fn shown_in(grid: &DeckGrid) -> String {
    let rows = (0..grid.rows.len()).map(|row| {
        let text = |column| match grid.is_covered(row, column) {
            true => "",
            false => grid.text(row, column),
        };
        (0..grid.columns.len()).map(text).collect()
    });
    shown(rows)
}

/// The first `digits` of `text`, if they are hex digits.
fn hex(text: &str, digits: usize) -> Option<String> {
    let text = text.get(..digits)?;
    let all = text.bytes().all(|it| it.is_ascii_hexdigit());
    all.then(|| text.to_owned())
}

/// Where the mark begins, and where its closing bracket stands.
fn range(description: &str) -> Option<(usize, usize)> {
    let begin = description.find(BEGIN)?;
    let length = description[begin..].find(']')?;
    Some((begin, begin + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::{DeckCell, DeckColumn, DeckRow};

    /// A table with nothing but a header.
    fn deck(texts: &[&str]) -> DeckGrid {
        let cell = |it: &&str| DeckCell {
            text: (*it).to_owned(),
            ..DeckCell::default()
        };
        let row = DeckRow {
            id: None,
            cells: texts.iter().map(cell).collect(),
        };
        DeckGrid {
            columns: vec![DeckColumn::default(); texts.len()],
            rows: vec![row],
        }
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_and_put_in_the_place_of_the_old() {
        for (selection, shown, text) in [
            ("", None, "[tradeoff:cvs@0123456789abcdef]"),
            (
                "",
                Some("89abcdef"),
                "[tradeoff:cvs@0123456789abcdef:89abcdef]",
            ),
            (
                "a+b!differing",
                Some("89abcdef"),
                "[tradeoff:cvs/a+b!differing@0123456789abcdef:89abcdef]",
            ),
        ] {
            let mark = Mark {
                table: "cvs".into(),
                selection: Selection::parse(selection),
                hash: "0123456789abcdef".into(),
                shown: shown.map(str::to_owned),
            };
            assert_eq!(mark.to_string(), text);
            assert_eq!(
                Mark::find(&format!("By hand. {text} More.")),
                Some(mark.clone())
            );
            let grid = deck(&["", "A", "B"]);
            let now = deck(&["", "A", "C"]);
            let what = Described {
                title: "T",
                now: &now,
                was: &grid,
            };
            for (before, after) in [
                (
                    "By hand. [tradeoff:other@fedcba9876543210] More.",
                    format!("By hand. {text} More."),
                ),
                (
                    "Table: Old. Columns: A, B. [tradeoff:o@fedcba9876543210]",
                    format!("Table: T. Columns: A, C. {text}"),
                ),
                (
                    "Table: Old. Columns: A, B and so on. [tradeoff:o@fedcba9876543210]",
                    format!("Table: Old. Columns: A, B and so on. {text}"),
                ),
                ("", format!("Table: T. Columns: A, C. {text}")),
                ("By hand.", format!("By hand. {text}")),
            ] {
                assert_eq!(mark.put(before, &what), after);
            }
        }
        assert_eq!(Mark::find("[tradeoff:cvs@0123]"), None);
    }

    #[test]
    fn other_texts_and_other_cells_have_other_hashes() {
        let of = |rows: &[&[&str]]| shown(rows.iter().map(|it| it.to_vec()));
        let one = of(&[&["a", "b"], &["c", "d"]]);
        assert_eq!(of(&[&[" a", "b\n"], &["c", "d"]]), one);
        for other in [
            of(&[&["a", "b"], &["c", "e"]]),
            of(&[&["ab", ""], &["c", "d"]]),
            of(&[&["a", "b", "c", "d"]]),
            of(&[&["a", "b"]]),
        ] {
            assert_ne!(other, one);
        }
    }
}
