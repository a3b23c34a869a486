//! The sheet about the file: what it shows, of which day and which data, and how to make it again.

use document::{Stamp, Table};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::field::Field;
use super::look::Look;
use super::pieces::spelled_runs;
use super::room::{height, room};
use crate::spaces::printable;

/// The width of its texts, in letters.
const WIDTH: f32 = 90.0;

/// Adds the sheet; whether all texts had room.
pub(super) fn write(
    tables: &[(&Table, String, Stamp)],
    look: &Look,
    workbook: &mut Workbook,
) -> Result<bool, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name("About")?;
    sheet.set_column_width(0, 16)?.set_column_width(1, WIDTH)?;
    let title = tables.first().map_or("", |(it, ..)| it.comparison.as_str());
    let mut rows: Vec<(&str, Field)> = Vec::new();
    for (table, name, stamp) in tables {
        rows.push(("", Field::Empty));
        rows.push(("Table", Field::Strong(printable(&table.title))));
        rows.push(("Sheet", Field::Text(name.clone())));
        let (question, note) = (spelled_runs(&table.question), spelled_runs(&table.note));
        let texts = [("Question", question), ("Note", note)];
        let texts = texts.into_iter().filter(|(_, it)| !it.is_empty());
        rows.extend(texts.map(|(label, it)| (label, Field::Text(it))));
        rows.extend(table.as_of.clone().map(|it| ("As of", Field::Date(it))));
        rows.push(("Data", Field::Text(printable(&table.revision))));
        rows.push(("Stamp", Field::Text(short(stamp))));
        rows.push(("Make again", Field::Text(again(table))));
    }
    sheet.write_string_with_format(0, 0, printable(super::names::cut(title, 255)), &look.title)?;
    let mut whole = true;
    for (at, (label, field)) in (1..).zip(&rows) {
        if !label.is_empty() {
            sheet.write_string_with_format(at, 0, *label, &look.strong)?;
            let (style, fits) = field.write((at, 1), look, sheet)?;
            sheet.set_cell_format(at, 1, &look.of(style))?;
            whole &= fits;
            if let Some(height) = height(std::slice::from_ref(field), &[room(WIDTH)]) {
                sheet.set_row_height(at, height)?;
            }
        }
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(whole)
}

/// The stamp without the hashes of rows, which stand in the properties of the file.
fn short(stamp: &Stamp) -> String {
    let mut stamp = stamp.clone();
    stamp.rows.clear();
    printable(&stamp.to_string())
}

/// The command that makes the same table of today's data.
fn again(table: &Table) -> String {
    let mut out = format!("tradeoff export {}", table.id);
    if let Some(options) = &table.selection.options {
        out += &format!(" --options {}", options.join(","));
    }
    if table.selection.differing {
        out += " --only differing";
    }
    printable(&(out + " --format xlsx"))
}
