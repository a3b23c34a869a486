//! Which writer writes what.

use document::{Document, Slides, Table};

use crate::{Format, Refused, Settings, Written, csv, html, json, markdown, pptx, slides, xlsx};

/// `table` in `format`.
///
/// # Errors
/// If `tradeoff-print` writes the format, if it shows no tables, or if a setting cannot be.
pub fn write(table: &Table, format: Format, settings: &Settings) -> Result<Written, Refused> {
    match format {
        Format::Csv => csv::write(table, *settings),
        Format::Markdown => Ok(markdown::write(table)),
        Format::Html => Ok(html::write(table)),
        Format::Json => json::write(table),
        Format::Xlsx => xlsx::write(std::slice::from_ref(table)),
        _ => Err(format.refused("table")),
    }
}

/// `document` in `format`.
///
/// # Errors
/// If `tradeoff-print` writes the format, or if it shows no documents.
pub fn write_document(document: &Document, format: Format) -> Result<Written, Refused> {
    match format {
        Format::Markdown => Ok(markdown::write_document(document)),
        Format::Html => Ok(html::write_document(document)),
        Format::Json => json::write_document(document),
        _ => Err(format.refused("document")),
    }
}

/// `deck` in `format`.
///
/// # Errors
/// If the format shows no decks, or its writer fails.
pub fn write_deck(deck: &Slides, format: Format) -> Result<Written, Refused> {
    match format {
        Format::Pptx => pptx::write(deck, &pptx::Template::base(Vec::new())?),
        _ => slides::write(deck, format),
    }
}

/// All of `tables` in one workbook: a sheet for each.
///
/// # Errors
/// If there is no table, or if one has more rows or columns than a sheet.
pub fn write_workbook(tables: &[Table]) -> Result<Written, Refused> {
    xlsx::write(tables)
}
