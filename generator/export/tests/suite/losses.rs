//! Losses: each is said by the formats that have it, and only of a table that has what is lost.

use document::{Cell, Run, Table};
use export::{Format, Loss};

use crate::{table, written};

fn losses(table: &Table, format: Format) -> Vec<Loss> {
    written(table, format).losses
}

/// A table with nothing in it that any format could lose, but its title.
fn bare() -> Table {
    let mut table = table::full();
    table.groups.truncate(1);
    table.groups[0].rows.truncate(1);
    let row = &mut table.groups[0].rows[0];
    row.question = Vec::new();
    row.cells = vec![
        Cell {
            value: vec![table::text("plain")],
            ..Cell::default()
        };
        3
    ];
    (table.question, table.note) = (Vec::new(), Vec::new());
    (table.notes, table.sources) = (Vec::new(), Vec::new());
    table
}

#[test]
fn a_full_table_loses_what_the_format_has_no_place_for() {
    let table = table::full();
    let csv = [
        Loss::Marks,
        Loss::About,
        Loss::Links,
        Loss::Records,
        Loss::Emphasis,
        Loss::Sources,
        Loss::Notes,
        Loss::Details,
    ];
    assert_eq!(losses(&table, Format::Csv), csv);
    assert_eq!(
        losses(&table, Format::Markdown),
        [Loss::Records, Loss::Details]
    );
    assert_eq!(losses(&table, Format::Html), [Loss::Records, Loss::Details]);
    assert_eq!(losses(&table, Format::Json), []);
    assert_eq!(losses(&table, Format::Xlsx), [Loss::Records]);
}

#[test]
fn a_bare_table_loses_nothing_but_its_title() {
    let table = bare();
    assert_eq!(losses(&table, Format::Csv), [Loss::About]);
    for format in [Format::Markdown, Format::Html, Format::Json, Format::Xlsx] {
        assert_eq!(losses(&table, format), [], "{}", format.name());
    }
}

#[test]
fn bars_of_a_document_are_numbers_and_that_is_said() {
    let document = crate::brief::brief();
    for format in [Format::Markdown, Format::Html] {
        let losses = export::write_document(&document, format)
            .expect("a document")
            .losses;
        assert!(losses.contains(&Loss::Bars), "{}", format.name());
    }
    let losses = export::write_document(&document, Format::Json)
        .expect("JSON")
        .losses;
    assert_eq!(losses, []);
}

#[test]
fn a_text_that_a_cell_has_no_room_for_is_cut_and_that_is_said() {
    let mut table = bare();
    table.groups[0].rows[0].cells[0].value = vec![Run::Text("x".repeat(32_768))];
    assert_eq!(losses(&table, Format::Xlsx), [Loss::Ends]);
    table.groups[0].rows[0].cells[0].value = vec![Run::Text("x".repeat(32_767))];
    assert_eq!(losses(&table, Format::Xlsx), []);
}
