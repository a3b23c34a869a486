//! The sheet of answers: one row for each option and question, with everything that is known of the answer.

use std::collections::HashSet;

use document::{Cell, Row, RowGroup, Table, plain};

use super::field::Field;
use super::pieces::{spelled, spelled_runs};
use super::sheet::{Column, Sheet};
use super::sources::Numbers;
use crate::spaces::printable;

/// The answers of all tables, each once.
pub(super) fn sheet(tables: &[Table], numbers: &Numbers) -> Sheet {
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for table in tables {
        for group in &table.groups {
            for row in &group.rows {
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    if seen.insert((&row.id, &column.id)) {
                        rows.push(fields(group, row, &column.name, cell, table, numbers));
                    }
                }
            }
        }
    }
    let marks = Column {
        marks: true,
        ..Column::new("Mark", 12.0)
    };
    Sheet {
        name: "Answers".to_owned(),
        table: "answers".to_owned(),
        columns: vec![
            Column::new("Group", 24.0),
            Column::new("Question", 30.0),
            Column::new("In full", 44.0),
            Column::new("Option", 24.0),
            Column::new("Answer", 36.0),
            Column::new("Amount", 14.0),
            Column::new("Unit", 16.0),
            marks,
            Column::new("Known by", 14.0),
            Column::new("Reason", 44.0),
            Column::new("At length", 60.0),
            Column::new("Sources", 14.0),
            Column::new("Reviewed", 12.0),
        ],
        frozen: 2,
        rows,
    }
}

fn fields(
    group: &RowGroup,
    row: &Row,
    option: &str,
    cell: &Cell,
    table: &Table,
    numbers: &Numbers,
) -> Vec<Field> {
    let text = |it: &str| match it {
        "" => Field::Empty,
        _ => Field::Text(printable(it)),
    };
    let number = cell.number.as_ref().filter(|it| it.value.is_finite());
    let amount = number.map(|it| Field::Number(it.value, "General".to_owned()));
    let unit = number.map(|it| format!("{}{}", it.prefix, it.suffix));
    let sources = cell.sources.iter().filter_map(|it| numbers.of(*it, table));
    let sources: Vec<_> = sources.map(|it| it.to_string()).collect();
    let prose = spelled(&cell.prose);
    vec![
        text(&group.name),
        text(&row.name),
        text(&plain(&row.question)),
        Field::Strong(printable(option)),
        Field::of(&cell.value, None),
        amount.unwrap_or(Field::Empty),
        text(unit.unwrap_or_default().trim()),
        text(cell.mark.unwrap_or_default()),
        text(cell.basis.unwrap_or_default()),
        text(&spelled_runs(&cell.because)),
        if prose.is_empty() {
            Field::Empty
        } else {
            Field::Long(prose)
        },
        text(&sources.join(", ")),
        cell.reviewed.clone().map_or(Field::Empty, Field::Date),
    ]
}
