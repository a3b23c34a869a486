//! Rows that come, go, move and are renamed, on either side.

use export::refresh::{Conflict, Edit, Kept, Take, apply, with_hints};

use crate::tables::{deck, grid, lines, merged, outcome, show, with_ids};

const BASE: &str = "Q | A | B
    == First
    r | r1 | r2
    s | s1 | s2
    == Second
    t | t1 | t2";

#[test]
fn a_new_row_goes_behind_the_one_before_it_and_what_a_hand_added_there() {
    let shown = deck(
        "Q | A | B
        == First
        r | r1 | r2
        mine | m1 | m2
        s | s1 | s2
        == Second
        t | t1 | t2
        total | |",
    );
    let data = "Q | A | B
        == First
        new | n1 | n2
        r | r1 | r2
        newer | n3 | n4
        newest | n5 | n6
        s | s1 | s2
        == Second
        t | t1 | t2
        last | l1 | l2";
    let (shown, merge) = outcome(BASE, &shown, data);
    assert_eq!(
        shown,
        lines(
            "Q | A | B
            == First
            new | n1 | n2
            r | r1 | r2
            mine | m1 | m2
            newer | n3 | n4
            newest | n5 | n6
            s | s1 | s2
            == Second
            t | t1 | t2
            total |  |
            last | l1 | l2"
        )
        .replace("total |  |", "total |  | ")
    );
    assert_eq!(merge.conflicts, []);
    assert_eq!(merge.kept.len(), 2);
}

#[test]
fn a_new_row_looks_like_the_nearest_of_its_group() {
    let data = "Q | A | B
        == First
        r | r1 | r2
        s | s1 | s2
        after | a1 | a2
        == Second
        before | b1 | b2
        t | t1 | t2
        == Third
        u | u1 | u2";
    let (_, merge) = outcome(BASE, &deck(BASE), data);
    let like = merge.edits.iter().map(|it| match it {
        Edit::InsertRow {
            like, before, line, ..
        } => (line.name.as_str(), *before, *like),
        other => panic!("{other:?}"),
    });
    assert_eq!(
        like.collect::<Vec<_>>(),
        [
            ("after", 4, 3),
            ("before", 5, 5),
            ("Third", 6, 4),
            ("u", 6, 5)
        ]
    );
}

#[test]
fn a_row_that_the_data_drops_goes_only_if_no_hand_was_at_it() {
    let data = "Q | A | B\n== First\nr | r1 | r2\n== Second\nt | t1 | t2";
    let (shown, merge) = outcome(BASE, &deck(BASE), data);
    assert_eq!(shown, lines(data));
    assert_eq!(merge.base, Some(grid(data)));

    let by_hand = deck(&BASE.replace("s2", "mine"));
    let (shown, merge) = outcome(BASE, &by_hand, data);
    assert_eq!(shown, show(&by_hand));
    let [
        Conflict::Removed {
            line,
            is_row: true,
            changed,
        },
    ] = &merge.conflicts[..]
    else {
        panic!("{:?}", merge.conflicts);
    };
    assert_eq!(line.name, "s");
    let [(place, base, text)] = &changed[..] else {
        panic!("{changed:?}");
    };
    assert_eq!(
        (place.column.name.as_str(), base.as_deref(), text.as_str()),
        ("B", Some("s2"), "mine")
    );

    // A text in a column of the author's own is a hand's work too.
    let wider = deck(
        "Q | A | B | Mine\n== First\nr | r1 | r2 |\ns | s1 | s2 | note\n== Second\nt | t1 | t2 |",
    );
    let (shown, merge) = outcome(BASE, &wider, data);
    assert_eq!(shown, show(&wider));
    assert_eq!(merge.conflicts.len(), 1);
}

#[test]
fn a_row_that_a_hand_removed_stays_away_and_is_told_each_time() {
    let without = "Q | A | B\n== First\nr | r1 | r2\n== Second\nt | t1 | t2";
    for data in [BASE.to_owned(), BASE.replace("s1", "other")] {
        let (shown, merge) = outcome(BASE, &deck(without), &data);
        assert_eq!(shown, lines(without));
        assert!(
            matches!(&merge.kept[..], [Kept::Removed { line, is_row: true }] if line.name == "s")
        );
        let again = merged(
            merge.base.as_ref(),
            &deck(without),
            &grid(&data),
            &Take::default(),
        );
        assert_eq!(again.kept, merge.kept);
    }
    // Removed on both sides, it is forgotten.
    let (_, merge) = outcome(BASE, &deck(without), without);
    assert!(merge.kept.is_empty() && merge.base.unwrap().row("s").is_none());
}

