//! Prints how many lines each cell of the tables in a deck is expected to take, for comparison with what a program draws.
//!
//! `cargo run --release -p export --example deck_lines -- DECK…`: JSON, for each deck its tables in the order of the slides, and
//! for each table the number of its slide from 1, the name of its shape, and its rows; of a row the height that is written and
//! the one that its lines need, in points, and for each cell its lines, or nothing if another cell covers it.

#![expect(clippy::disallowed_methods, reason = "an example reads files")]

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use document::measure::{Face, Named, lines, pitch};
use ooxml::table::{Cell, Row};
use ooxml::{EMU_PER_POINT, Package, Presentation, Slide, Table};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let decks: Result<Vec<Value>, Box<dyn Error>> = std::env::args_os()
        .skip(1)
        .map(|path| deck(Path::new(&path)))
        .collect();
    println!("{}", serde_json::to_string(&decks?)?);
    Ok(())
}

fn deck(path: &Path) -> Result<Value, Box<dyn Error>> {
    let mut package = Package::open(Cursor::new(fs::read(path)?))?;
    let presentation = Presentation::read(&mut package)?;
    let theme = presentation.masters.first().map(|it| &it.theme);
    let font = theme.map_or("", |it| it.minor_font.as_str());
    let Named { face, is_guess } = Face::named(font);
    let mut tables = Vec::new();
    for (at, entry) in presentation.slides.iter().enumerate() {
        let slide = Slide::read(&mut package, &entry.part)?;
        tables.extend(slide.tables.iter().map(|it| table(at + 1, it, face)));
    }
    Ok(json!({ "deck": path, "font": font, "guessed": is_guess, "tables": tables }))
}

fn table(slide: usize, table: &Table, face: Face) -> Value {
    let rows = table.rows.iter().enumerate();
    let rows: Vec<_> = rows.map(|(at, it)| row(table, at, it, face)).collect();
    json!({ "slide": slide, "name": table.name, "rows": rows })
}

fn row(table: &Table, at: usize, row: &Row, face: Face) -> Value {
    let counts: Vec<Option<usize>> = row
        .cells
        .iter()
        .enumerate()
        .map(|(column, it)| counted(table, (at, column), it, face))
        .collect();
    let size_pt = row.cells.first().and_then(|it| it.size).unwrap_or(1800) as f32 / 100.0;
    let insets = row
        .cells
        .first()
        .map_or(0, |it| it.margins[2] + it.margins[3]);
    let most = counts.iter().flatten().max().copied().unwrap_or(1);
    json!({
        "height": points(row.height),
        "needed": most as f32 * pitch(face, size_pt) + points(insets),
        "lines": counts,
    })
}

/// The lines of a cell, in bold where the name of a column, row or group stands.
fn counted(table: &Table, (row, column): (usize, usize), cell: &Cell, face: Face) -> Option<usize> {
    if cell.merge.is_covered() {
        return None;
    }
    let face = match row == 0 || column == 0 {
        true => face.bold(),
        false => face,
    };
    let widths = table.columns.iter().skip(column).take(cell.merge.columns);
    let width = widths.map(|it| it.width).sum::<i64>() - cell.margins[0] - cell.margins[1];
    let size_pt = cell.size.unwrap_or(1800) as f32 / 100.0;
    let paragraphs = cell.text.split('\n');
    Some(
        paragraphs
            .map(|it| lines(it, face, size_pt, points(width)))
            .sum(),
    )
}

fn points(emu: i64) -> f32 {
    emu as f32 / EMU_PER_POINT as f32
}
