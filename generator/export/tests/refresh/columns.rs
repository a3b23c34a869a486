//! Columns that come, go, move and are renamed, on either side.

use export::refresh::{Conflict, Edit, Kept, Take, apply};

use crate::tables::{deck, grid, lines, merged, outcome, show, with_ids};

const BASE: &str = "Q | A | B
    == Group
    r | r1 | r2
    s | s1 | s2";

#[test]
fn a_new_column_goes_behind_the_one_before_it_and_what_a_hand_added_there() {
    let shown =
        deck("Q | A | Mine | B\n== Group\nr | r1 | m1 | r2\nown | | m2 |\ns | s1 | m3 | s2");
    let data =
        "Q | C | A | D | B | E\n== Group\nr | c1 | r1 | d1 | r2 | e1\ns | c2 | s1 | d2 | s2 | e2";
    let (shown, merge) = outcome(BASE, &shown, data);
    assert_eq!(
        shown.replace("  ", " - ").replace(" - |", " |"),
        lines(
            "Q | C | A | Mine | D | B | E
            == Group
            r | c1 | r1 | m1 | d1 | r2 | e1
            own | | | m2 | | |
            s | c2 | s1 | m3 | d2 | s2 | e2"
        )
        .replace("own | | | m2 | | |", "own | | | m2 | | | ")
    );
    assert_eq!((merge.conflicts.len(), merge.kept.len()), (0, 2));
}

#[test]
fn a_new_row_has_a_text_in_a_new_column() {
    let data = "Q | C | A | B | D\n== Group\nr | c1 | r1 | r2 | d1\nt | c2 | t1 | t2 | d2\ns | c3 | s1 | s2 | d3";
    let (shown, merge) = outcome(BASE, &deck(BASE), data);
    assert_eq!(shown, lines(data));
    assert_eq!(merge.base, Some(grid(data)));
    assert!(merge.edits.iter().any(|it| matches!(
        it, Edit::InsertRow { texts, inserted, .. } if texts == &["t", "t1", "t2"] && inserted == &["c2", "d2"]
    )));
}

#[test]
fn a_column_that_the_data_drops_goes_only_if_no_hand_was_at_it() {
    let data = "Q | A\n== Group\nr | r1\ns | s1";
    let (shown, merge) = outcome(BASE, &deck(BASE), data);
    assert_eq!(shown, lines(data));
    assert_eq!(merge.base, Some(grid(data)));
    for by_hand in [
        BASE.replace("s2", "mine"),
        BASE.replace("| B", "| Mine"),
        format!("{BASE}\nown | | note"),
    ] {
        let by_hand = deck(&by_hand);
        let (shown, merge) = outcome(BASE, &by_hand, data);
        assert_eq!(shown, show(&by_hand));
        assert!(
            matches!(
                &merge.conflicts[..],
                [Conflict::Removed { is_row: false, .. }]
            ),
            "{shown}"
        );
    }
}

#[test]
fn a_column_that_a_hand_removed_stays_away() {
    let without = "Q | A\n== Group\nr | r1\ns | s1";
    let (shown, merge) = outcome(
        BASE,
        &deck(without),
        &BASE.replace("r2", "other").replace("r1", "new"),
    );
    assert_eq!(shown, lines(&without.replace("r1", "new")));
    assert!(matches!(&merge.kept[..], [Kept::Removed { line, is_row: false }] if line.name == "B"));
    assert_eq!(merge.conflicts, []);
}

#[test]
fn columns_stay_in_the_order_of_the_deck() {
    let moved = "Q | B | A\n== Group\nr | r2 | r1\ns | s2 | s1";
    let (shown, _) = outcome(BASE, &deck(moved), &BASE.replace("s2", "new"));
    assert_eq!(shown, lines(&moved.replace("s2", "new")));
    // Even that of the names of the rows.
    let moved = deck("A | Q\nr1 | r\ns1 | s");
    let (shown, _) = outcome(
        "Q | A\nr | r1\ns | s1",
        &moved,
        "Q | A | B\nr | new | b1\ns | s1 | b2",
    );
    assert_eq!(shown, "A | B | Q\nnew | b1 | r\ns1 | b2 | s");
}

#[test]
fn a_column_that_a_hand_renamed_is_still_known() {
    let by_hand = BASE.replace("| B", "| B by hand").replace("s2", "mine");
    let (base, shown) = with_ids(grid(BASE), deck(&by_hand));
    let data = grid(&BASE.replace("r2", "new"));
    let merge = merged(Some(&base), &shown, &data, &Take::default());
    assert_eq!(
        show(&apply(&shown, &merge)),
        lines(&by_hand.replace("r2", "new"))
    );
    assert_eq!(merge.kept.len(), 2);
    // Without ids, by its place and its texts.
    let shown = deck(&BASE.replace("| B", "| B by hand"));
    let (shown, _) = outcome(BASE, &shown, &BASE.replace("r2", "new"));
    assert!(
        shown.contains("Q | A | B by hand") && shown.contains("r | r1 | new"),
        "{shown}"
    );
}

#[test]
fn a_column_that_the_data_renames_is_renamed() {
    let data = BASE.replace("| B", "| B=Bee");
    let (shown, _) = outcome(BASE, &deck(BASE), &data);
    assert_eq!(shown, lines(&BASE.replace("| B", "| Bee")));
}

#[test]
fn a_title_that_a_hand_set_above_the_header_is_a_row_of_its_own() {
    let titled = deck(&format!("Our | own | title\n{BASE}"));
    let (shown, merge) = outcome(BASE, &titled, &BASE.replace("r1", "new"));
    assert_eq!(
        shown,
        format!("Our | own | title\n{}", lines(&BASE.replace("r1", "new")))
    );
    assert_eq!(merge.kept.len(), 1);
}
