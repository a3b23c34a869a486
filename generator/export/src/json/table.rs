//! A table as JSON.

use document::{Block, Cell, Column, Note, Row, RowGroup, SourceNote, Table};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::text::Text;
use super::written;
use crate::{Refused, Written};

/// Writes the table in the shape of `templates/schema/table.schema.json`; nothing is lost.
///
/// # Errors
/// If JSON has no way to write it, which a table does not cause.
pub(crate) fn write(table: &Table) -> Result<Written, Refused> {
    written(&Shape {
        schema: Some("table.schema.json"),
        ..Shape::of(table)
    })
}

/// A table in the order of its keys.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Shape<'t> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'static str>,
    table: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    selection: Option<String>,
    comparison: &'t str,
    title: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<Text<'t>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Text<'t>>,
    stamp: String,
    revision: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'t str>,
    corner: &'t str,
    columns: &'t [Column],
    rows: Vec<RowShape<'t>>,
    notes: Vec<NoteShape<'t>>,
    sources: &'t [SourceNote],
}

#[derive(Serialize)]
struct RowShape<'t> {
    id: &'t str,
    group: Group<'t>,
    name: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<Text<'t>>,
    hash: String,
    cells: Cells<'t>,
}

#[derive(Serialize)]
struct Group<'t> {
    id: &'t str,
    name: &'t str,
}

#[derive(Serialize)]
struct NoteShape<'t> {
    letter: &'t str,
    #[serde(flatten)]
    text: Text<'t>,
}

/// The cells of a row by the ids of their columns, in the order of the columns.
struct Cells<'t> {
    columns: &'t [Column],
    cells: &'t [Cell],
}

#[derive(Serialize)]
struct CellShape<'t> {
    #[serde(flatten)]
    text: Text<'t>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<&'static str>,
    #[serde(skip_serializing_if = "<[Block]>::is_empty")]
    prose: &'t [Block],
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Text<'t>>,
    sources: &'t [usize],
    notes: &'t [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<&'t str>,
}

impl<'t> Shape<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        let stamp = table.stamp();
        let grouped = table.groups.iter();
        let grouped = grouped.flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        let hashed = grouped.zip(&stamp.rows);
        let rows = hashed.map(|((group, row), (_, hash))| RowShape::of(row, group, hash, table));
        let selection = (!table.selection.is_all()).then(|| table.selection.to_string());
        Self {
            schema: None,
            table: &table.id,
            selection,
            comparison: &table.comparison,
            title: &table.title,
            question: Text::unless_empty(&table.question),
            note: Text::unless_empty(&table.note),
            stamp: stamp.to_string(),
            revision: &table.revision,
            as_of: table.as_of.as_deref(),
            corner: &table.corner,
            columns: &table.columns,
            rows: rows.collect(),
            notes: table.notes.iter().map(NoteShape::of).collect(),
            sources: &table.sources,
        }
    }
}

impl<'t> RowShape<'t> {
    fn of(row: &'t Row, group: &'t RowGroup, hash: &str, table: &'t Table) -> Self {
        Self {
            id: &row.id,
            group: Group {
                id: &group.id,
                name: &group.name,
            },
            name: &row.name,
            question: Text::unless_empty(&row.question),
            hash: hash.to_owned(),
            cells: Cells {
                columns: &table.columns,
                cells: &row.cells,
            },
        }
    }
}

impl<'t> NoteShape<'t> {
    fn of(note: &'t Note) -> Self {
        Self {
            letter: &note.letter,
            text: Text::of(&note.runs),
        }
    }
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(&column.id, &CellShape::of(cell))?;
        }
        map.end()
    }
}

impl<'t> CellShape<'t> {
    fn of(cell: &'t Cell) -> Self {
        let number = cell.number.as_ref().filter(|it| it.value.is_finite());
        let unit = number.map(|it| format!("{}{}", it.prefix, it.suffix).trim().to_owned());
        Self {
            text: Text::of(&cell.value),
            amount: number.map(|it| it.value),
            unit: unit.filter(|it| !it.is_empty()),
            mark: cell.mark,
            prose: &cell.prose,
            basis: cell.basis,
            because: Text::unless_empty(&cell.because),
            sources: &cell.sources,
            notes: &cell.notes,
            reviewed: cell.reviewed.as_deref(),
        }
    }
}
