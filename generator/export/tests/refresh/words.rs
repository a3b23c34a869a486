//! What is said of a merge.

use export::refresh::{Take, merge};

use crate::tables::{deck, grid};

#[test]
fn every_text_that_is_at_odds_is_in_the_words() {
    let base = "Question | Containers | Serverless
        Cold start latency | 1 s | 2 s
        Price | $1 | $2
        Limit | 15 min | none
        Gone | g1 | g2";
    let deck = deck(
        "Question | Containers | Serverless
        Cold start latency | 1 s | 2 s
        Price | $9 | $7
        Limit | 15 min | by hand
        Gone | g1 | edited
        Mine | m1 | m2",
    );
    let data = "Question | Containers | Serverless | Edge
        Cold start latency | 800 ms | 2 s | 5 ms
        Price | $3 | $2 | $4
        Limit | 15 min | none | none
        New | n1 | n2 | n3";
    let words = merge(Some(&grid(base)), &deck, &grid(data), &Take::default()).words();
    assert_eq!(
        words,
        [
            "Cold start latency / Containers: “1 s” becomes “800 ms”",
            "new column: Edge",
            "new row: New",
            "Price / Containers: the deck says “$9”, the data “$3”, last written was “$1”",
            "Gone: the data has the row no more, but it was changed by hand: Gone / Serverless says “edited”, last written was “g2”",
            "Price / Serverless: edited by hand: “$7” stays, the data says “$2”",
            "Limit / Serverless: edited by hand: “by hand” stays, the data says “none”",
            "row added by hand: Mine stays",
        ]
    );
}

#[test]
fn signs_that_trick_a_terminal_are_left_out() {
    let base = grid("Q | A\nr | 1");
    let deck = deck("Q | A\nr | \u{1b}[31m\u{202e}evil\u{7}");
    let words = merge(
        Some(&base),
        &deck,
        &grid("Q | A\nr | two\nlines"),
        &Take::default(),
    )
    .words();
    assert_eq!(
        words[1],
        "r / A: the deck says “[31mevil”, the data “two”, last written was “1”"
    );
}
