//! A lock from its file.

use std::collections::{BTreeMap, HashSet};

use document::Selection;
use serde::Deserialize;
use serde_json::Value;

use super::{Lock, LockError, Shape, VERSION};
use crate::refresh::{Grid, GridColumn, GridRow, Kind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a lock")]
struct LockFile {
    #[expect(dead_code, reason = "read beforehand, but no unknown field")]
    version: u64,
    shapes: Vec<ShapeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a shape")]
struct ShapeFile {
    name: String,
    slide: Option<u32>,
    shape: Option<u32>,
    table: String,
    selection: String,
    revision: String,
    columns: Vec<ColumnFile>,
    rows: Vec<RowFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a column")]
struct ColumnFile {
    id: String,
    header: String,
    hint: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a row")]
struct RowFile {
    id: String,
    kind: KindFile,
    key: String,
    hint: Option<u32>,
    cells: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KindFile {
    Header,
    Heading,
    Body,
}

impl Lock {
    /// Reads the text of a lock.
    ///
    /// # Errors
    /// It is no lock, contradicts itself, or was written by a newer program.
    pub fn read(text: &str) -> Result<Self, LockError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A newer form may look like anything, so its version comes before everything else.
        let value: Value = serde_json::from_str(text).map_err(form)?;
        match value.get("version").and_then(Value::as_u64) {
            Some(version) if version > VERSION => return Err(LockError::Newer(version)),
            Some(_) => {}
            None => {
                return Err(LockError::Form {
                    line: 1,
                    what: "has no `version` that is a number".into(),
                });
            }
        }
        let file: LockFile = serde_json::from_str(text).map_err(form)?;
        let mut places = HashSet::new();
        let mut lock = Self::default();
        for it in file.shapes {
            let name = it.name.clone();
            let wrong = |what: String| LockError::Shape {
                name: name.clone(),
                what,
            };
            if !places.insert((it.name.clone(), it.slide)) {
                return Err(wrong("is there twice for one slide".into()));
            }
            lock.put(shape(it).map_err(wrong)?);
        }
        Ok(lock)
    }
}

/// An error of JSON, whose text ends with the place that is said here in front.
fn form(error: serde_json::Error) -> LockError {
    let text = error.to_string();
    let what = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(what, _)| what);
    LockError::Form {
        line: error.line().max(1),
        what: what.to_owned(),
    }
}

fn shape(it: ShapeFile) -> Result<Shape, String> {
    let mut ids = HashSet::new();
    if let Some(twice) = it.columns.iter().find(|it| !ids.insert(it.id.as_str())) {
        return Err(format!("has the column `{}` twice", twice.id));
    }
    let mut rows = Vec::new();
    let mut seen = HashSet::new();
    for row in it.rows {
        if !seen.insert(row.id.clone()) {
            return Err(format!("has the row `{}` twice", row.id));
        }
        if let Some(other) = row.cells.keys().find(|id| !ids.contains(id.as_str())) {
            return Err(format!("has a cell in `{other}`, which is no column of it"));
        }
        rows.push(grid_row(row, &it.columns));
    }
    let column = |it: ColumnFile| GridColumn {
        id: it.id,
        header: it.header,
        hint: it.hint,
    };
    Ok(Shape {
        name: it.name,
        slide: it.slide,
        shape: it.shape,
        table: it.table,
        selection: Selection::parse(&it.selection),
        revision: it.revision,
        grid: Grid {
            columns: it.columns.into_iter().map(column).collect(),
            rows,
        },
    })
}

fn grid_row(mut row: RowFile, columns: &[ColumnFile]) -> GridRow {
    GridRow {
        cells: columns.iter().map(|it| row.cells.remove(&it.id)).collect(),
        id: row.id,
        kind: match row.kind {
            KindFile::Header => Kind::Header,
            KindFile::Heading => Kind::Heading,
            KindFile::Body => Kind::Body,
        },
        key: row.key,
        hint: row.hint,
    }
}