#[test]
fn rows_stay_in_the_order_of_the_deck() {
    let moved = "Q | A | B
        == Second
        t | t1 | t2
        == First
        s | s1 | s2
        r | r1 | r2";
    let (shown, merge) = outcome(BASE, &deck(moved), &BASE.replace("r1", "new"));
    assert_eq!(shown, lines(&moved.replace("r1", "new")));
    assert_eq!((merge.edits.len(), merge.kept.len()), (1, 0));

    let (shown, _) = outcome(BASE, &deck(BASE), moved);
    assert_eq!(shown, lines(BASE));
}

#[test]
fn a_row_that_a_hand_renamed_is_still_known() {
    let (base, shown) = with_ids(
        grid(BASE),
        deck(&BASE.replace("s | s1", "S by hand | mine")),
    );
    let data = grid(&BASE.replace("s2", "new"));
    // By its id, though a cell was changed beside the name.
    let merge = merged(Some(&base), &shown, &data, &Take::default());
    let after = show(&apply(&shown, &merge));
    assert_eq!(
        after,
        lines(&BASE.replace("s | s1 | s2", "S by hand | mine | new"))
    );
    // Once the name is in the lock, by the name.
    let mut shown = apply(&shown, &merge);
    shown.rows.iter_mut().for_each(|it| it.id = None);
    let newer = grid(&BASE.replace("s2", "newer"));
    let merge = merged(merge.base.as_ref(), &shown, &newer, &Take::default());
    assert!(show(&apply(&shown, &merge)).contains("S by hand | mine | newer"));
    // Without an id, by its place and its other texts.
    let shown = deck(&BASE.replace("s | s1", "S by hand | s1"));
    let (shown, _) = outcome(BASE, &shown, &BASE.replace("s2", "new"));
    assert!(shown.contains("S by hand | s1 | new"), "{shown}");
    // Without any of these it is a row of its own.
    let shown = deck(&BASE.replace("s | s1", "S by hand | mine"));
    let (shown, merge) = outcome(BASE, &shown, &BASE.replace("s2", "new"));
    assert!(shown.contains("S by hand | mine | s2"), "{shown}");
    assert_eq!(merge.kept.len(), 2);
}

#[test]
fn a_row_that_the_data_renames_is_renamed() {
    let data = BASE.replace("s | s1", "s=New name | s1");
    let (shown, merge) = outcome(BASE, &deck(BASE), &data);
    assert_eq!(shown, lines(&BASE.replace("s | s1", "New name | s1")));
    assert_eq!(merge.edits.len(), 1);
    // Names that change places are no reason to change rows.
    let data = BASE
        .replace("r | r1", "r=s | r1")
        .replace("s | s1", "s=r | s1");
    let (shown, _) = outcome(BASE, &deck(BASE), &data);
    assert!(shown.contains("s | r1 | r2\nr | s1 | s2"), "{shown}");
}

#[test]
fn of_two_rows_of_one_name_each_is_merged_with_its_own() {
    let base = "Q | A | B\nx=Cost | idle | 1\ny=Cost | busy | 2";
    let (shown, _) = outcome(
        base,
        &deck("Q | A | B\nCost | busy | 2\nCost | idle | 1"),
        &base.replace('1', "3"),
    );
    assert_eq!(shown, "Q | A | B\nCost | busy | 2\nCost | idle | 3");
    // A copy that a hand made is the second of them, and stays.
    let copied = deck("Q | A\nr | 1\nr | 1");
    let (shown, merge) = outcome("Q | A\nr | 1", &copied, "Q | A\nr | 2");
    assert_eq!(shown, "Q | A\nr | 2\nr | 1");
    assert!(matches!(&merge.kept[..], [Kept::Added { .. }]));
}

#[test]
fn a_table_of_nothing_but_a_header_grows() {
    let (shown, _) = outcome("Q | A", &deck("Q | A"), "Q | A\nr | 1");
    assert_eq!(shown, "Q | A\nr | 1");
}

#[test]
fn a_row_that_is_new_has_an_id_once_it_is_written() {
    let (base, shown) = with_ids(grid(BASE), deck(BASE));
    let data = grid(&BASE.replace("s | s1", "new | n1 | n2\ns | s1"));
    let merge = merged(Some(&base), &shown, &data, &Take::default());
    let mut written = apply(&shown, &merge);
    let base = merge.base.unwrap();
    assert_eq!(base.rows[3].hint, None);
    written.rows[3].id = Some(7);
    let hinted = with_hints(&base, &written);
    let ids: Vec<_> = hinted.rows.iter().map(|it| it.hint).collect();
    assert_eq!(ids, [1000, 1001, 1002, 7, 1003, 1004, 1005].map(Some));
    assert_eq!(hinted.columns, base.columns);
}
