//! The neutral table: the one form from which every format of a table is written.

use serde::Serialize;

use crate::{Block, Number, Run, Selection, SourceNote};

/// A table of options side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// The id of the table's record.
    pub id: String,
    /// Which part of the record's table this is.
    pub selection: Selection,
    /// The title of the comparison that it belongs to.
    pub comparison: String,
    /// What it compares.
    pub title: String,
    /// The question it answers.
    pub question: Vec<Run>,
    /// What to know before reading it.
    pub note: Vec<Run>,
    /// The heading of the first column.
    pub corner: String,
    /// One column per option.
    pub columns: Vec<Column>,
    /// The rows, in groups. A table of one group has its rows all the same.
    pub groups: Vec<RowGroup>,
    /// Why cells without a source say what they say.
    pub notes: Vec<Note>,
    /// The numbered sources.
    pub sources: Vec<SourceNote>,
    /// The newest review date of what is shown, ISO 8601.
    pub as_of: Option<String>,
    /// The revision of the data.
    pub revision: String,
}

/// A remark on cells, known by a letter, so that nobody takes it for a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// `a` to `z`, then `aa`, `ab` and so on.
    pub letter: String,
    /// What it says.
    pub runs: Vec<Run>,
}

/// The column of an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The id of the option.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The sign that stands beside its name.
    pub symbol: String,
    /// The name of its family.
    pub family: String,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowGroup {
    /// The id of the group.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The row of a dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The id of the dimension.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its question.
    pub question: Vec<Run>,
    /// One cell per column, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// The answer of one option to one question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// The word of the mark; none where the dimension is not scored.
    pub mark: Option<&'static str>,
    /// The mark as letters.
    pub glyphs: Option<&'static str>,
    /// What the table shows.
    pub value: Vec<Run>,
    /// The value, where it is one number and nothing else.
    pub number: Option<Number>,
    /// The answer at length.
    pub prose: Vec<Block>,
    /// How the answer is known: a word of the data.
    pub basis: Option<&'static str>,
    /// The reason, where there is no source.
    pub because: Vec<Run>,
    /// The numbers of its sources, smallest first.
    pub sources: Vec<usize>,
    /// The letters of its notes.
    pub notes: Vec<String>,
    /// The day it was last compared with its sources, ISO 8601.
    pub reviewed: Option<String>,
}

impl Table {
    /// The rows of all groups, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Serialize for Block {
    /// `{"paragraph": […]}` or `{"list": […], "ordered": …}`.
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = out.serialize_map(None)?;
        match self {
            Self::Paragraph(runs) => map.serialize_entry("paragraph", runs)?,
            Self::List { ordered, items } => {
                map.serialize_entry("list", items)?;
                map.serialize_entry("ordered", ordered)?;
            }
        }
        map.end()
    }
}
