//! A table, or a piece of one, as a table of the slide.

use document::deck::TableSlide;
use document::fit::{Entry, paragraphs};
use document::{Cell, Stamp};
use ooxml::table::{NewCell, NewRow, NewTable};
use ooxml::text::{Color, Paragraph, Run, Shade};

use super::making::Making;
use super::places::Kind;
use super::text::{emu, hundredths};
use crate::refresh::{Mark, ShapeName, sentence, shown};

/// The fill behind the name of a group: so much of the color of text, in hundredths, suits light and dark themes.
const GROUP_OPACITY: u8 = 6;

/// The table of a slide, as wide and high as it was fitted.
pub(super) fn table(making: &Making, it: &TableSlide) -> NewTable {
    let area = making.places.area;
    let size = hundredths(it.size_pt);
    let columns: Vec<i64> = it.columns_pt.iter().map(|it| emu(*it)).collect();
    let mut rows = vec![header(making, it, size)];
    rows.extend(
        it.entries
            .iter()
            .filter_map(|entry| row(making, it, *entry, size)),
    );
    let placeholder = making.places.placeholder.as_ref();
    NewTable {
        name: name(it).to_string(),
        description: description(it, &rows),
        placeholder: placeholder.map(Into::into),
        left: area.x,
        top: area.y,
        style: making.table_style.to_owned(),
        header_row: true,
        header_column: true,
        columns,
        rows,
        ..NewTable::default()
    }
}

fn name(it: &TableSlide) -> ShapeName {
    ShapeName {
        table: it.table.id.clone(),
        piece: (it.of > 1).then_some((it.number, it.of)),
    }
}

/// What it shows, for those who do not see it, and the mark that says of which data it is, and what `rows` say.
fn description(it: &TableSlide, rows: &[NewRow]) -> String {
    let options: Vec<&str> = it.table.columns.iter().map(|it| it.name.as_str()).collect();
    let text = sentence(&it.table.title, &options);
    let Some(stamp) = Stamp::find(&it.stamp) else {
        return text;
    };
    let texts: Vec<Vec<String>> = rows.iter().map(texts).collect();
    let texts = texts
        .iter()
        .map(|it| it.iter().map(String::as_str).collect());
    let mark = Mark {
        table: it.table.id.clone(),
        selection: stamp.selection,
        hash: stamp.hash,
        shown: Some(shown(texts)),
    };
    format!("{text} {mark}")
}

/// The texts of a row, with nothing in the cells that a wider one covers.
fn texts(row: &NewRow) -> Vec<String> {
    let cell = |it: &NewCell| {
        let lines = it.paragraphs.iter().map(|it| {
            let runs = it.runs.iter().map(|it| it.text.as_str());
            runs.collect::<String>()
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let covered = it.columns.saturating_sub(1);
        std::iter::once(text).chain(std::iter::repeat_n(String::new(), covered))
    };
    row.cells.iter().flat_map(cell).collect()
}

fn header(making: &Making, it: &TableSlide, size: u32) -> NewRow {
    let names = it.table.columns.iter().map(|it| text(&it.name, size));
    NewRow {
        height: emu(it.header_pt),
        cells: std::iter::once(corner(making, it, size))
            .chain(names)
            .collect(),
    }
}

/// The cell in both the header and the first column. `LibreOffice` takes the dark text of the latter on the dark header, so
/// that in the base deck the color stands here.
fn corner(making: &Making, it: &TableSlide, size: u32) -> NewCell {
    let color = match making.places.kind {
        Kind::Base(_) => Some(Color::Background1),
        Kind::Own => None,
    };
    let run = Run {
        color,
        ..run(&it.table.corner, size)
    };
    of_runs(vec![run], size)
}

fn row(making: &Making, it: &TableSlide, entry: Entry, size: u32) -> Option<NewRow> {
    let table = &it.table;
    match entry {
        Entry::Heading {
            group, height_pt, ..
        } => {
            let cell = NewCell {
                columns: table.columns.len() + 1,
                fill: Some(Shade {
                    color: Color::Text1,
                    lighter: 0,
                    opacity: Some(GROUP_OPACITY),
                }),
                ..heading(&table.groups.get(group)?.name, size)
            };
            Some(NewRow {
                height: emu(height_pt),
                cells: vec![cell],
            })
        }
        Entry::Row { row, height_pt } => {
            let row = table.rows().nth(row)?;
            let empty = Cell::default();
            let cells = (0..table.columns.len()).map(|at| row.cells.get(at).unwrap_or(&empty));
            let cells = cells.map(|it| answer(making, it, size));
            Some(NewRow {
                height: emu(height_pt),
                cells: std::iter::once(text(&row.name, size))
                    .chain(cells)
                    .collect(),
            })
        }
    }
}

/// A cell whose look is that of the style.
fn text(text: &str, size: u32) -> NewCell {
    of_runs(vec![run(text, size)], size)
}

/// The name of a group. Many styles write the first column in white, which nobody can read on the fill.
fn heading(text: &str, size: u32) -> NewCell {
    let run = Run {
        bold: true,
        color: Some(Color::Text1),
        ..run(text, size)
    };
    of_runs(vec![run], size)
}

/// The mark of a cell in its color, and below it the value.
fn answer(making: &Making, cell: &Cell, size: u32) -> NewCell {
    let mut runs: Vec<Run> = paragraphs(cell).iter().map(|it| run(it, size)).collect();
    if let (Some(word), Some(first)) = (
        cell.mark.filter(|_| cell.glyphs.is_some()),
        runs.first_mut(),
    ) {
        first.bold = true;
        first.color = color(making, word);
    }
    of_runs(runs, size)
}

/// The color of a mark in the base deck. In a template of somebody else, an accent may be as pale as the background.
fn color(making: &Making, mark: &str) -> Option<Color> {
    match (&making.places.kind, mark) {
        (Kind::Own, _) => None,
        (_, "strong") => Some(Color::Accent3),
        (_, "good") => Some(Color::Accent4),
        (_, "mixed") => Some(Color::Accent5),
        (_, "weak") => Some(Color::Accent2),
        _ => Some(Color::Text2),
    }
}

fn run(text: &str, size: u32) -> Run {
    Run {
        text: text.to_owned(),
        size: Some(size),
        ..Run::default()
    }
}

/// A cell with a paragraph for each run.
fn of_runs(runs: Vec<Run>, size: u32) -> NewCell {
    let paragraph = |run| Paragraph {
        runs: vec![run],
        ..Paragraph::default()
    };
    NewCell {
        paragraphs: runs.into_iter().map(paragraph).collect(),
        size: Some(size),
        ..NewCell::default()
    }
}
