//! What a merge came to.

use serde::Serialize;

use super::{Edit, Grid};

/// What a merge came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Merge {
    /// What to change in the deck: cells, then columns, then rows.
    pub edits: Vec<Edit>,
    /// What nobody can decide but a person. Such places stay as they are in the deck.
    pub conflicts: Vec<Conflict>,
    /// What was done by hand and stays.
    pub kept: Vec<Kept>,
    /// What the lock has to keep of the table once the edits are made; nothing if it is not known what was written last and
    /// conflicts are left. Then there are no edits either, and the lock stays as it was.
    #[serde(skip)]
    pub base: Option<Grid>,
}

/// A row or column, to be named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    /// Its id; nothing if it was added by hand.
    pub id: Option<String>,
    /// What it is called in the data or, if it is not there, where it was last written or in the deck.
    pub name: String,
}

/// A cell, to be named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Its row.
    pub row: Line,
    /// Its column.
    pub column: Line,
}

/// What only a person can decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "conflict", rename_all = "kebab-case")]
pub enum Conflict {
    /// Deck and data both have a new text.
    Cell {
        /// The cell.
        place: Place,
        /// What was written last; nothing if that is not known.
        base: Option<String>,
        /// What the deck shows.
        deck: String,
        /// What the data says.
        data: String,
    },
    /// Cells were merged by hand, and the data has several texts for them.
    Merged {
        /// The row and column of the text.
        place: Place,
        /// What the deck shows.
        deck: String,
        /// What would be hidden or mixed.
        hidden: Vec<Hidden>,
    },
    /// A text of a row that is new in a column, or of a column that is new in a row, would be hidden by a merged cell.
    Covered {
        /// The cell.
        place: Place,
        /// What the data says.
        data: String,
    },
    /// The data has a row or column no more, but the deck has it with changes made by hand.
    Removed {
        /// The row or column.
        line: Line,
        /// Whether it is a row.
        is_row: bool,
        /// The cells that differ, with what was written last, and what the deck shows.
        changed: Vec<(Place, Option<String>, String)>,
    },
    /// The data has a row or column that the deck has not, and nobody knows whether it was removed by hand or is new.
    Missing {
        /// The row or column.
        line: Line,
        /// Whether it is a row.
        is_row: bool,
    },
    /// Merged cells leave no row that a new one could look like, or nobody would see the heading of a new column.
    NoPlace {
        /// The row or column.
        line: Line,
        /// Whether it is a row.
        is_row: bool,
    },
    /// The deck's row with this number, from 0, has not one cell for each column. Nothing is changed.
    Ragged {
        /// The row.
        row: usize,
    },
    /// Neither the texts nor the ids of the deck tell which rows and columns are meant. Nothing is changed.
    Unrecognized,
}

/// A text that a merged cell would hide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hidden {
    /// The cell that is covered, or that covers.
    pub place: Place,
    /// What was written last; nothing if that is not known.
    pub base: Option<String>,
    /// What the data says.
    pub data: String,
}

/// What was done by hand and stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kept", rename_all = "kebab-case")]
pub enum Kept {
    /// A text was changed.
    Cell {
        /// The cell.
        place: Place,
        /// What the deck shows.
        deck: String,
        /// What the data says.
        data: String,
    },
    /// Cells were merged.
    Merged {
        /// The row and column of the text.
        place: Place,
        /// What the deck shows.
        deck: String,
    },
    /// A row or column was added.
    Added {
        /// The row or column.
        line: Line,
        /// Whether it is a row.
        is_row: bool,
    },
    /// A row or column was removed.
    Removed {
        /// The row or column.
        line: Line,
        /// Whether it is a row.
        is_row: bool,
    },
}

impl Merge {
    /// Whether the deck shows what the data says, but for what was done by hand.
    pub fn is_current(&self) -> bool {
        self.edits.is_empty() && self.conflicts.is_empty()
    }
}
