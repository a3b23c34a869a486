//! The paper of tables: upright, across, larger, or in parts, and never with a word wider than its column.

use document::paper::{Paper, Sheets, sheets};
use document::{Cell, Column, Row, RowGroup, Run, Selection, Table};

/// A table with so many options, each of which has these texts.
fn table(n_options: usize, texts: &[&str]) -> Table {
    let column = |at: usize| Column {
        id: format!("option-{at}"),
        name: format!("Option {at}"),
        symbol: "●".into(),
        family: String::new(),
    };
    let row = |text: &&str| Row {
        id: "row".into(),
        name: "A question".into(),
        question: Vec::new(),
        cells: (0..n_options)
            .map(|at| Cell {
                value: vec![Run::Text(format!("{text} {at}"))],
                ..Cell::default()
            })
            .collect(),
    };
    Table {
        id: "table".into(),
        selection: Selection::default(),
        comparison: String::new(),
        title: "A table".into(),
        question: Vec::new(),
        note: Vec::new(),
        corner: "Question".into(),
        columns: (0..n_options).map(column).collect(),
        groups: vec![RowGroup {
            id: "group".into(),
            name: "Group".into(),
            rows: texts.iter().map(row).collect(),
        }],
        notes: Vec::new(),
        sources: Vec::new(),
        as_of: None,
        revision: String::new(),
    }
}

fn of(n_options: usize, paper: Paper) -> Sheets {
    sheets(&table(n_options, &["short words"]), paper)
}

#[test]
fn few_options_stand_upright_and_more_across_on_the_paper_that_was_asked_for() {
    for (paper, name) in [(Paper::A4, "a4"), (Paper::Letter, "us-letter")] {
        assert_eq!(paper.name(), name);
        for n in 0..=8 {
            let found = of(n, paper);
            assert_eq!((found.paper, found.flipped), (name, n > 3), "{n}");
            assert_eq!(found.told, None, "{n} on {name}");
            assert_eq!(found.pieces, [table(n, &["short words"])]);
        }
    }
}

#[test]
fn what_is_wider_than_the_paper_goes_on_a_larger_sheet_and_says_so() {
    let found = of(10, Paper::A4);
    assert_eq!(
        (found.paper, found.flipped, found.pieces.len()),
        ("a3", true, 1)
    );
    assert_eq!(
        found.told.as_deref(),
        Some("10 options are too wide for A4: printed on A3")
    );
    let found = of(10, Paper::Letter);
    assert_eq!(found.paper, "us-tabloid");
    assert_eq!(
        found.told.as_deref(),
        Some("10 options are too wide for US Letter: printed on Tabloid")
    );
}

#[test]
fn what_is_wider_than_a3_comes_in_even_parts_that_hold_every_option_once() {
    let whole = table(20, &["short words", "others"]);
    let found = sheets(&whole, Paper::A4);
    assert_eq!((found.paper, found.flipped), ("a4", true));
    let counts: Vec<usize> = found.pieces.iter().map(|it| it.columns.len()).collect();
    assert_eq!(counts, [6, 7, 7]);
    assert_eq!(
        found.told.as_deref(),
        Some("20 options are too wide for A3: printed in 3 parts of up to 7 on A4")
    );
    let columns = found.pieces.iter().flat_map(|it| &it.columns);
    assert!(columns.eq(&whole.columns));
    for (at, row) in whole.rows().enumerate() {
        let parts = found.pieces.iter().map(|it| it.rows().nth(at).unwrap());
        let parts: Vec<&Row> = parts.collect();
        assert!(parts.iter().all(|it| it.name == row.name));
        assert!(parts.iter().flat_map(|it| &it.cells).eq(&row.cells));
    }
}

/// A sign of Inter is about half as wide as it is high: 40 signs take more than a column of three upright has, 170 points
/// less what the names take, and fit across, where it has 200.
#[test]
fn long_words_ask_for_wider_paper() {
    let long = "x".repeat(32);
    let found = sheets(&table(3, &[&long]), Paper::A4);
    assert_eq!((found.paper, found.flipped), ("a4", true));
    assert_eq!(
        found.told.as_deref(),
        Some("words too long for A4 upright: printed across")
    );
    let found = sheets(&table(5, &[&long]), Paper::A4);
    assert_eq!(found.paper, "a3");
    let found = sheets(&table(9, &[&long]), Paper::A4);
    assert_eq!(found.pieces.len(), 3);
}

#[test]
fn a_word_that_fits_nowhere_does_not_tear_the_table_apart() {
    let wide = "W".repeat(59);
    let found = sheets(&table(3, &[&wide]), Paper::A4);
    assert_eq!(found.pieces.len(), 1);
    assert_eq!(
        found.told.as_deref(),
        Some("words too long even for A3: printed on A4")
    );
    let found = sheets(&table(40, &[&wide]), Paper::A4);
    assert_eq!(found.pieces.len(), 5);
    assert_eq!(
        found
            .pieces
            .iter()
            .map(|it| it.columns.len())
            .sum::<usize>(),
        40
    );
}

#[test]
fn a_word_that_breaks_anywhere_asks_for_nothing() {
    for n_letters in [60, 5_000] {
        let endless = "W".repeat(n_letters);
        let found = sheets(&table(3, &[&endless]), Paper::A4);
        assert_eq!(
            (found.paper, found.flipped, found.told),
            ("a4", false, None)
        );
    }
}
