//! The sheet of a table: a column for each option with its answers, and one for its marks beside it.

use std::collections::BTreeSet;

use document::{Row, RowGroup, Table};

use super::field::Field;
use super::sheet::{Column, Sheet};
use super::sources::Numbers;
use crate::spaces::printable;

/// The rows of `table`, each with its group if there are several.
pub(super) fn sheet(table: &Table, name: String, object: String, numbers: &Numbers) -> Sheet {
    let grouped = table.groups.len() > 1;
    let marked: Vec<bool> = (0..table.columns.len())
        .map(|at| {
            table
                .rows()
                .any(|row| row.cells.get(at).is_some_and(|it| it.mark.is_some()))
        })
        .collect();
    let mut columns = Vec::new();
    columns.extend(grouped.then(|| Column::new("Group", 24.0)));
    columns.push(Column::new(&table.corner, 36.0));
    for (column, marked) in table.columns.iter().zip(&marked) {
        columns.push(Column::new(&column.name, 36.0));
        columns.extend(marked.then(|| Column {
            marks: true,
            ..Column::new(&format!("{} mark", column.name), 14.0)
        }));
    }
    columns.push(Column::new("Sources", 24.0));
    let of = |group: &RowGroup| -> Vec<Vec<Field>> {
        let rows = group.rows.iter();
        rows.map(|row| fields(row, group, grouped, &marked, table, numbers))
            .collect()
    };
    Sheet {
        name,
        table: object,
        columns,
        frozen: if grouped { 2 } else { 1 },
        rows: table.groups.iter().flat_map(of).collect(),
    }
}

fn fields(
    row: &Row,
    group: &RowGroup,
    grouped: bool,
    marked: &[bool],
    table: &Table,
    numbers: &Numbers,
) -> Vec<Field> {
    let mut out = Vec::new();
    out.extend(grouped.then(|| Field::Text(printable(&group.name))));
    out.push(Field::Strong(printable(&row.name)));
    for (cell, marked) in row.cells.iter().zip(marked) {
        out.push(Field::of(&cell.value, cell.number.as_ref()));
        let mark = cell
            .mark
            .map_or(Field::Empty, |it| Field::Text(it.to_owned()));
        out.extend(marked.then_some(mark));
    }
    let sources = row.cells.iter().flat_map(|it| &it.sources);
    let sources: BTreeSet<usize> = sources.filter_map(|it| numbers.of(*it, table)).collect();
    let sources: Vec<_> = sources.iter().map(ToString::to_string).collect();
    out.push(Field::Text(sources.join(", ")));
    out
}
