//! Tables in frames: nothing is lost, nothing sticks out unsaid, and pieces are cut where a reader would cut them.

use document::fit::{CONTINUED, Entry, Fitted, Frame, Insets, Piece, SIZES_PT, columns, fit};
use document::measure::{Face, Family, width};
use document::{Cell, Column, Row, RowGroup, Run, Selection, SourceNote, Table};
use proptest::prelude::*;

const FACE: Face = Face::regular(Family::LiberationMono);

/// A table whose rows are given by group: the name of the row, then one text for each option.
fn table(groups: &[Vec<Vec<String>>]) -> Table {
    let n_options = groups.iter().flatten().map(|it| it.len() - 1).max();
    let column = |at: usize| Column {
        id: format!("option-{at}"),
        name: format!("Option {at}"),
        symbol: "●".into(),
        family: String::new(),
    };
    let cell = |text: &String| Cell {
        value: vec![Run::Text(text.clone())],
        ..Cell::default()
    };
    let mut number = 0;
    let mut row = |texts: &Vec<String>| {
        number += 1;
        Row {
            id: format!("row-{}", number - 1),
            name: texts[0].clone(),
            question: Vec::new(),
            cells: texts[1..].iter().map(cell).collect(),
        }
    };
    let group = |(at, rows): (usize, &Vec<Vec<String>>)| RowGroup {
        id: format!("group-{at}"),
        name: format!("Group {at}"),
        rows: rows.iter().map(&mut row).collect(),
    };
    Table {
        id: "table".into(),
        selection: Selection::default(),
        comparison: String::new(),
        title: "A table".into(),
        question: Vec::new(),
        note: Vec::new(),
        corner: "Question".into(),
        columns: (0..n_options.unwrap_or_default()).map(column).collect(),
        groups: groups.iter().enumerate().map(group).collect(),
        notes: Vec::new(),
        sources: Vec::new(),
        as_of: None,
        revision: String::new(),
    }
}

/// Groups of so many rows each, all of one line.
fn short(groups: &[usize]) -> Table {
    let row = || vec!["name".to_owned(), "yes".into(), "no".into()];
    let groups = groups.iter().map(|n| (0..*n).map(|_| row()).collect());
    table(&groups.collect::<Vec<_>>())
}

/// How many rows each piece has.
fn counts(fitted: &Fitted) -> Vec<usize> {
    fitted.pieces.iter().map(|it| it.rows().count()).collect()
}

/// The height of a row of so many lines at this size.
fn row_pt(lines: usize, size: f32) -> f32 {
    lines as f32 * size * 2320.0 / 2048.0 + 7.2
}

/// What must hold of every table in every frame.
fn hold(table: &Table, frame: &Frame) {
    let fitted = fit(table, frame);
    let rows: Vec<usize> = fitted.pieces.iter().flat_map(Piece::rows).collect();
    assert_eq!(rows, (0..table.len()).collect::<Vec<_>>());
    assert!(SIZES_PT.contains(&fitted.size_pt));
    assert_eq!(fitted.columns_pt.len(), table.columns.len() + 1);
    assert!(
        fitted
            .columns_pt
            .iter()
            .all(|it| it.is_finite() && *it >= 0.0)
    );
    let parts: Vec<Table> = fitted.pieces.iter().map(|it| it.table(table)).collect();
    let parted: Vec<&Row> = parts.iter().flat_map(Table::rows).collect();
    assert_eq!(parted, table.rows().collect::<Vec<_>>());
    for (piece, at) in fitted.pieces.iter().zip(1..) {
        assert_eq!(piece.number, at);
        let of = |it: &Entry| match it {
            Entry::Heading { height_pt, .. } | Entry::Row { height_pt, .. } => *height_pt,
        };
        let sum = piece.header_pt + piece.entries.iter().map(of).sum::<f32>();
        assert!((sum - piece.height_pt).abs() <= 1e-3 * sum, "{sum}");
        let row = piece.rows().next().and_then(|it| table.rows().nth(it));
        let is_told = row.is_some_and(|row| fitted.overflows.iter().any(|it| it.row == row.id));
        let is_low = piece.height_pt <= frame.height_pt;
        assert!(is_low || is_told || row.is_none(), "{}", piece.height_pt);
    }
}

#[test]
fn a_table_has_the_largest_size_at_which_all_of_it_fits() {
    let table = short(&[5]);
    // A header, five rows, and a line in reserve.
    for size in SIZES_PT {
        let height = 6.0 * row_pt(1, size) + size * 2320.0 / 2048.0;
        let fitted = fit(&table, &Frame::of(600.0, height + 0.1, FACE));
        assert_eq!((fitted.size_pt, counts(&fitted)), (size, vec![5]));
    }
}

