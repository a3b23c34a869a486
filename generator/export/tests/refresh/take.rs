//! Conflicts that somebody settles.

use export::refresh::{Conflict, Kept, Side, Take, apply};

use crate::tables::{deck, grid, lines, merged, show};

const BASE: &str = "Q | A | B\nr | 1 | 2\ns | 3 | 4";
const DECK: &str = "Q | A | B\nr | mine | 2\ns | 3 | hand";
const DATA: &str = "Q | A | B\nr | data | 2\ns | 3 | 4";

fn taken(
    base: Option<&str>,
    shown: &str,
    data: &str,
    takes: &[&str],
) -> (String, Vec<Conflict>, Vec<Kept>) {
    let mut take = Take::default();
    for it in takes {
        take.add(it).unwrap();
    }
    let base = base.map(grid);
    let shown = deck(shown);
    let merge = merged(base.as_ref(), &shown, &grid(data), &take);
    (show(&apply(&shown, &merge)), merge.conflicts, merge.kept)
}

#[test]
fn a_side_for_the_table_settles_conflicts_and_nothing_else() {
    let (shown, conflicts, kept) = taken(Some(BASE), DECK, DATA, &["data"]);
    assert_eq!(shown, "Q | A | B\nr | data | 2\ns | 3 | hand");
    assert_eq!((conflicts.len(), kept.len()), (0, 1));
    let (shown, conflicts, kept) = taken(Some(BASE), DECK, DATA, &["deck"]);
    assert_eq!(shown, DECK);
    assert_eq!((conflicts.len(), kept.len()), (0, 2));
}

#[test]
fn a_side_for_a_place_brings_back_what_a_hand_changed() {
    let (shown, conflicts, _) = taken(Some(BASE), DECK, DATA, &["s/B=data"]);
    assert_eq!(shown, "Q | A | B\nr | mine | 2\ns | 3 | 4");
    assert_eq!(conflicts.len(), 1);
    let (shown, conflicts, _) = taken(Some(BASE), DECK, DATA, &["r=data", "/B=data"]);
    assert_eq!((shown.as_str(), conflicts.len()), (DATA, 0));
}

#[test]
fn what_the_deck_was_preferred_for_is_a_hand_edit_from_then_on() {
    let shown = deck(DECK);
    let merge = merged(
        Some(&grid(BASE)),
        &shown,
        &grid(DATA),
        &Take::all(Side::Deck),
    );
    let again = merged(merge.base.as_ref(), &shown, &grid(DATA), &Take::default());
    assert!(again.is_current());
    assert_eq!(again.kept.len(), 2);
}

#[test]
fn rows_and_columns_that_a_hand_removed_come_back_on_request() {
    let shown = "Q | A\nr | 1";
    let (after, _, kept) = taken(Some(BASE), shown, BASE, &["data"]);
    assert_eq!((after.as_str(), kept.len()), (shown, 2));
    let (after, _, kept) = taken(Some(BASE), shown, BASE, &["s=data", "/B=data"]);
    assert_eq!((after, kept.len()), (lines(BASE), 0));
}

#[test]
fn a_row_that_the_data_drops_can_be_dropped_or_adopted() {
    let data = "Q | A | B\nr | 1 | 2";
    let shown = BASE.replace('4', "mine");
    let (after, conflicts, _) = taken(Some(BASE), &shown, data, &["s=data"]);
    assert_eq!((after.as_str(), conflicts.len()), (data, 0));
    let (after, conflicts, kept) = taken(Some(BASE), &shown, data, &["s=deck"]);
    assert_eq!((after, conflicts.len()), (shown, 0));
    assert!(matches!(&kept[..], [Kept::Added { is_row: true, .. }]));
}

#[test]
fn a_deck_without_a_lock_is_adopted_with_either_side() {
    let shown = "Q | A\nr | mine\nown | 0";
    let (after, conflicts, _) = taken(None, shown, DATA, &["data"]);
    assert_eq!(after, "Q | A | B\nr | data | 2\nown | 0 | \ns | 3 | 4");
    assert_eq!(conflicts, []);
    let (after, conflicts, kept) = taken(None, shown, DATA, &["deck"]);
    assert_eq!((after.as_str(), conflicts.len(), kept.len()), (shown, 0, 4));
    // Half an answer is none.
    let (after, conflicts, _) = taken(None, shown, DATA, &["r/A=data"]);
    assert_eq!((after.as_str(), conflicts.len()), (shown, 2));
}
