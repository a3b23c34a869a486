//! Cells that a hand merged.

use export::refresh::{Choice, Conflict, DeckGrid, Edit, Kept, Side, Span, Take, apply};

use crate::tables::{deck, grid, merged, outcome, show};

const BASE: &str = "Q | A | B | C\nr | 1 | 1 | 3\ns | 4 | 5 | 6\nt | 7 | 8 | 9";

/// Merges the cells of a deck from a row and column on.
fn with_span(mut deck: DeckGrid, at: (usize, usize), rows: usize, columns: usize) -> DeckGrid {
    for row in 0..rows {
        for column in 0..columns {
            let cell = &mut deck.rows[at.0 + row].cells[at.1 + column];
            cell.span = Span {
                columns: if column == 0 { columns } else { 1 },
                rows: if row == 0 { rows } else { 1 },
                from_left: column > 0,
                from_above: row > 0,
            };
            if (row, column) != (0, 0) {
                cell.text.clear();
            }
        }
    }
    deck
}

#[test]
fn cells_of_one_text_are_merged_as_one() {
    let shown = with_span(deck(BASE), (1, 1), 1, 2);
    let (after, merge) = outcome(BASE, &shown, BASE);
    assert_eq!(after, show(&shown));
    assert!(merge.is_current());
    let (after, _) = outcome(BASE, &shown, &BASE.replace("1 | 1", "2 | 2"));
    assert!(after.contains("r | 2 | 3"), "{after}");
}

#[test]
fn cells_of_several_texts_are_a_conflict_once_one_of_them_changes() {
    let shown = with_span(deck(BASE), (2, 1), 1, 2);
    let (_, merge) = outcome(BASE, &shown, BASE);
    assert!(matches!(&merge.kept[..], [Kept::Merged { deck, .. }] if deck == "4"));
    let data = BASE.replace("| 5", "| new").replace("| 6", "| other");
    let (after, merge) = outcome(BASE, &shown, &data);
    assert!(
        after.contains("s | 4 | other"),
        "what is beside it is written: {after}"
    );
    let [Conflict::Merged { deck, hidden, .. }] = &merge.conflicts[..] else {
        panic!("{:?}", merge.conflicts);
    };
    let hidden: Vec<_> = hidden
        .iter()
        .map(|it| (it.base.as_deref(), it.data.as_str()))
        .collect();
    assert_eq!(
        (deck.as_str(), hidden),
        ("4", vec![(Some("4"), "4"), (Some("5"), "new")])
    );

    // The deck's side settles it until the data changes again.
    let settled = merged(
        Some(&grid(BASE)),
        &shown,
        &grid(&data),
        &Take::all(Side::Deck),
    );
    assert_eq!(settled.conflicts, []);
    let data = data.replace("new", "newer");
    let again = merged(
        settled.base.as_ref(),
        &shown,
        &grid(&data),
        &Take::default(),
    );
    assert_eq!(again.conflicts.len(), 1);
    // That of the data cannot: there is no room for two texts.
    let unsettled = merged(
        Some(&grid(BASE)),
        &shown,
        &grid(&data),
        &Take::all(Side::Data),
    );
    assert_eq!(unsettled.conflicts.len(), 1);
}

#[test]
fn a_merge_over_rows_is_judged_once() {
    let shown = with_span(deck(BASE), (2, 3), 2, 1);
    let (_, merge) = outcome(BASE, &shown, &BASE.replace("| 9", "| new"));
    assert_eq!((merge.edits.len(), merge.conflicts.len()), (0, 1));
    assert!(merge.edits.is_empty());
}

#[test]
fn no_text_goes_where_nobody_sees_it() {
    // A row that is new between two that are merged goes behind them.
    let shown = with_span(deck(BASE), (1, 3), 2, 1);
    let data = BASE.replace("s |", "new | n1 | n2 | n3\ns |");
    let merge = merged(Some(&grid(BASE)), &shown, &grid(&data), &Take::default());
    assert!(show(&apply(&shown, &merge)).contains("\ns | 4 | 5\nnew | n1 | n2 | n3\n"));
    // So does a column.
    let shown = with_span(deck(BASE), (1, 1), 1, 2);
    let data = "Q | A | X | B | C\nr | 1 | x1 | 1 | 3\ns | 4 | x2 | 5 | 6\nt | 7 | x3 | 8 | 9";
    let merge = merged(Some(&grid(BASE)), &shown, &grid(data), &Take::default());
    assert!(show(&apply(&shown, &merge)).starts_with("Q | A | B | X | C\nr | 1 | x1 | 3\n"));
    // Where the whole row is one cell, there is no such place.
    let shown = with_span(deck(BASE), (1, 0), 1, 4);
    let data = "Q | A | B | C | X\nr | 1 | 1 | 3 | x1\ns | 4 | 5 | 6 | x2\nt | 7 | 8 | 9 | x3";
    let merge = merged(Some(&grid(BASE)), &shown, &grid(data), &Take::default());
    assert!(matches!(&merge.conflicts[..], [Conflict::Covered { data, .. }] if data == "x1"));
    assert!(show(&apply(&shown, &merge)).contains("s | 4 | 5 | 6 | x2"));
}

#[test]
fn a_new_row_is_no_copy_of_a_merged_one() {
    let mut shown = with_span(deck(BASE), (3, 1), 1, 3);
    let data = format!("{BASE}\nu | u1 | u2 | u3");
    let like = |shown: &DeckGrid| {
        let merge = merged(Some(&grid(BASE)), shown, &grid(&data), &Take::default());
        let like = merge.edits.iter().find_map(|it| match it {
            Edit::InsertRow { like, .. } => Some(*like),
            _ => None,
        });
        (like, merge.conflicts)
    };
    assert_eq!(like(&shown), (Some(2), Vec::new()));
    for row in 0..3 {
        shown = with_span(shown, (row, 1), 1, 3);
    }
    let (like, conflicts) = like(&shown);
    assert_eq!(like, None);
    assert!(
        conflicts
            .iter()
            .any(|it| matches!(it, Conflict::NoPlace { is_row: true, .. }))
    );
}

#[test]
fn nothing_that_a_merged_cell_reaches_into_is_removed_unasked() {
    let shown = with_span(deck(BASE), (2, 3), 2, 1);
    let data = BASE.replace("\ns | 4 | 5 | 6", "");
    let (after, merge) = outcome(BASE, &shown, &data);
    assert_eq!(after, show(&shown));
    assert!(matches!(
        &merge.conflicts[..],
        [Conflict::Removed { is_row: true, .. }]
    ));
    // Its text would go with the row in which it begins, even if somebody asks for it.
    let merge = merged(
        Some(&grid(BASE)),
        &shown,
        &grid(&data),
        &Take::all(Side::Data),
    );
    assert_eq!((merge.edits.len(), merge.conflicts.len()), (0, 1));
    // The row in which it ends can be had.
    let data = grid(&BASE.replace("\nt | 7 | 8 | 9", ""));
    let take = Take {
        table: None,
        choices: vec![Choice {
            row: Some("t".into()),
            column: None,
            side: Side::Data,
        }],
    };
    let merge = merged(Some(&grid(BASE)), &shown, &data, &take);
    assert_eq!((merge.edits.len(), merge.conflicts.len()), (1, 0));
    assert_eq!(
        show(&apply(&shown, &merge)),
        "Q | A | B | C\nr | 1 | 1 | 3\ns | 4 | 5 | 6"
    );
}
