//! A list in a sheet: a table object with its header row in view, columns as wide as their texts, fit for paper.

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError};

use super::field::Field;
use super::look::{Look, Style, marks};
use super::names::Names;
use super::room::{Lines, height, letters, room, width_pt};

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
    pub(super) most: f32,
    /// Whether marks stand in it.
    pub(super) marks: bool,
}

impl Column {
    pub(super) fn new(heading: &str, most: f32) -> Self {
        Self {
            heading: heading.to_owned(),
            most,
            marks: false,
        }
    }
}

/// The least letters that a column is wide.
const LEAST: f32 = 8.0;
/// What the arrow of a filter takes, in points.
const ARROW_PT: f32 = 16.0;

impl Sheet {
    /// Adds it to the workbook; whether all texts had room.
    pub(super) fn write(&self, look: &Look, workbook: &mut Workbook) -> Result<bool, XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.name)?;
        let mut names = Names::default();
        let (mut columns, mut widths) = (Vec::new(), Vec::new());
        for (at, column) in (0..).zip(&self.columns) {
            let heading = names.column(&column.heading);
            let width = self.width(usize::from(at), column);
            sheet.set_column_width(at, width)?;
            widths.push(room(width));
            sheet.write_string_with_format(0, at, &heading, &look.head)?;
            let column = TableColumn::new().set_header(heading);
            columns.push(column.set_header_format(&look.head));
        }
        let headings = self
            .columns
            .iter()
            .map(|it| Field::Strong(it.heading.clone()));
        let beside_arrows: Vec<_> = widths.iter().map(|it| it - ARROW_PT).collect();
        if let Some(height) = height(&headings.collect::<Vec<_>>(), &beside_arrows) {
            sheet.set_row_height(0, height)?;
        }
        let whole = self.write_rows(look, sheet)?;
        let mut lines = Lines::default();
        for (at, row) in (1..).zip(&self.rows) {
            // Not every program that opens the file fits the heights of rows to their texts.
            if let Some(height) = lines.height(row, &widths) {
                sheet.set_row_height(at, height)?;
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

    /// The rows below the headings; whether all texts had room.
    fn write_rows(&self, look: &Look, sheet: &mut Worksheet) -> Result<bool, XlsxError> {
        let mut whole = true;
        // Where cells look other than most, as a look with its first and last row, by columns.
        let mut others: Vec<Vec<(Style<'_>, u32, u32)>> = vec![Vec::new(); self.columns.len()];
        for (at, row) in (1..).zip(&self.rows) {
            for ((column, field), others) in (0..).zip(row).zip(&mut others) {
                let (style, fits) = field.write((at, column), look, sheet)?;
                whole &= fits;
                match others.last_mut() {
                    _ if style == Style::Text => {}
                    Some((last, _, to)) if *last == style && *to + 1 == at => *to = at,
                    _ => others.push((style, at, at)),
                }
            }
        }
        let (rows, columns) = (self.rows.len() as u32, self.columns.len() as u16);
        if rows > 0 && columns > 0 {
            sheet.set_range_format(1, 0, rows, columns - 1, &look.text)?;
        }
        for (column, others) in (0..).zip(others) {
            for (style, from, to) in others {
                sheet.set_range_format(from, column, to, column, &look.of(style))?;
            }
        }
        Ok(whole)
    }

    /// As wide as its longest line, within limits, in letters.
    fn width(&self, at: usize, column: &Column) -> f32 {
        let mut longest = width_pt(&column.heading) + ARROW_PT;
        for field in self.rows.iter().filter_map(|row| row.get(at)) {
            let seen = field.seen();
            longest = seen.lines().map(width_pt).fold(longest, f32::max);
        }
        letters(longest).clamp(LEAST, column.most.max(LEAST))
    }
}
