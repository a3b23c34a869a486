//! What is to be changed in a table, collected before anything is.

use super::Table;
use crate::geometry::LONGEST;
use crate::xml::Text;

/// Changes of one table. All rows and columns have the numbers that they have in the table as it was read, from 0.
///
/// Nothing is checked before [`TableEdit::apply`].
#[derive(Clone, Debug)]
pub struct TableEdit<'t> {
    pub(super) table: &'t Table,
    pub(super) texts: Vec<CellText>,
    pub(super) unlinked: Vec<(usize, usize)>,
    pub(super) new_rows: Vec<NewLine>,
    pub(super) gone_rows: Vec<usize>,
    pub(super) new_columns: Vec<NewLine>,
    pub(super) gone_columns: Vec<usize>,
    pub(super) widths: Vec<(usize, i64)>,
    pub(super) heights: Vec<(usize, i64)>,
    pub(super) description: Option<String>,
    pub(super) name: Option<String>,
    pub(super) size: Option<u32>,
}

/// Another text for a cell.
#[derive(Clone, Debug)]
pub(super) struct CellText {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) text: String,
}

/// A row or column that is to be inserted.
#[derive(Clone, Debug)]
pub(super) struct NewLine {
    /// Before which one of the table it stands; their number, at the end.
    pub(super) at: usize,
    /// Which one it looks like.
    pub(super) template: usize,
    /// Its width, if it is a column.
    pub(super) width: i64,
    /// Its texts, one for each row or column of the table as it was read.
    pub(super) texts: Vec<String>,
}

/// A slide with a changed table.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The text of the slide.
    pub slide: Text,
    /// The cells, by row and column as they were, in which several formats became one.
    pub flattened: Vec<(usize, usize)>,
}

impl<'t> TableEdit<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        Self {
            table,
            texts: Vec::new(),
            unlinked: Vec::new(),
            new_rows: Vec::new(),
            gone_rows: Vec::new(),
            new_columns: Vec::new(),
            gone_columns: Vec::new(),
            widths: Vec::new(),
            heights: Vec::new(),
            description: None,
            name: None,
            size: None,
        }
    }

    /// Writes a text into a cell, in the format that is there. A line feed is a new paragraph, or a break where the cell has
    /// breaks. The same text as before is no change.
    pub fn set_cell(&mut self, row: usize, column: usize, text: &str) {
        self.texts.push(CellText {
            row,
            column,
            text: text.to_owned(),
        });
    }

    /// Takes the hyperlinks out of a cell. Their relationships stay.
    pub fn unlink(&mut self, row: usize, column: usize) {
        self.unlinked.push((row, column));
    }

    /// Inserts a row before row `at`, or at the end: a copy of row `template` with other texts, one for each column, with an
    /// id of its own and without hyperlinks. A merged cell around the place grows. Rows of the same place keep their order.
    pub fn insert_row(&mut self, at: usize, template: usize, texts: &[&str]) {
        let texts = texts.iter().map(|it| (*it).to_owned()).collect();
        self.new_rows.push(NewLine {
            at,
            template,
            width: 0,
            texts,
        });
    }

    /// Takes out a row. A merged cell around it shrinks.
    pub fn remove_row(&mut self, row: usize) {
        self.gone_rows.push(row);
    }

    /// Inserts a column of this width, in EMU, before column `at`, or at the end: copies of the cells of column `template`
    /// with other texts, one for each row. Where it meets a new row, the cell is empty. A merged cell around the place grows,
    /// and so does one over the whole width.
    pub fn insert_column(&mut self, at: usize, template: usize, width: i64, texts: &[&str]) {
        let width = width.clamp(0, LONGEST);
        let texts = texts.iter().map(|it| (*it).to_owned()).collect();
        self.new_columns.push(NewLine {
            at,
            template,
            width,
            texts,
        });
    }

    /// Takes out a column; the table becomes narrower by its width.
    pub fn remove_column(&mut self, column: usize) {
        self.gone_columns.push(column);
    }

    /// Makes a column this wide, in EMU.
    pub fn set_width(&mut self, column: usize, width: i64) {
        self.widths.push((column, width.clamp(0, LONGEST)));
    }

    /// Makes a row at least this high, in EMU.
    pub fn set_height(&mut self, row: usize, height: i64) {
        self.heights.push((row, height.clamp(0, LONGEST)));
    }

    /// Says what the table shows, for those who do not see it.
    pub fn set_description(&mut self, text: &str) {
        self.description = Some(text.to_owned());
    }

    /// Names the shape.
    pub fn set_name(&mut self, name: &str) {
        self.name = Some(name.to_owned());
    }

    /// Sets every text of the table in this size, in hundredths of a point.
    pub fn set_size(&mut self, size: u32) {
        self.size = Some(size);
    }
}
