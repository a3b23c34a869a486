//! A table as texts in rows and columns: what the data wants in a deck, or what was written last.

use std::collections::HashMap;

use document::Table;
use document::fit::{CONTINUED, Entry, Piece, paragraphs};
use serde::Serialize;

/// The id of the row with the names of the options. No id of a record has a colon.
pub const HEADER: &str = "table:header";
/// The id of the column with the names of the rows.
pub const NAMES: &str = "table:names";
/// What the id of a row begins with that names a group.
const GROUP: &str = "group:";

/// A table as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// The columns; the first is [`NAMES`].
    pub columns: Vec<GridColumn>,
    /// The rows; the first is [`HEADER`].
    pub rows: Vec<GridRow>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GridColumn {
    /// The id of an option, or [`NAMES`]; unique in its grid.
    pub id: String,
    /// The text by which it is known: its heading, as the deck shows it if this was written last. Empty if the deck has it not.
    pub header: String,
    /// The id that the deck's program has for it, if one is known.
    pub hint: Option<u32>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GridRow {
    /// The id of a dimension, `group:` and the id of a group, or [`HEADER`]; unique in its grid. What stands in the table
    /// a second time has `#2` behind it.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The text by which it is known: its name, as the deck shows it if this was written last. Empty if the deck has it not.
    pub key: String,
    /// The id that the deck's program has for it, if one is known.
    pub hint: Option<u32>,
    /// The texts, one for each column, paragraphs joined by LF. Nothing where no text was ever agreed on, which is so only in
    /// what was written last. The name of a group stands in the first, and the others are empty.
    pub cells: Vec<Option<String>>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The names of the columns.
    Header,
    /// The name of a group, across all columns.
    Heading,
    /// A name and a cell for each option.
    Body,
}

impl Grid {
    /// What `table` wants to have in the deck where `piece` of it stands.
    pub fn of(table: &Table, piece: &Piece) -> Self {
        let names = row_names(table);
        let mut rows = vec![header(table)];
        for entry in &piece.entries {
            let row = match *entry {
                Entry::Heading {
                    group, continued, ..
                } => heading(table, group, continued),
                Entry::Row { row, .. } => body(table, row, &names),
            };
            rows.extend(row);
        }
        Self {
            columns: columns(table),
            rows,
        }
    }

    /// What `table` wants to have in a deck, all of it below one header. A single group is not named.
    pub fn whole(table: &Table) -> Self {
        let names = row_names(table);
        let mut rows = vec![header(table)];
        let mut at = 0;
        for (group, it) in table.groups.iter().enumerate() {
            if table.groups.len() > 1 {
                rows.extend(heading(table, group, false));
            }
            for _ in &it.rows {
                rows.extend(body(table, at, &names));
                at += 1;
            }
        }
        Self {
            columns: columns(table),
            rows,
        }
    }

    /// The place of a row.
    pub fn row(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|it| it.id == id)
    }

    /// The place of a column.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.id == id)
    }

    /// The text of a cell by the places of its row and column; nothing if there is none.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.rows.get(row)?.cells.get(column)?.as_deref()
    }
}

fn columns(table: &Table) -> Vec<GridColumn> {
    let column = |id: &str, header: &str| GridColumn {
        id: id.to_owned(),
        header: header.to_owned(),
        hint: None,
    };
    let options = table.columns.iter().map(|it| column(&it.id, &it.name));
    std::iter::once(column(NAMES, &table.corner))
        .chain(options)
        .collect()
}

fn header(table: &Table) -> GridRow {
    let names = table.columns.iter().map(|it| Some(it.name.clone()));
    GridRow {
        id: HEADER.to_owned(),
        kind: Kind::Header,
        key: table.corner.clone(),
        hint: None,
        cells: std::iter::once(Some(table.corner.clone()))
            .chain(names)
            .collect(),
    }
}

fn heading(table: &Table, place: usize, continued: bool) -> Option<GridRow> {
    let group = table.groups.get(place)?;
    let before = table.groups[..place].iter();
    let id = unique(&group.id, before.filter(|it| it.id == group.id).count());
    let name = format!("{}{}", group.name, if continued { CONTINUED } else { "" });
    let mut cells = vec![Some(String::new()); table.columns.len() + 1];
    cells[0] = Some(name.clone());
    Some(GridRow {
        id: format!("{GROUP}{id}"),
        kind: Kind::Heading,
        key: name,
        hint: None,
        cells,
    })
}

fn body(table: &Table, place: usize, names: &[String]) -> Option<GridRow> {
    let row = table.rows().nth(place)?;
    let cell = |at| row.cells.get(at).map(|it| paragraphs(it).join("\n"));
    let cells = (0..table.columns.len()).map(|at| Some(cell(at).unwrap_or_default()));
    Some(GridRow {
        id: names.get(place)?.clone(),
        kind: Kind::Body,
        key: row.name.clone(),
        hint: None,
        cells: std::iter::once(Some(row.name.clone()))
            .chain(cells)
            .collect(),
    })
}

/// The ids of all rows of a table, each once.
fn row_names(table: &Table) -> Vec<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let rows = table.rows().map(|row| {
        let count = seen.entry(&row.id).or_default();
        *count += 1;
        unique(&row.id, *count - 1)
    });
    rows.collect()
}

/// An id of which there were `before` others in the table.
fn unique(id: &str, before: usize) -> String {
    match before {
        0 => id.to_owned(),
        n => format!("{id}#{}", n + 1),
    }
}
