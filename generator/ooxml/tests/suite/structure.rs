//! Random tables with merged cells under random changes: the result is a table, and nothing that was to stay is lost.

use std::collections::BTreeSet;

use ooxml::{Error, Table, Text};
use proptest::prelude::*;

use crate::deck::{Deck, frame, slide, table};

/// A grid of cells, of which some are merged: `attributes|text`, with the text `r1c2` unless the cell is covered.
fn grids() -> impl Strategy<Value = Vec<Vec<String>>> {
    let merges = prop::collection::vec((0..6_usize, 0..5_usize, 1..4_usize, 1..4_usize), 0..4);
    (1..6_usize, 1..5_usize, merges).prop_map(|(rows, columns, merges)| {
        let text = |row: usize| {
            (0..columns)
                .map(|column| format!("|r{row}c{column}"))
                .collect::<Vec<_>>()
        };
        let mut grid: Vec<_> = (0..rows).map(text).collect();
        let mut taken = BTreeSet::new();
        for (row, column, height, width) in merges {
            let cells =
                || (row..row + height).flat_map(|r| (column..column + width).map(move |c| (r, c)));
            let fits = row + height <= rows && column + width <= columns && height * width > 1;
            if !fits || cells().any(|it| taken.contains(&it)) {
                continue;
            }
            for (r, c) in cells() {
                taken.insert((r, c));
                let mut attributes = String::new();
                let span = |name: &str, count: usize| {
                    if count > 1 {
                        format!(" {name}=\"{count}\"")
                    } else {
                        String::new()
                    }
                };
                if r == row {
                    attributes += &span("rowSpan", height);
                }
                if c == column {
                    attributes += &span("gridSpan", width);
                }
                if c > column {
                    attributes += " hMerge=\"1\"";
                }
                if r > row {
                    attributes += " vMerge=\"1\"";
                }
                let own = if (r, c) == (row, column) {
                    format!("r{r}c{c}")
                } else {
                    String::new()
                };
                grid[r][c] = format!("{attributes}|{own}");
            }
        }
        grid
    })
}

/// What is to come and to go: places and templates are taken modulo what there is.
#[derive(Clone, Debug)]
struct Changes {
    new_rows: Vec<(usize, usize)>,
    new_columns: Vec<(usize, usize)>,
    gone_rows: BTreeSet<usize>,
    gone_columns: BTreeSet<usize>,
}

fn changes() -> impl Strategy<Value = Changes> {
    let places = || prop::collection::vec((0..7_usize, 0..6_usize), 0..3);
    let gone = || prop::collection::btree_set(0..8_usize, 0..2);
    (places(), places(), gone(), gone()).prop_map(
        |(new_rows, new_columns, gone_rows, gone_columns)| Changes {
            new_rows,
            new_columns,
            gone_rows,
            gone_columns,
        },
    )
}

/// The texts of the cells that are seen.
fn seen(table: &Table) -> Vec<&str> {
    let cells = table.rows.iter().flat_map(|it| &it.cells);
    cells
        .filter(|it| !it.merge.is_covered() && !it.text.is_empty())
        .map(|it| it.text.as_str())
        .collect()
}

proptest! {
    #[test]
    fn a_changed_table_is_a_table_and_keeps_what_stays(grid in grids(), it in changes()) {
        let rows: Vec<Vec<&str>> = grid.iter().map(|it| it.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let text = Text::decode("slide", slide(&frame("t", &table(&rows))).as_bytes()).unwrap();
        let before = Table::all(&text).unwrap().remove(0);
        let (n_rows, n_columns) = (before.rows.len(), before.columns.len());
        let mut edit = before.edit();
        for (at, template) in &it.new_rows {
            edit.insert_row(at % (n_rows + 1), template % n_rows, &[]);
        }
        for (at, template) in &it.new_columns {
            edit.insert_column(at % (n_columns + 1), template % n_columns, 7, &[]);
        }
        let gone_rows: BTreeSet<_> = it.gone_rows.iter().filter(|it| **it < n_rows).copied().collect();
        let gone_columns: BTreeSet<_> = it.gone_columns.iter().filter(|it| **it < n_columns).copied().collect();
        for row in &gone_rows {
            edit.remove_row(*row);
        }
        for column in &gone_columns {
            edit.remove_column(*column);
        }
        let after = match edit.apply(&text) {
            // A merged cell whose beginning would go is never cut, and a table never emptied.
            Err(Error::Merged(..)) => return Ok(()),
            Err(Error::Emptied(_)) => {
                let left = n_rows + it.new_rows.len() > gone_rows.len() && n_columns + it.new_columns.len() > gone_columns.len();
                prop_assert!(!left);
                return Ok(());
            }
            other => Table::all(&other.unwrap().slide).unwrap().remove(0),
        };
        prop_assert_eq!(after.rows.len(), n_rows + it.new_rows.len() - gone_rows.len());
        prop_assert_eq!(after.columns.len(), n_columns + it.new_columns.len() - gone_columns.len());
        let kept: Vec<String> = before.rows.iter().enumerate().filter(|it| !gone_rows.contains(&it.0)).flat_map(|(_, row)| {
            let cells = row.cells.iter().enumerate().filter(|it| !gone_columns.contains(&it.0) && !it.1.merge.is_covered());
            cells.map(|it| it.1.text.clone())
        }).collect();
        prop_assert_eq!(seen(&after), kept.iter().map(String::as_str).collect::<Vec<_>>());
        // Each old column is 100 wide, each new one 7.
        prop_assert_eq!(after.frame.width, 300 + after.columns.iter().map(|it| it.width).sum::<i64>() - 100 * i64::try_from(n_columns).unwrap());
        // The checker knows ragged rows, broken merges and repeated ids.
        let edited = edit.apply(&text).unwrap().slide;
        let faults = ooxml::check(&mut Deck::of(&edited).open()).unwrap();
        prop_assert_eq!(faults, []);
    }
}

/// What the checker finds in the table of these rows, once it was changed.
fn faults_after(
    rows: &[&[&str]],
    change: impl FnOnce(&mut ooxml::TableEdit<'_>),
) -> Vec<ooxml::Finding> {
    let text = Text::decode("slide", slide(&frame("t", &table(rows))).as_bytes()).unwrap();
    let before = Table::all(&text).unwrap().remove(0);
    let mut edit = before.edit();
    change(&mut edit);
    let edited = edit.apply(&text).unwrap().slide;
    ooxml::check(&mut Deck::of(&edited).open()).unwrap()
}

#[test]
fn a_copy_of_a_merged_row_that_goes_with_its_first_column_is_not_merged() {
    let rows: [&[&str]; 2] = [
        &["|a", "|b", "|c", "|d"],
        &["|e", " gridSpan=\"2\"|f", " hMerge=\"1\"|", "|g"],
    ];
    let faults = faults_after(&rows, |edit| {
        edit.insert_row(0, 1, &[]);
        edit.remove_row(1);
        edit.remove_column(1);
    });
    assert_eq!(faults, []);
}

#[test]
fn a_copy_of_a_merged_row_gives_way_to_what_is_merged_from_above() {
    let rows: [&[&str]; 3] = [
        &["|a", " gridSpan=\"2\"|b", " hMerge=\"1\"|"],
        &["|c", " rowSpan=\"2\"|d", "|e"],
        &["|f", " vMerge=\"1\"|", "|g"],
    ];
    let faults = faults_after(&rows, |edit| {
        edit.insert_row(2, 0, &[]);
    });
    assert_eq!(faults, []);
}