#[test]
fn a_table_that_is_cut_is_as_large_as_it_can_be_in_so_few_pieces() {
    let table = short(&[10]);
    let height = 6.0 * row_pt(1, 14.0) + 14.0 * 2320.0 / 2048.0 + 0.1;
    let fitted = fit(&table, &Frame::of(600.0, height, FACE));
    assert_eq!((fitted.size_pt, counts(&fitted)), (14.0, vec![5, 5]));
}

#[test]
fn pieces_have_about_equally_many_rows_and_never_fewer_than_three() {
    let height = 9.5 * row_pt(1, 12.0) + 12.0 * 2320.0 / 2048.0;
    for n in 9..60 {
        let counts = counts(&fit(&short(&[n]), &Frame::of(600.0, height, FACE)));
        assert_eq!(counts.len(), n.div_ceil(8), "{n}: {counts:?}");
        let (least, most) = (counts.iter().min(), counts.iter().max());
        assert!(most.unwrap() - least.unwrap() <= 1, "{n}: {counts:?}");
        assert!(*least.unwrap() >= 3, "{n}: {counts:?}");
    }
}

#[test]
fn a_group_that_goes_on_says_so_and_one_that_begins_does_not() {
    let table = short(&[3, 12]);
    let height = 9.5 * row_pt(1, 12.0) + 12.0 * 2320.0 / 2048.0;
    let fitted = fit(&table, &Frame::of(600.0, height, FACE));
    let heading = |it: &Entry| match it {
        Entry::Heading {
            group, continued, ..
        } => Some((*group, *continued)),
        Entry::Row { .. } => None,
    };
    let headings = fitted.pieces.iter().map(|it| {
        let entries = it.entries.iter();
        entries.filter_map(heading).collect::<Vec<_>>()
    });
    let headings: Vec<_> = headings.collect();
    assert_eq!(headings.concat().iter().filter(|it| !it.1).count(), 2);
    assert!(headings.len() > 1);
    for (piece, headings) in fitted.pieces.iter().zip(&headings).skip(1) {
        let first = piece.rows().next().unwrap();
        assert_eq!(headings[0], (usize::from(first >= 3), first != 3));
        let part = piece.table(&table);
        assert_eq!(part.groups[0].name.ends_with(CONTINUED), first != 3);
    }
}

#[test]
fn a_table_of_one_group_has_no_name_above_its_rows() {
    let fitted = fit(&short(&[4]), &Frame::of(600.0, 400.0, FACE));
    let is_row = |it: &Entry| matches!(it, Entry::Row { .. });
    assert!(fitted.pieces[0].entries.iter().all(is_row));
}

#[test]
fn a_row_that_is_taller_than_the_frame_is_told_with_its_cell_and_lines() {
    let long = "word ".repeat(12_000);
    assert_eq!(long.len(), 60_000);
    let texts = |name: &str, text: &str| vec![name.to_owned(), "yes".into(), text.to_owned()];
    let rows = vec![texts("a", "no"), texts("b", &long), texts("c", "no")];
    let table = table(&[rows]);
    let frame = Frame::of(600.0, 300.0, FACE);
    let fitted = fit(&table, &frame);
    assert_eq!(fitted.overflows.len(), 1);
    let told = &fitted.overflows[0];
    assert_eq!(
        (told.row.as_str(), told.column.as_deref()),
        ("row-1", Some("option-1"))
    );
    let sign = 12.0 * 1229.0 / 2048.0;
    // One part in a hundred stays free, and the blank behind the last word hangs.
    let per_line = ((fitted.columns_pt[2] - 14.4) * 0.99 / sign + 1.0).floor() as usize / 5;
    let lines = 12_000_usize.div_ceil(per_line);
    let over = fitted.pieces[0].header_pt + row_pt(lines, 12.0) - 300.0;
    assert_eq!(
        told.lines,
        (over / (12.0 * 2320.0 / 2048.0)).ceil() as usize
    );
    hold(&table, &frame);
}

#[test]
fn columns_of_options_are_equally_wide_unless_that_makes_the_text_smaller() {
    let row = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
    let long = "a long text of many short words that goes on and on";
    let even = table(&[vec![
        row(["a", "yes", "it depends on the load"]),
        row(["b", "no", "no"]),
    ]]);
    let fitted = fit(&even, &Frame::of(600.0, 400.0, FACE));
    assert!((fitted.columns_pt[1] - fitted.columns_pt[2]).abs() < 0.1);
    let uneven = table(&[vec![row(["a", "yes", long]), row(["b", "no", long])]]);
    // In a column of 240 points there is room for 20 signs, and the text takes three lines; in a wider one it takes two.
    let height = row_pt(1, 18.0) + 2.0 * row_pt(2, 18.0) + 18.0 * 2320.0 / 2048.0 + 0.1;
    let fitted = fit(&uneven, &Frame::of(600.0, height, FACE));
    assert!(fitted.size_pt > 17.0);
    assert!(fitted.columns_pt[2] > 1.2 * fitted.columns_pt[1]);
}

