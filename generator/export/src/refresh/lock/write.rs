//! A lock as its file.

use serde_json::{Map, Value, json};

use super::{Lock, Shape, VERSION};
use crate::refresh::{Grid, GridColumn, GridRow};

impl Lock {
    /// The text of the lock: JSON with sorted keys, two blanks for each level, LF at the end.
    pub fn write(&self) -> String {
        let shapes: Vec<_> = self.shapes.iter().map(shape).collect();
        let mut value = json!({ "shapes": shapes, "version": VERSION });
        value.sort_all_objects();
        format!("{value:#}\n")
    }
}

fn shape(it: &Shape) -> Value {
    json!({
        "name": it.name,
        "slide": it.slide,
        "shape": it.shape,
        "table": it.table,
        "selection": it.selection.to_string(),
        "revision": it.revision,
        "columns": it.grid.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": it.grid.rows.iter().map(|row| self::row(row, &it.grid)).collect::<Vec<_>>(),
    })
}

fn column(it: &GridColumn) -> Value {
    json!({ "id": it.id, "header": it.header, "hint": it.hint })
}

/// A row with its texts by the ids of the columns, without those that nobody agreed on.
fn row(it: &GridRow, grid: &Grid) -> Value {
    let cells = grid.columns.iter().zip(&it.cells);
    let cells: Map<String, Value> = cells
        .filter_map(|(column, text)| Some((column.id.clone(), Value::from(text.clone()?))))
        .collect();
    json!({ "id": it.id, "kind": it.kind, "key": it.key, "hint": it.hint, "cells": cells })
}
