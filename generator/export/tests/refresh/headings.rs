//! Rows that name a group.

use export::refresh::{DeckCell, Span};

use crate::tables::{deck, lines, outcome, show};

const BASE: &str = "Q | A | B\n== First\nr | r1 | r2\n== Second\ns | s1 | s2";

#[test]
fn the_name_of_a_group_is_a_text_like_others() {
    let (shown, _) = outcome(
        BASE,
        &deck(BASE),
        &BASE.replace("== First", "== First=Renamed"),
    );
    assert_eq!(shown, lines(&BASE.replace("First", "Renamed")));
    let by_hand = deck(&BASE.replace("== First", "== By hand"));
    let (shown, merge) = outcome(BASE, &by_hand, BASE);
    assert_eq!(shown, show(&by_hand));
    assert_eq!(
        (merge.kept.len(), merge.edits.len()),
        (1, 0),
        "{:?}",
        merge.kept
    );
}

#[test]
fn a_group_and_a_row_of_one_name_are_told_apart() {
    let base = "Q | A | B\n== Cost\nCost | 1 | 2\nOther | 3 | 4";
    let (shown, merge) = outcome(base, &deck(base), &base.replace('1', "5"));
    assert_eq!(shown, lines(&base.replace('1', "5")));
    assert_eq!(merge.edits.len(), 1);
}

#[test]
fn the_first_name_of_a_group_comes_into_a_table_without_any() {
    let (shown, merge) = outcome(
        "Q | A\nr | 1",
        &deck("Q | A\nr | 1"),
        "Q | A\n== First\nr | 1\n== Second\ns | 2",
    );
    assert_eq!(shown, "Q | A\nFirst | \nr | 1\nSecond | \ns | 2");
    assert_eq!(merge.conflicts, []);
}

#[test]
fn a_heading_that_was_split_is_still_one_and_a_note_beside_it_stays() {
    let mut split = deck(BASE);
    split.rows[1]
        .cells
        .iter_mut()
        .for_each(|it| it.span = Span::default());
    split.rows[1].cells[2] = DeckCell {
        text: "note".into(),
        span: Span::default(),
    };
    let (shown, _) = outcome(BASE, &split, &BASE.replace("r1", "new"));
    assert_eq!(
        shown,
        lines(
            &BASE
                .replace("== First", "First |  | note")
                .replace("r1", "new")
        )
    );
}
