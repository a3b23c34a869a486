//! Slides with tables as a list, which programs of others write as well: ours is written with the crate `ooxml` alone.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::Context;
use ooxml::slide::{self, NewSlide, Shape, TextShape};
use ooxml::table::{NewCell, NewRow, NewTable};
use ooxml::text::Paragraph;
use ooxml::{Package, Presentation};
use serde_json::Value;

/// Writes the slides of `list`, a file of `tests/bench/slides.py`, into a copy of the deck `template`, in its layout for tables.
///
/// # Errors
/// When a file cannot be read or written, or is none of ours.
pub(crate) fn listed(list: &Path, template: &Path, out: &Path) -> anyhow::Result<()> {
    let list: Value = serde_json::from_slice(&fs::read(list)?)?;
    let slides = list.as_array().context("the list is none")?;
    let mut package = Package::open(Cursor::new(fs::read(template)?))?;
    let mut presentation = Presentation::read(&mut package)?;
    let layout = presentation
        .table_layout()
        .context("the template has no layout for tables")?;
    let title = layout.title().context("the layout has no title")?;
    let part = layout.part.clone();
    let placeholder: slide::Placeholder = title.into();
    let new = slides
        .iter()
        .map(|it| new_slide(it, &part, &placeholder, &presentation.table_style));
    let new: Vec<_> = new.collect();
    slide::add(&mut package, &mut presentation, &new)?;
    let mut bytes = Vec::new();
    package.save_checked(&mut bytes)?;
    fs::write(out, bytes)?;
    Ok(())
}

fn new_slide(it: &Value, layout: &str, title: &slide::Placeholder, style: &str) -> NewSlide {
    let heading = TextShape {
        name: "Title".to_owned(),
        placeholder: Some(title.clone()),
        paragraphs: lines(&it["title"]),
        ..TextShape::default()
    };
    let numbers = |it: &Value| values(it).filter_map(Value::as_i64).collect::<Vec<_>>();
    let heights = numbers(&it["heights"]);
    let rows = values(&it["rows"]).zip(heights).map(|(cells, height)| {
        let cell = |it: &Value| NewCell {
            paragraphs: lines(it),
            ..NewCell::default()
        };
        NewRow {
            height,
            cells: values(cells).map(cell).collect(),
        }
    });
    let table = NewTable {
        name: text(&it["name"]),
        description: text(&it["description"]),
        left: it["left"].as_i64().unwrap_or_default(),
        top: it["top"].as_i64().unwrap_or_default(),
        columns: numbers(&it["widths"]),
        rows: rows.collect(),
        header_row: true,
        header_column: true,
        style: style.to_owned(),
        ..NewTable::default()
    };
    let notes = match it["notes"].is_null() {
        true => Vec::new(),
        false => lines(&it["notes"]),
    };
    NewSlide {
        layout: layout.to_owned(),
        shapes: vec![Shape::Text(heading), Shape::Table(table)],
        notes,
        language: "en-US".to_owned(),
        ..NewSlide::default()
    }
}

fn values(it: &Value) -> impl Iterator<Item = &Value> {
    it.as_array().into_iter().flatten()
}

fn text(it: &Value) -> String {
    it.as_str().unwrap_or_default().to_owned()
}

fn lines(it: &Value) -> Vec<Paragraph> {
    let text = it.as_str().unwrap_or_default();
    text.split('\n').map(Paragraph::plain).collect()
}
