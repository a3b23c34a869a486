//! A table as Markdown: a heading and a pipe table for each group of rows, and footnotes.

use std::fmt::Write as _;

use document::{Cell, Row, Table};

use super::{Page, escape};
use crate::comment::comment;
use crate::{Loss, Written};

/// Writes the title, the question, a table per group of rows, notes and sources as footnotes, and the stamp as a comment.
///
/// Links to records are lost (they lead to pages that a lone file does not have) and said; links to the web stay.
pub(crate) fn write(table: &Table) -> Written {
    let mut page = Page::default();
    page.heading(1, &table.title);
    show(table, 2, &mut page);
    page.block(&day(table.as_of.as_deref(), &table.revision));
    page.footnotes(&table.sources, 2);
    page.block(&comment(&table.stamp().to_string()));
    page.losses.extend(Loss::of(table, &[Loss::Details]));
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

/// Of which day and which data it is.
pub(super) fn day(as_of: Option<&str>, revision: &str) -> String {
    let mut out = String::new();
    if let Some(date) = as_of {
        let _ = write!(out, "As of {}. ", escape(date));
    }
    out + &format!("Revision {} of the data.", escape(revision))
}

/// Question, note and rows; headings of groups have this level.
pub(super) fn show(table: &Table, level: usize, page: &mut Page) {
    page.paragraph(&table.question);
    page.paragraph(&table.note);
    groups(table, level, page);
    page.notes(&table.notes);
}

/// A heading of this level and a pipe table for each group of rows.
fn groups(table: &Table, level: usize, page: &mut Page) {
    for group in &table.groups {
        if table.groups.len() > 1 {
            page.heading(level, &group.name);
        }
        head(table, page);
        group.rows.iter().for_each(|it| row(it, page));
    }
}

/// One pipe table for a slide, in which the name of a group is a row, and a cell names neither sources nor notes.
pub(crate) fn rows(table: &Table, page: &mut Page) {
    head(table, page);
    for group in &table.groups {
        if table.groups.len() > 1 {
            let mut cells = vec![format!("*{}*", escape(&group.name))];
            cells.resize(table.columns.len() + 1, String::new());
            page.line(&record(&cells));
        }
        for row in &group.rows {
            let mut cells = vec![name(row)];
            cells.extend(row.cells.iter().map(|it| {
                let value = page.cell(&it.value);
                let mark = it
                    .glyphs
                    .zip(it.mark)
                    .map(|(glyphs, word)| format!("{glyphs} {word}"));
                let parts: Vec<_> = mark.into_iter().chain([value]).collect();
                parts.join("<br>")
            }));
            page.line(&record(&cells));
        }
    }
}

fn head(table: &Table, page: &mut Page) {
    let names = table.columns.iter().map(|it| {
        let name = format!("{} {}", escape(&it.symbol), escape(&it.name));
        name.trim().to_owned()
    });
    let head: Vec<_> = std::iter::once(escape(&table.corner))
        .chain(names)
        .collect();
    page.block(&record(&head));
    page.line(&format!("|{}", " --- |".repeat(head.len())));
}

fn row(row: &Row, page: &mut Page) {
    let mut cells = vec![name(row)];
    cells.extend(row.cells.iter().map(|it| cell(it, page)));
    page.line(&record(&cells));
}

fn name(row: &Row) -> String {
    match escape(&row.name) {
        it if it.trim().is_empty() => it,
        it => format!("**{}**", it.trim()),
    }
}

fn cell(cell: &Cell, page: &mut Page) -> String {
    let value = page.cell(&cell.value);
    let mark = match (cell.glyphs, cell.mark) {
        (Some(glyphs), Some(word)) if value.is_empty() => format!("{glyphs} {word}"),
        (Some(glyphs), Some(word)) => format!("{glyphs} {word}: "),
        _ => String::new(),
    };
    let signs = page.signs(&cell.sources, &cell.notes);
    format!("{mark}{value}{signs}")
}

/// A line of a pipe table.
pub(super) fn record(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}