#[test]
fn columns_fill_the_frame_and_keep_words_whole() {
    let texts = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    let table = table(&[vec![
        texts(["How long", "immeasurably", "no", "it depends on the load"]),
        texts(["What cost", "a", "b", "c"]),
    ]]);
    for size in SIZES_PT {
        for room in [520.0, 700.0, 900.0] {
            let columns = columns(&table, &Frame::of(room, 400.0, FACE), size);
            assert!((columns.iter().sum::<f32>() - room).abs() < 0.1);
            let names = columns[0] / room;
            assert!((0.199..0.351).contains(&names), "{size} {room}: {names}");
            let word = width("immeasurably", FACE, size);
            assert!(columns[1] >= word + 14.4, "{size} {room}: {columns:?}");
        }
    }
}

#[test]
fn words_that_cannot_stay_whole_are_told() {
    let long = "x".repeat(200);
    let row = vec!["name".to_owned(), long.clone(), long];
    let fitted = fit(&table(&[vec![row]]), &Frame::of(600.0, 400.0, FACE));
    assert!(fitted.words_break);
    assert!(fitted.size_pt < 13.0);
    assert!(!fit(&short(&[3]), &Frame::of(600.0, 400.0, FACE)).words_break);
}

#[test]
fn a_piece_keeps_the_sources_it_needs_under_their_numbers() {
    let mut table = short(&[30]);
    let mut number = 0;
    for row in &mut table.groups[0].rows {
        number += 1;
        row.cells[0].sources = vec![number];
    }
    // Nobody prints the number of the last one: it stands behind a fact.
    table.sources = (1..=31)
        .map(|number| SourceNote {
            number,
            id: format!("source-{number}"),
            title: String::new(),
            publisher: String::new(),
            url: None,
            accessed: "2026-11-23".into(),
        })
        .collect();
    let fitted = fit(&table, &Frame::of(600.0, 300.0, FACE));
    assert!(fitted.pieces.len() > 1);
    for piece in &fitted.pieces {
        let numbers = piece.table(&table).sources.into_iter().map(|it| it.number);
        let expected = piece.rows().map(|it| it + 1).chain([31]);
        assert_eq!(numbers.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

#[test]
fn no_frame_is_too_odd() {
    let odd = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        -5.0,
        0.0,
        1e-30,
        1e30,
    ];
    let tables = [short(&[]), short(&[0, 0]), short(&[1]), short(&[2, 5])];
    for table in &tables {
        for width in odd {
            for height in odd {
                hold(table, &Frame::of(width, height, FACE));
                let insets = Insets {
                    left: width,
                    right: height,
                    top: width,
                    bottom: height,
                };
                let frame = Frame {
                    insets,
                    pitch: width,
                    ..Frame::of(600.0, 400.0, FACE)
                };
                let fitted = fit(table, &frame);
                assert_eq!(counts(&fitted).iter().sum::<usize>(), table.len());
            }
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,9}( [a-z]{1,9}){0,20}",
        1 => "[\u{4e00}-\u{4eff} a-c]{0,40}",
        1 => "[\u{5d0}-\u{5ea}\u{627}-\u{64a}\u{202e}\u{2067}\u{2069} ]{0,40}",
        1 => "[\u{1f600}-\u{1f64f}\u{200d}\u{fe0f}a ]{0,20}",
        1 => any::<String>(),
        1 => (0_usize..60_000).prop_map(|n| "long ".repeat(n / 5)),
    ]
}

fn groups() -> impl Strategy<Value = Vec<Vec<Vec<String>>>> {
    (1_usize..6).prop_flat_map(|n| {
        let row = prop::collection::vec(text(), n);
        let group = prop::collection::vec(row, 0..8);
        prop::collection::vec(group, 0..5)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_row_is_lost_and_no_piece_sticks_out_unsaid(
        groups in groups(),
        room in (30.0_f32..1200.0, 30.0_f32..800.0),
    ) {
        hold(&table(&groups), &Frame::of(room.0, room.1, FACE));
    }

    #[test]
    fn no_name_stands_above_a_single_row_of_a_larger_group(
        groups in prop::collection::vec(1_usize..12, 2..8),
        rows in 9_u8..20,
    ) {
        let table = short(&groups);
        let height = f32::from(rows) * row_pt(1, 12.0) + 12.0 * 2320.0 / 2048.0;
        let fitted = fit(&table, &Frame::of(600.0, height, FACE));
        for piece in &fitted.pieces {
            let part = piece.table(&table);
            prop_assert!(part.len() >= 3.min(table.len()), "{:?}", counts(&fitted));
            for group in &part.groups {
                let of = table.groups.iter().find(|it| it.id == group.id);
                let whole = of.map_or(0, |it| it.rows.len());
                prop_assert!(group.rows.len() >= 2.min(whole), "{:?}", counts(&fitted));
            }
        }
    }
}
