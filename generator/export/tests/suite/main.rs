//! Every format of a table that is full of every feature, read back by readers that know nothing of the writers.

mod brief;
mod csv;
mod deck;
mod html;
mod json;
mod losses;
mod markdown;
mod pptx;
mod slides;
mod table;
mod xlsx;

use document::{Table, plain};
use export::{Format, Settings, Written};

/// `table` in `format`, with the settings that nobody changed.
fn written(table: &Table, format: Format) -> Written {
    export::write(table, format, &Settings::default()).expect("a format that is written here")
}

/// The same as text.
fn text_of(table: &Table, format: Format) -> String {
    String::from_utf8(written(table, format).bytes).expect("UTF-8")
}

/// What a cell says, with the spaces that are typed.
fn said(cell: &document::Cell) -> String {
    plain(&cell.value)
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace('\u{2060}', "")
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let table = table::full();
    for format in Format::ALL
        .into_iter()
        .filter(|it| it.of_table() && !it.is_printed())
    {
        assert_eq!(
            written(&table, format),
            written(&table, format),
            "{}",
            format.name()
        );
    }
}

#[test]
fn what_cannot_be_written_here_is_refused_in_words() {
    let table = table::full();
    let refusal = |format| {
        let refused = export::write(&table, format, &Settings::default());
        refused.expect_err("no writer").to_string()
    };
    assert!(refusal(Format::Pdf).contains("tradeoff-print"));
    assert!(refusal(Format::Marp).contains("cannot show a table: choose `csv`"));
    let quoted = Settings {
        separator: '"',
        ..Settings::default()
    };
    let refused = export::write(&table, Format::Csv, &quoted).expect_err("no separator");
    assert!(refused.to_string().contains("cannot separate fields"));
    let document = brief::brief();
    let refused = export::write_document(&document, Format::Csv).expect_err("no document");
    assert!(
        refused
            .to_string()
            .contains("cannot show a document: choose `md`, `html`, `json`")
    );
    let refused = export::write_workbook(&[]).expect_err("no table");
    assert!(refused.to_string().contains("no table"));
}

#[test]
fn the_stamp_is_found_in_every_text() {
    let table = table::full();
    let stamp = table.stamp();
    for format in [Format::Markdown, Format::Html, Format::Json] {
        let found = document::Stamp::find(&text_of(&table, format));
        assert_eq!(found.as_ref(), Some(&stamp), "{}", format.name());
        let document = brief::brief();
        let written = export::write_document(&document, format).expect("a document");
        let text = String::from_utf8(written.bytes).expect("UTF-8");
        let found = document::Stamp::find(&text);
        assert_eq!(found, Some(document.stamp()), "{}", format.name());
    }
}
