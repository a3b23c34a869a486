//! The rule of three texts.

use export::refresh::{Conflict, DeckGrid, Edit, Kept, Take};

use crate::tables::{deck, grid, merged};

/// What becomes of a cell.
#[derive(Debug, PartialEq)]
enum Outcome {
    Nothing,
    Written,
    Kept,
    Conflict,
}

fn of(base: Option<&str>, shown: &str, data: &str) -> Outcome {
    let table = |text: &str| format!("Q | A\nr | {text}");
    let mut last = grid(&table(base.unwrap_or_default()));
    last.rows[1].cells[1] = base.map(str::to_owned);
    let deck = deck(&table(shown));
    let merge = merged(Some(&last), &deck, &grid(&table(data)), &Take::default());
    match (&merge.edits[..], &merge.conflicts[..], &merge.kept[..]) {
        ([], [], []) => Outcome::Nothing,
        (
            [
                Edit::SetCell {
                    row: 1,
                    column: 1,
                    was,
                    text,
                    ..
                },
            ],
            [],
            [],
        ) => {
            assert_eq!((was.as_str(), text.as_str()), (shown, data));
            Outcome::Written
        }
        (
            [],
            [],
            [
                Kept::Cell {
                    deck, data: other, ..
                },
            ],
        ) => {
            assert_eq!((deck.as_str(), other.as_str()), (shown, data));
            Outcome::Kept
        }
        (
            [],
            [
                Conflict::Cell {
                    base: last,
                    deck,
                    data: other,
                    ..
                },
            ],
            [],
        ) => {
            assert_eq!(
                (last.as_deref(), deck.as_str(), other.as_str()),
                (base, shown, data)
            );
            Outcome::Conflict
        }
        other => panic!("{other:?}"),
    }
}

/// Every way in which three texts can be equal or not, each of them empty too, and what was written last unknown.
#[test]
fn a_cell_follows_the_rule_of_three_texts() {
    let texts = ["x", "y", "z", ""];
    let mut seen = [0; 4];
    for base in texts.map(Some).into_iter().chain([None]) {
        for shown in texts {
            for data in texts {
                // The table of the specification, row by row.
                let expected = if shown == data {
                    Outcome::Nothing
                } else if base == Some(shown) {
                    Outcome::Written
                } else if base == Some(data) {
                    Outcome::Kept
                } else {
                    Outcome::Conflict
                };
                let outcome = of(base, shown, data);
                assert_eq!(outcome, expected, "{base:?} {shown:?} {data:?}");
                seen[outcome as usize] += 1;
            }
        }
    }
    // 5 × 4 equal; of the rest, 4 × 3 each for what was last shown and last wanted.
    assert_eq!(seen, [20, 12, 12, 36]);
}

#[test]
fn blanks_and_no_break_signs_are_no_difference() {
    assert_eq!(
        of(Some("15\u{a0}min"), " 15 min ", "15 min"),
        Outcome::Nothing
    );
    assert_eq!(
        of(Some("15 min"), "15\u{a0}min", "20\u{a0}min"),
        Outcome::Written
    );
    assert_eq!(
        of(Some("30\u{2060}–\u{2060}45 s"), "about 1 min", "30–45 s"),
        Outcome::Kept
    );
}

#[test]
fn without_a_lock_a_difference_stops_everything() {
    let data = grid("Q | A\nr | 1\ns | 2");
    let same = merged(None, &deck("Q | A\nr | 1\ns | 2"), &data, &Take::default());
    assert!(same.is_current() && same.kept.is_empty());
    assert_eq!(same.base, Some(data.clone()));
    for other in ["Q | A\nr | 1\ns | 3", "Q | A\nr | 1", "Q | B\nr | 1\ns | 2"] {
        let merge = merged(None, &deck(other), &data, &Take::default());
        assert_eq!((&merge.edits[..], &merge.base), (&[][..], &None), "{other}");
        assert_eq!(merge.conflicts.len(), 1, "{other}: {:?}", merge.conflicts);
    }
}

#[test]
fn another_table_is_not_taken_for_this_one() {
    let data = grid("Q | A\nr | 1");
    for other in ["X | Y\nz | 1", "Q | A\nz | 7", "", "r | 1"] {
        let deck = match other {
            "" => DeckGrid::default(),
            _ => deck(other),
        };
        let merge = merged(Some(&data), &deck, &grid("Q | A\nr | 2"), &Take::default());
        assert_eq!(merge.edits, [], "{other}");
        assert_eq!(merge.conflicts, [Conflict::Unrecognized], "{other}");
        assert_eq!(merge.base.as_ref(), Some(&data), "{other}");
    }
    let mut ragged = deck("Q | A\nr | 1");
    ragged.rows[1].cells.pop();
    let merge = merged(
        Some(&data),
        &ragged,
        &grid("Q | A\nr | 2"),
        &Take::default(),
    );
    assert_eq!(merge.conflicts, [Conflict::Ragged { row: 1 }]);
    assert_eq!(merge.edits, []);
}
