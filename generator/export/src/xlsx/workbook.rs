//! The workbook as a whole: its sheets in their order, and what it says about itself.

use document::{Stamp, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::field::day;
use super::look::Look;
use super::names::Names;
use super::sources::Numbers;
use super::{about, answers, comparison};
use crate::spaces::line;
use crate::{Format, Loss, Refused, Written};

/// The most characters of a property of a file.
const PROPERTY: usize = 255;

/// Writes a sheet for each table, the answers, the sources and the sheet about the file.
///
/// # Errors
/// If there is no table, or if one has more rows or columns than a sheet.
pub(crate) fn write(tables: &[Table]) -> Result<Written, Refused> {
    if tables.is_empty() {
        let why = "it would have no table: name one";
        return Err(Refused::Failed(Format::Xlsx, why.to_owned()));
    }
    let (bytes, whole) = bytes(tables).map_err(|error| {
        let why = match error {
            XlsxError::RowColumnLimitError => {
                "a sheet has 1,048,576 rows and 16,384 columns: choose fewer".to_owned()
            }
            other => other.to_string(),
        };
        Refused::Failed(Format::Xlsx, why)
    })?;
    let records = tables
        .iter()
        .any(|it| !Loss::of(it, &[Loss::Records]).is_empty());
    let losses = [(Loss::Records, records), (Loss::Ends, !whole)];
    let losses = losses.into_iter().filter(|(_, lost)| *lost);
    Ok(Written {
        bytes,
        losses: losses.map(|(loss, _)| loss).collect(),
    })
}

/// The file, and whether all texts had room.
fn bytes(tables: &[Table]) -> Result<(Vec<u8>, bool), XlsxError> {
    let (look, numbers) = (Look::new(), Numbers::new(tables));
    let mut workbook = Workbook::new();
    // The files are as large as at the library's own level, one above, to a part in a hundred, and made faster.
    workbook.set_zip_compression_level(5);
    let mut sheets = Names::without(&["Answers", "Sources", "About"]);
    let mut objects = Names::without(&["answers", "sources"]);
    let mut about = Vec::new();
    let mut whole = true;
    for table in tables {
        let title = if table.title.is_empty() {
            &table.id
        } else {
            &table.title
        };
        let (name, object) = (sheets.sheet(title), objects.table(&table.id));
        about.push((table, name.clone(), table.stamp()));
        whole &= comparison::sheet(table, name, object, &numbers).write(&look, &mut workbook)?;
    }
    whole &= answers::sheet(tables, &numbers).write(&look, &mut workbook)?;
    whole &= numbers.sheet().write(&look, &mut workbook)?;
    whole &= about::write(&about, &look, &mut workbook)?;
    let stamps: Vec<_> = about.into_iter().map(|(.., stamp)| stamp).collect();
    workbook.set_properties(&properties(tables, &stamps)?);
    Ok((workbook.save_to_buffer()?, whole))
}

/// Title, date and stamps. The date is that of the data, so that nothing changes by waiting.
///
/// A stamp is longer than a property may be: it goes on in the next one, and whoever reads it puts blanks between them.
fn properties(tables: &[Table], stamps: &[Stamp]) -> Result<DocProperties, XlsxError> {
    let newest = tables.iter().filter_map(|it| it.as_of.as_deref()).max();
    let earliest = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let date = newest.and_then(day).unwrap_or(earliest);
    let title = match tables {
        [only] => format!("{}: {}", only.comparison, only.title),
        _ => tables
            .first()
            .map(|it| it.comparison.clone())
            .unwrap_or_default(),
    };
    let mut properties = DocProperties::new()
        .set_title(line(&title))
        .set_creation_datetime(&date);
    let stamps = stamps.iter().flat_map(|it| pieces(&it.to_string()));
    for (at, piece) in stamps.enumerate() {
        properties = properties.set_custom_property(format!("tradeoff-{}", at + 1), piece);
    }
    Ok(properties)
}

/// `text` in pieces of whole words, none longer than a property.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match out.last_mut() {
            Some(last) if last.len() + 1 + word.len() <= PROPERTY => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(line(word)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_long_stamp_is_whole_again_when_its_pieces_are_joined() {
        let words: Vec<_> = (0..100).map(|it| format!("row-{it}:abcdef")).collect();
        let text = words.join(" ");
        let pieces = pieces(&text);
        assert!(pieces.iter().all(|it| it.len() <= 255));
        assert_eq!(pieces.join(" "), text);
    }
}
