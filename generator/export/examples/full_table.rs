//! Writes a table full of every feature in every format, and what a reader of those files has to find in them.
//!
//! `cargo run --release -p export --example full_table -- FOLDER`: `full-table.*`, `full-document.*`, `full-deck.*`, and `expected.json` with
//! the plain texts of columns, rows, marks, notes and sources.

#![expect(
    clippy::disallowed_methods,
    reason = "an example writes the files that the crate only makes"
)]

#[path = "../tests/suite/brief.rs"]
mod brief;
#[path = "../tests/suite/deck.rs"]
mod deck;
#[path = "../tests/suite/table.rs"]
mod table;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use document::{Cell, Row, Run, Table, plain};
use export::{Format, Settings, Written};
use model::Target;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let (table, document, deck) = (table::full(), brief::brief(), deck::deck());
    for format in Format::ALL {
        if let Ok(Written { bytes, .. }) = export::write(&table, format, &Settings::default()) {
            fs::write(
                folder.join(format!("full-table.{}", format.extension())),
                bytes,
            )?;
        }
        if let Ok(Written { bytes, .. }) = export::write_document(&document, format) {
            fs::write(
                folder.join(format!("full-document.{}", format.extension())),
                bytes,
            )?;
        }
        if let Ok(Written { bytes, .. }) = export::write_deck(&deck, format) {
            fs::write(
                folder.join(format!("full-deck.{}", format.extension())),
                bytes,
            )?;
        }
    }
    let expected = serde_json::to_vec_pretty(&expected(&table))?;
    fs::write(folder.join("expected.json"), expected)?;
    Ok(())
}

fn expected(table: &Table) -> Value {
    let columns = table.columns.iter().map(|it| &it.name);
    let rows = table.groups.iter().flat_map(|group| {
        let row = |row: &Row| {
            json!({
                "group": group.name,
                "name": row.name,
                "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
            })
        };
        group.rows.iter().map(row).collect::<Vec<_>>()
    });
    let notes = table
        .notes
        .iter()
        .map(|it| json!({ "letter": it.letter, "text": plain(&it.runs) }));
    json!({
        "title": table.title,
        "question": plain(&table.question),
        "note": plain(&table.note),
        "corner": table.corner,
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
        "sources": table.sources,
        "stamp": table.stamp().to_string(),
    })
}

/// The text with the spaces that are typed: none that keeps words together, none without width.
fn cell(cell: &Cell) -> Value {
    let text = plain(&cell.value)
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace('\u{2060}', "");
    json!({
        "text": text,
        "number": cell.number.as_ref().map(|it| it.value),
        "mark": cell.mark,
        "links": links(&cell.value),
        "sources": cell.sources,
        "notes": cell.notes,
    })
}

/// The addresses of links, in their order.
fn links(runs: &[Run]) -> Vec<&str> {
    let of = |run| match run {
        &Run::Link(Target::Url(ref url), _) => Some(url.as_str()),
        _ => None,
    };
    runs.iter().filter_map(of).collect()
}
