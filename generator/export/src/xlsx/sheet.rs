//! A list in a sheet: a table object with its header row in view, columns as wide as their texts, fit for paper.

use document::measure::{self, Face, Family};
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

/// The letters of Excel's own style.
const FACE: Face = Face::regular(Family::Carlito);
const SIZE_PT: f32 = 11.0;
/// A letter of a column's width, and what stands beside its text, in points.
const LETTER_PT: f32 = 5.25;
const BESIDE_PT: f32 = 14.0;
/// The height of a line, and the most that a row may have, in points.
const LINE_PT: f32 = 15.0;
const MOST_PT: f32 = 409.0;
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
        let mut whole = true;
        for (at, row) in (1..).zip(&self.rows) {
            for (column, field) in (0..).zip(row) {
                whole &= field.write((at, column), look, sheet)?;
            }
            // Not every program that opens the file fits the heights of rows to their texts.
            if let Some(height) = height(row, &widths) {
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

    /// As wide as its longest line, within limits, in letters.
    fn width(&self, at: usize, column: &Column) -> f32 {
        let fields = self.rows.iter().filter_map(|row| row.get(at));
        let lines = fields.flat_map(|it| it.seen().lines().map(width_pt).collect::<Vec<_>>());
        let longest = lines.fold(width_pt(&column.heading) + ARROW_PT, f32::max);
        ((longest + BESIDE_PT) / LETTER_PT)
            .ceil()
            .clamp(LEAST, column.most.max(LEAST))
    }
}

fn width_pt(text: &str) -> f32 {
    measure::width(text, FACE.bold(), SIZE_PT)
}

/// What a column of so many letters has for its texts, in points.
pub(super) fn room(letters: f32) -> f32 {
    letters * LETTER_PT - BESIDE_PT
}

/// The height of a row of which a text takes more than one line.
pub(super) fn height(row: &[Field], widths: &[f32]) -> Option<f32> {
    let wrapped = row
        .iter()
        .zip(widths)
        .filter(|(it, _)| !matches!(it, Field::Long(_)));
    let lines = wrapped.map(|(field, width)| {
        let text = field.seen();
        let lines = text.split('\n');
        lines
            .map(|it| measure::lines(it, FACE.bold(), SIZE_PT, *width))
            .sum()
    });
    let most: usize = lines.max().unwrap_or(1);
    (most > 1).then(|| (most as f32 * LINE_PT).min(MOST_PT))
}
