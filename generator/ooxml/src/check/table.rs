//! The tables of one slide: whole rows, whole merges, texts, ids.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::Finding;
use crate::table::{
    Merge, cells_of, columns_of, ids_of, merge_of, properties_of, rows_of, table_of, tables,
};
use crate::xml::{DRAWING, child};

pub(super) fn check(part: &str, document: &Document, out: &mut Vec<Finding>) {
    for frame in tables(document) {
        let properties = properties_of(frame);
        let name = properties
            .and_then(|it| it.attribute("name"))
            .unwrap_or_default();
        let mut tell = |rule, what: String| {
            out.push(Finding::of(
                rule,
                part,
                format!("has in the table {name:?} {what}"),
            ));
        };
        if properties
            .and_then(|it| it.attribute("descr"))
            .is_none_or(str::is_empty)
        {
            tell("no-description", "no description".to_owned());
        }
        if let Some(table) = table_of(frame) {
            grid(table, &mut tell);
            style(table, &mut tell);
        }
    }
}

fn grid(table: Node, tell: &mut impl FnMut(&'static str, String)) {
    let width = columns_of(table).len();
    let rows: Vec<Vec<Node>> = rows_of(table).into_iter().map(cells_of).collect();
    for (at, row) in rows.iter().enumerate() {
        if row.len() != width {
            tell(
                "ragged-row",
                format!("{} cells in row {} and {width} columns", row.len(), at + 1),
            );
        }
        for (column, cell) in row.iter().enumerate() {
            let place = format!("row {}, column {}", at + 1, column + 1);
            let body = child(*cell, DRAWING, "txBody");
            if body.and_then(|it| child(it, DRAWING, "p")).is_none() {
                tell("cell-without-paragraph", format!("no paragraph at {place}"));
            }
        }
    }
    merges(&rows, width, tell);
    for (name, nodes) in [("rowId", rows_of(table)), ("colId", columns_of(table))] {
        let mut seen = BTreeSet::new();
        let twice = ids_of(&nodes, name)
            .into_iter()
            .find(|it| !seen.insert(*it));
        if let Some(id) = twice {
            tell("repeated-id", format!("the {name} {id} twice"));
        }
    }
}

/// What a merged cell spans is covered, and what is covered is spanned.
fn merges(rows: &[Vec<Node>], width: usize, tell: &mut impl FnMut(&'static str, String)) {
    let merges: Vec<Vec<Merge>> = rows
        .iter()
        .map(|row| row.iter().map(|it| merge_of(*it)).collect())
        .collect();
    let mut spanned = BTreeSet::new();
    for (at, row) in merges.iter().enumerate() {
        for (column, merge) in row.iter().enumerate().filter(|it| !it.1.is_covered()) {
            if merge.columns == 1 && merge.rows == 1 {
                continue;
            }
            let place = format!("row {}, column {}", at + 1, column + 1);
            if merge.columns > width - column.min(width) || merge.rows > rows.len() - at {
                tell(
                    "broken-merge",
                    format!("a merged cell that reaches past the edge at {place}"),
                );
                continue;
            }
            for r in at..at + merge.rows {
                for c in column..column + merge.columns {
                    let found = merges
                        .get(r)
                        .and_then(|it| it.get(c))
                        .copied()
                        .unwrap_or_default();
                    let fits = found.from_left == (c > column) && found.from_above == (r > at);
                    if !fits || !spanned.insert((r, c)) {
                        tell(
                            "broken-merge",
                            format!("a merged cell that does not cover what it spans at {place}"),
                        );
                    }
                }
            }
        }
    }
    for (at, row) in merges.iter().enumerate() {
        for (column, _) in row.iter().enumerate().filter(|it| it.1.is_covered()) {
            if !spanned.contains(&(at, column)) {
                tell(
                    "broken-merge",
                    format!(
                        "a covered cell without one that covers it at row {}, column {}",
                        at + 1,
                        column + 1
                    ),
                );
            }
        }
    }
}

/// The id of a style is a GUID in braces (ECMA-376-1, 22.9.2.4).
fn style(table: Node, tell: &mut impl FnMut(&'static str, String)) {
    let style = child(table, DRAWING, "tblPr").and_then(|it| child(it, DRAWING, "tableStyleId"));
    let Some(id) = style.map(|it| it.text().unwrap_or_default().trim()) else {
        return;
    };
    let groups: Vec<usize> = id
        .trim_matches(['{', '}'])
        .split('-')
        .map(str::len)
        .collect();
    let digits = id
        .chars()
        .all(|it| it.is_ascii_hexdigit() || "{}-".contains(it));
    if !(id.starts_with('{') && id.ends_with('}') && digits && groups == [8, 4, 4, 4, 12]) {
        tell("table-style", "a style that is no GUID".to_owned());
    }
}
