//! Slides with tables as a list, which programs of others write as well: ours is written with the crate `ooxml` alone.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::Context;
use ooxml::slide::{self, NewSlide, Placeholder, Shape, TextShape};
use ooxml::table::{NewCell, NewRow, NewTable};
use ooxml::text::Paragraph;
use ooxml::{Package, Presentation};
use serde::Deserialize;

/// A slide with a table, as `tests/bench/slides.py` lists it. Lengths are in EMU; lines of a text are paragraphs.
#[derive(Debug, Deserialize)]
struct Listed {
    title: String,
    name: String,
    description: String,
    left: i64,
    top: i64,
    widths: Vec<i64>,
    heights: Vec<i64>,
    rows: Vec<Vec<String>>,
    notes: Option<String>,
}

/// Writes the slides of `list`, a file of `tests/bench/slides.py`, into a copy of the deck `template`, in its layout for tables.
///
/// # Errors
/// When a file cannot be read or written, or is none of ours.
pub(crate) fn listed(list: &Path, template: &Path, out: &Path) -> anyhow::Result<()> {
    let slides: Vec<Listed> = serde_json::from_slice(&fs::read(list)?)?;
    let mut package = Package::open(Cursor::new(fs::read(template)?))?;
    let mut presentation = Presentation::read(&mut package)?;
    let layout = presentation
        .table_layout()
        .context("the template has no layout for tables")?;
    let title: Placeholder = layout.title().context("the layout has no title")?.into();
    let (part, style) = (layout.part.clone(), presentation.table_style.clone());
    let new = slides
        .into_iter()
        .map(|it| new_slide(it, &part, &title, &style));
    let new: Vec<_> = new.collect();
    slide::add(&mut package, &mut presentation, &new)?;
    let mut bytes = Vec::new();
    package.save_checked(&mut bytes)?;
    fs::write(out, bytes)?;
    Ok(())
}

fn new_slide(it: Listed, layout: &str, title: &Placeholder, style: &str) -> NewSlide {
    let heading = TextShape {
        name: "Title".to_owned(),
        placeholder: Some(title.clone()),
        paragraphs: paragraphs(&it.title),
        ..TextShape::default()
    };
    let cell = |text: &String| NewCell {
        paragraphs: paragraphs(text),
        ..NewCell::default()
    };
    let rows = it
        .rows
        .iter()
        .zip(it.heights)
        .map(|(cells, height)| NewRow {
            height,
            cells: cells.iter().map(cell).collect(),
        });
    let table = NewTable {
        rows: rows.collect(),
        name: it.name,
        description: it.description,
        left: it.left,
        top: it.top,
        columns: it.widths,
        header_row: true,
        header_column: true,
        style: style.to_owned(),
        ..NewTable::default()
    };
    NewSlide {
        layout: layout.to_owned(),
        shapes: vec![Shape::Text(heading), Shape::Table(table)],
        notes: it.notes.as_deref().map(paragraphs).unwrap_or_default(),
        language: "en-US".to_owned(),
        ..NewSlide::default()
    }
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    text.split('\n').map(Paragraph::plain).collect()
}
