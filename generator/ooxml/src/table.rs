//! Tables of slides: reading them, changing them in place, writing new ones.
//!
//! # Source
//!
//! ECMA-376-1, 21.1.3 (tables); ids of rows and columns: [MS-ODRAWXML], 2.7.

mod apply;
mod body;
mod edit;
mod first_format;
mod frames;
mod links;
mod new;
mod plan;
mod read;
mod rows;
mod size;
mod write;

pub use edit::{Edited, TableEdit};
pub use links::Relink;
pub use new::{NewCell, NewRow, NewTable};

pub(crate) use body::Body;
pub(crate) use frames::{cells_of, columns_of, ids_of, properties_of, rows_of, table_of, tables};
pub(crate) use read::merge_of;
pub(crate) use write::set_text;

use crate::Result;
use crate::geometry::Frame;
use crate::xml::Text;

/// A table as it stands on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The name of its shape: the only mark that survives a change of program.
    pub name: String,
    /// The id of its shape, unique on the slide; 0 if it has none.
    pub shape_id: u32,
    /// What it shows, for those who do not see it.
    pub description: Option<String>,
    /// Where it stands: on the slide, or in the space of its group.
    pub frame: Frame,
    /// Whether it is part of a group.
    pub in_group: bool,
    /// Whether the first row is a heading.
    pub header_row: bool,
    /// Whether the first column names its rows.
    pub header_column: bool,
    /// The id of its style: a GUID in braces.
    pub style: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Which of the slide's tables it is, in the order of the text.
    pub(crate) index: usize,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// How wide it is, in EMU: 12,700 to a point.
    pub width: i64,
    /// Its id, which some programs write and some drop.
    pub id: Option<u32>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// How high it is at least, in EMU.
    pub height: i64,
    /// Its id, which some programs write and some drop.
    pub id: Option<u32>,
    /// Its cells: one for each column, those that a merged cell covers too.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its text: a line feed stands for a break, between paragraphs or within one, and U+FFFC for what is no text.
    pub text: String,
    /// What it covers, and whether it is covered.
    pub merge: Merge,
    /// The ids of the relationships of its hyperlinks, in order.
    pub links: Vec<String>,
    /// Its fill as it is written, to compare: none if the style decides.
    pub fill: Option<String>,
    /// Left, right, top and bottom margin in EMU.
    pub margins: [i64; 4],
    /// The size of its first run in hundredths of a point, if it says one.
    pub size: Option<u32>,
    /// The font of its first run, if it says one.
    pub font: Option<String>,
}

/// How a cell is merged with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// Whether a cell to the left covers it.
    pub from_left: bool,
    /// Whether a cell above covers it.
    pub from_above: bool,
}

impl Default for Merge {
    fn default() -> Self {
        Self {
            columns: 1,
            rows: 1,
            from_left: false,
            from_above: false,
        }
    }
}

impl Merge {
    /// Whether another cell covers it, so that nobody sees its text.
    pub fn is_covered(self) -> bool {
        self.from_left || self.from_above
    }
}

impl Table {
    /// All tables of a slide, in the order of its text: those in groups too, and of alternate content the first choice.
    ///
    /// # Errors
    /// The slide is not XML, or a table is too large.
    pub fn all(slide: &Text) -> Result<Vec<Self>> {
        read::all(slide)
    }

    /// An edit of this table, of which the rows and columns have the numbers that they have here.
    pub fn edit(&self) -> TableEdit<'_> {
        TableEdit::of(self)
    }
}
