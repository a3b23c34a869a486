//! What the data wants in a deck, whole and in pieces.

use document::fit::{CONTINUED, Entry, Piece};
use document::{Cell, Column, Row, RowGroup, Run, Selection, Table};
use export::refresh::{Grid, HEADER, Kind, NAMES, divide};

use crate::tables::grid;

fn table(groups: &[(&str, &[&str])]) -> Table {
    let cell = |text: &str| Cell {
        mark: Some("good"),
        glyphs: Some("●●○"),
        value: vec![Run::Text(text.to_owned()), Run::Cite(1)],
        ..Cell::default()
    };
    let row = |id: &&str| Row {
        id: (*id).to_owned(),
        name: id.to_uppercase(),
        question: Vec::new(),
        cells: vec![cell(&format!("{id} of a")), Cell::default()],
    };
    let group = |(id, rows): &(&str, &[&str])| RowGroup {
        id: (*id).to_owned(),
        name: format!("Group {id}"),
        rows: rows.iter().map(row).collect(),
    };
    let column = |id: &str| Column {
        id: id.to_owned(),
        name: id.to_uppercase(),
        symbol: String::new(),
        family: String::new(),
    };
    Table {
        id: "t".into(),
        selection: Selection::default(),
        comparison: String::new(),
        title: String::new(),
        question: Vec::new(),
        note: Vec::new(),
        corner: "Question".into(),
        columns: vec![column("a"), column("b")],
        groups: groups.iter().map(group).collect(),
        notes: Vec::new(),
        sources: Vec::new(),
        as_of: None,
        revision: "00000000".into(),
    }
}

fn ids(grid: &Grid) -> Vec<&str> {
    grid.rows.iter().map(|it| it.id.as_str()).collect()
}

#[test]
fn a_grid_has_what_a_slide_shows() {
    let whole = Grid::whole(&table(&[("x", &["r", "s"]), ("y", &["t"])]));
    assert_eq!(ids(&whole), [HEADER, "group:x", "r", "s", "group:y", "t"]);
    let columns: Vec<_> = whole
        .columns
        .iter()
        .map(|it| (it.id.as_str(), it.header.as_str()))
        .collect();
    assert_eq!(columns, [(NAMES, "Question"), ("a", "A"), ("b", "B")]);
    let texts = |row| {
        (0..3)
            .map(|it| whole.cell(row, it).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(0), ["Question", "A", "B"]);
    assert_eq!(texts(1), ["Group x", "", ""]);
    assert_eq!(texts(2), ["R", "●●○ good\nr of a", ""]);
    assert_eq!(whole.rows[1].kind, Kind::Heading);
    // A single group is not named.
    assert_eq!(ids(&Grid::whole(&table(&[("x", &["r"])]))), [HEADER, "r"]);
}

#[test]
fn a_piece_has_its_rows_and_says_what_goes_on() {
    let table = table(&[("x", &["r", "s"]), ("y", &["t"])]);
    let height_pt = 0.0;
    let entries = vec![
        Entry::Heading {
            group: 0,
            continued: true,
            height_pt,
        },
        Entry::Row { row: 1, height_pt },
        Entry::Heading {
            group: 1,
            continued: false,
            height_pt,
        },
        Entry::Row { row: 2, height_pt },
        // What is not there is left out.
        Entry::Row { row: 9, height_pt },
        Entry::Heading {
            group: 9,
            continued: false,
            height_pt,
        },
    ];
    let piece = Piece {
        number: 2,
        header_pt: 0.0,
        entries,
        height_pt,
    };
    let grid = Grid::of(&table, &piece);
    assert_eq!(ids(&grid), [HEADER, "group:x", "s", "group:y", "t"]);
    assert_eq!(grid.rows[1].key, format!("Group x{CONTINUED}"));
    assert_eq!(grid.rows[3].key, "Group y");
}

#[test]
fn what_a_table_has_twice_has_two_ids() {
    let whole = Grid::whole(&table(&[("x", &["r"]), ("y", &["r"]), ("x", &["s", "r"])]));
    assert_eq!(
        ids(&whole),
        [
            HEADER,
            "group:x",
            "r",
            "group:y",
            "r#2",
            "group:x#2",
            "s",
            "r#3"
        ]
    );
}

#[test]
fn a_piece_keeps_its_rows_and_a_new_row_goes_where_the_one_before_it_goes() {
    let whole = grid(
        "Q | A
        == x
        r | 1
        new1 | 1
        s | 1
        s2 | 1
        == y
        new2 | 1
        t | 1
        == z
        u | 1
        end | 1",
    );
    let first = grid("Q | A\n== x\nr | 1\ns | 1");
    let second = grid("Q | A\n== x\ns2 | 1\n== y\nt | 1");
    let pieces = divide(&whole, &[&first, &second]);
    assert_eq!(ids(&pieces[0]), [HEADER, "group:x", "r", "new1", "s"]);
    assert_eq!(
        ids(&pieces[1]),
        [
            HEADER, "group:x", "s2", "group:y", "new2", "t", "group:z", "u", "end"
        ]
    );
    assert_eq!(pieces[0].rows[1].key, "x");
    assert_eq!(pieces[1].rows[1].key, format!("x{CONTINUED}"));
    assert_eq!(pieces[1].cell(1, 0), Some(pieces[1].rows[1].key.as_str()));
    // All of it is somewhere, once.
    let bodies = pieces
        .iter()
        .flat_map(|it| it.rows.iter().filter(|it| it.kind == Kind::Body));
    assert_eq!(bodies.count(), 8);
    assert!(divide(&whole, &[]).is_empty());
}

#[test]
fn the_name_of_a_group_goes_with_the_last_of_its_rows() {
    let first = grid("Q | A\n== x\nr | 1\n== y\ns | 1");
    let second = grid("Q | A\n== y\nt | 1");
    let pieces = divide(&grid("Q | A\n== x\nr | 1\n== y\nt | 1"), &[&first, &second]);
    assert_eq!(ids(&pieces[0]), [HEADER, "group:x", "r"]);
    assert_eq!(ids(&pieces[1]), [HEADER, "group:y", "t"]);
    assert_eq!(pieces[1].rows[1].key, "y", "it begins here now");
}
