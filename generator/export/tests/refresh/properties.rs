//! What holds of every merge.

use std::collections::BTreeMap;

use export::refresh::{DeckGrid, Edit, Grid, GridColumn, GridRow, Side, Take, apply, merge};
use proptest::prelude::*;

use crate::scenarios::{any_deck, any_grid, changed, ops, seen, table, take, three, written};
use crate::tables::merged;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once((base, deck, data) in three(), take in take(), knows in any::<bool>()) {
        merged(knows.then_some(&base), &deck, &data, &take);
    }

    #[test]
    fn where_no_hand_was_the_deck_becomes_the_data(base in table(), data in ops(8)) {
        let data = changed(base.clone(), &data);
        let deck = written(&base);
        let merge = merge(Some(&base), &deck, &data, &Take::default());
        prop_assert_eq!((&merge.conflicts[..], &merge.kept[..]), (&[][..], &[][..]));
        let after = apply(&deck, &merge);
        // By name and heading, for the order is the deck's.
        let header = &after.rows[0].cells;
        let shown: BTreeMap<_, _> = after.rows[1..].iter().map(|row| {
            let cells: BTreeMap<_, _> = header.iter().zip(&row.cells).map(|(head, cell)| (&head.text, &cell.text)).collect();
            (&row.cells[0].text, cells)
        }).collect();
        let heads: Vec<_> = data.rows[0].cells.iter().flatten().collect();
        let wanted: BTreeMap<_, _> = data.rows[1..].iter().map(|row| {
            let cells: BTreeMap<_, _> = heads.iter().copied().zip(row.cells.iter().flatten()).collect();
            (&row.key, cells)
        }).collect();
        prop_assert_eq!(shown, wanted);
        prop_assert_eq!(after.rows.len(), data.rows.len());
    }

    #[test]
    fn where_the_data_is_as_it_was_nothing_changes((base, deck, _) in three()) {
        let data = Grid {
            columns: base.columns.iter().map(|it| GridColumn { hint: None, ..it.clone() }).collect(),
            rows: base.rows.iter().map(|it| GridRow { hint: None, ..it.clone() }).collect(),
        };
        let merge = merge(Some(&base), &deck, &data, &Take::default());
        prop_assert_eq!(&merge.edits[..], &[][..]);
        prop_assert_eq!(apply(&deck, &merge), deck);
    }

    #[test]
    fn no_text_of_a_hand_is_lost((base, deck, data) in three(), take in take(), knows in any::<bool>()) {
        let merge = merge(knows.then_some(&base), &deck, &data, &take);
        let after = apply(&deck, &merge);
        let words = merge.edits.iter().map(Edit::words).collect::<Vec<_>>().join("\n");
        for text in seen(&deck).into_iter().filter(|it| it.starts_with("hand")) {
            let stays = seen(&after).contains(&text);
            let was_asked = take.table == Some(Side::Data) && words.contains(text);
            prop_assert!(stays || was_asked, "{} is lost: {}", text, words);
        }
    }

    #[test]
    fn nothing_changes_places((base, deck, data) in three(), take in take()) {
        let mut deck = deck;
        (1..).zip(&mut deck.rows).for_each(|(id, it)| { it.id.get_or_insert(id); });
        let merge = merge(Some(&base), &deck, &data, &take);
        let after = apply(&deck, &merge);
        let mut rest = deck.rows.iter().map(|it| it.id);
        for id in after.rows.iter().filter_map(|it| it.id) {
            prop_assert!(rest.any(|it| it == Some(id)));
        }
    }

    #[test]
    fn nothing_is_written_where_nobody_sees_it((base, deck, data) in three(), take in take()) {
        let merge = merge(Some(&base), &deck, &data, &take);
        let covered = |it: &Edit| matches!(it, Edit::SetCell { row, column, .. } if deck.is_covered(*row, *column));
        prop_assert!(!merge.edits.iter().any(covered));
        let after = apply(&deck, &merge);
        let cells = after.rows.iter().flat_map(|it| &it.cells);
        prop_assert!(cells.filter(|it| it.span.is_covered()).all(|it| it.text.is_empty()));
        prop_assert_eq!(after.ragged(), None);
    }

    #[test]
    fn no_input_ends_the_program(base in prop::option::of(any_grid()), deck in any_deck(), data in any_grid(), take in take()) {
        let merge = merge(base.as_ref(), &deck, &data, &take);
        let after = apply(&deck, &merge);
        merge.words();
        // Its edits done to another deck do no harm either.
        apply(&DeckGrid::default(), &merge);
        prop_assert!(!merge.edits.is_empty() || after == deck);
    }
}
