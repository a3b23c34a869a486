//! What is to be changed in a table of a deck.

use serde::Serialize;

use super::{Kind, Line, Place};

/// One change of a table.
///
/// All rows and columns have the numbers that they have in the deck before any change, from 0, so that their order matters
/// only among those that insert in the same place: what they insert stands in the order in which they are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// Writes a text into a cell, which no other covers.
    SetCell {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What the cell says until then.
        was: String,
        /// What it is to say, paragraphs joined by LF.
        text: String,
        /// What stands there.
        place: Place,
    },
    /// Inserts a row.
    InsertRow {
        /// Before which row; their number, at the end.
        before: usize,
        /// Which row it looks like. It has no merged cells if `kind` is body.
        like: usize,
        /// What it is.
        kind: Kind,
        /// Its id and name.
        line: Line,
        /// Its texts, one for each column that the deck has; empty in those that are removed.
        texts: Vec<String>,
        /// Its texts in the columns that are inserted, in the order of these changes.
        inserted: Vec<String>,
    },
    /// Removes a row.
    RemoveRow {
        /// The row.
        row: usize,
        /// Its id and name.
        line: Line,
        /// What it says until then, one text for each column.
        was: Vec<String>,
    },
    /// Inserts a column.
    InsertColumn {
        /// Before which column; their number, at the end.
        before: usize,
        /// Which column it looks like.
        like: usize,
        /// Its id and name.
        line: Line,
        /// Its texts, one for each row that the deck has; empty in those that are removed. Rows that are inserted have theirs
        /// in [`Edit::InsertRow`].
        texts: Vec<String>,
    },
    /// Removes a column.
    RemoveColumn {
        /// The column.
        column: usize,
        /// Its id and name.
        line: Line,
        /// What it says until then, one text for each row.
        was: Vec<String>,
    },
}
