//! A list in a sheet: a table object with its header row in view, columns as wide as their texts, fit for paper.

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Workbook, XlsxError};

use super::field::Field;
use super::look::{Look, marks};
use super::names::Names;

/// A list.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The name of the sheet.
    pub(super) name: String,
    /// The name of the table object.
    pub(super) table: String,
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// How many of the columns stay in view.
    pub(super) frozen: u16,
    /// The rows; each has a field for each column.
    pub(super) rows: Vec<Vec<Field>>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: String,
    /// The most letters that it is wide.
    pub(super) most: usize,
    /// Whether marks stand in it.
    pub(super) marks: bool,
}

impl Column {
    pub(super) fn new(heading: &str, most: usize) -> Self {
        Self {
            heading: heading.to_owned(),
            most,
            marks: false,
        }
    }
}

/// The least letters that a column is wide.
const LEAST: usize = 8;
/// What the arrow of a filter takes, in letters.
const ARROW: usize = 4;

impl Sheet {
    /// Adds it to the workbook; whether all texts had room.
    pub(super) fn write(&self, look: &Look, workbook: &mut Workbook) -> Result<bool, XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.name)?;
        let mut names = Names::default();
        let mut columns = Vec::new();
        for (at, column) in (0..).zip(&self.columns) {
            let heading = names.column(&column.heading);
            sheet.set_column_width(at, self.width(usize::from(at), column))?;
            sheet.write_string_with_format(0, at, &heading, &look.head)?;
            let column = TableColumn::new().set_header(heading);
            columns.push(column.set_header_format(&look.head));
        }
        let mut whole = true;
        for (at, row) in (1..).zip(&self.rows) {
            for (column, field) in (0..).zip(row) {
                whole &= field.write((at, column), look, sheet)?;
            }
        }
        let (rows, last) = (
            self.rows.len() as u32,
            (self.columns.len().max(1) - 1) as u16,
        );
        if rows > 0 {
            let table = Table::new()
                .set_name(&self.table)
                .set_style(TableStyle::Light1)
                .set_columns(&columns);
            sheet.add_table(0, 0, rows, last, &table)?;
            let marked = (0..).zip(&self.columns).filter(|(_, it)| it.marks);
            for at in marked.map(|(at, _): (u16, _)| at) {
                for rule in marks() {
                    sheet.add_conditional_format(1, at, rows, at, &rule)?;
                }
            }
        }
        sheet.set_freeze_panes(1, self.frozen)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_footer("&R&P / &N");
        Ok(whole)
    }

    /// As wide as its longest line, within limits.
    fn width(&self, at: usize, column: &Column) -> f64 {
        let fields = self.rows.iter().filter_map(|row| row.get(at));
        let lines = fields.map(|it| it.seen().lines().map(|it| it.chars().count()).max());
        let longest = lines.flatten().max().unwrap_or_default() + 2;
        let heading = column.heading.chars().count() + ARROW;
        let most = column.most.max(LEAST);
        longest.max(heading.min(most)).clamp(LEAST, most) as f64
    }
}
