//! Tables changed in place: rows and columns that come and go, merged cells around them, and every byte that stays.

use ooxml::{Error, Package, Table, TableEdit, Text};

use crate::deck::{Deck, frame, slide, table};
use crate::decks::{DECKS, open, saved, slide_with};

/// A table on a slide.
fn on_slide(rows: &[&[&str]]) -> (Text, Table) {
    let text = Text::decode("slide", slide(&frame("t", &table(rows))).as_bytes()).unwrap();
    let it = Table::all(&text).unwrap().remove(0);
    (text, it)
}

fn changed(rows: &[&[&str]], change: impl Fn(&mut TableEdit)) -> Result<Table, Error> {
    let (text, table) = on_slide(rows);
    let mut edit = table.edit();
    change(&mut edit);
    let edited = edit.apply(&text)?;
    let mut all = Table::all(&edited.slide)?;
    // What is written is right by the rules of the checker too.
    let mut package = Deck::of(&edited.slide).open();
    assert_eq!(ooxml::check(&mut package)?, []);
    Ok(all.remove(0))
}

/// The texts, with `<` for a cell that is covered from the left, `^` from above, and `+2x3` for one of 2 columns and 3 rows.
fn drawn(table: &Table) -> Vec<String> {
    let cell = |it: &ooxml::table::Cell| {
        let merge = it.merge;
        let covered = [(merge.from_left, "<"), (merge.from_above, "^")];
        let covered: String = covered.iter().filter(|it| it.0).map(|it| it.1).collect();
        match (covered.as_str(), merge.columns, merge.rows) {
            ("", 1, 1) => it.text.clone(),
            ("", columns, rows) => format!("{}+{columns}x{rows}", it.text),
            (covered, ..) => format!("{covered}{}", it.text),
        }
    };
    table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" "))
        .collect()
}

const PLAIN: &[&[&str]] = &[
    &["|h", "|A", "|B"],
    &["|1", "|a", "|b"],
    &["|2", "|c", "|d"],
];
const MERGED: &[&[&str]] = &[
    &["|h", "|A", "|B"],
    &[" gridSpan=\"3\"|group", " hMerge=\"1\"|", " hMerge=\"1\"|"],
    &[" rowSpan=\"2\"|tall", "|a", "|b"],
    &[" vMerge=\"1\"|", "|c", "|d"],
    &["|z", "|e", "|f"],
];

#[test]
fn rows_are_inserted_as_copies_and_removed() {
    let it = changed(PLAIN, |it| {
        it.insert_row(2, 1, &["new", "x", "y"]);
        it.insert_row(2, 1, &["newer", "p", "q"]);
        it.insert_row(3, 2, &["last", "v", "w"]);
        it.remove_row(1);
        it.set_cell(2, 1, "C");
    });
    let it = it.unwrap();
    assert_eq!(
        drawn(&it),
        ["h A B", "new x y", "newer p q", "2 C d", "last v w"]
    );
    let ids: Vec<_> = it.rows.iter().map(|it| it.id).collect();
    assert_eq!(ids, [Some(20), Some(23), Some(24), Some(22), Some(25)]);
    assert_eq!(it.frame.height, 40 + 30 - 10);
    assert_eq!(it.rows[1].cells[1].size, Some(1200));
}

#[test]
fn columns_are_inserted_as_copies_and_removed() {
    let it = changed(PLAIN, |it| {
        it.insert_column(1, 2, 50, &["N", "n", "m"]);
        it.insert_column(3, 2, 60, &["E", "e", "f"]);
        it.remove_column(1);
        it.insert_row(1, 1, &["r", "", "s"]);
        it.set_width(0, 120);
    });
    let it = it.unwrap();
    assert_eq!(drawn(&it), ["h N B E", "r  s ", "1 n b e", "2 m d f"]);
    let columns: Vec<_> = it.columns.iter().map(|it| (it.width, it.id)).collect();
    assert_eq!(
        columns,
        [
            (120, Some(10)),
            (50, Some(13)),
            (100, Some(12)),
            (60, Some(14))
        ]
    );
    assert_eq!(it.frame.width, 300 + 20 + 50 + 60 - 100);
}

#[test]
fn a_merged_cell_grows_and_shrinks_with_what_it_spans() {
    let grown = changed(MERGED, |it| {
        it.insert_row(3, 2, &["", "n", "m"]);
        it.insert_row(2, 4, &["above", "x", "y"]);
        it.insert_column(2, 1, 10, &["N", "", "1", "2", "3"]);
        it.insert_column(3, 2, 10, &["E", "", "4", "5", "6"]);
    });
    assert_eq!(
        drawn(&grown.unwrap()),
        [
            "h A N B E",
            "group+5x1 < < < <",
            "above x  y ",
            "tall+1x3 a 1 b 4",
            "^ n  m ",
            "^ c 2 d 5",
            "z e 3 f 6"
        ]
    );
    let shrunk = changed(MERGED, |it| {
        it.remove_row(3);
        it.remove_column(1);
        it.remove_column(2);
    });
    assert_eq!(drawn(&shrunk.unwrap()), ["h", "group", "tall", "z"]);
    let heading = changed(MERGED, |it| it.insert_row(5, 1, &["again", "", ""]));
    assert_eq!(drawn(&heading.unwrap())[5], "again+3x1 < <");
}

#[test]
fn nothing_is_written_where_nobody_sees_it() {
    let covered =
        |it: Result<Table, Error>| matches!(it, Err(Error::Covered(name, _)) if name == "t");
    assert!(covered(changed(MERGED, |it| it.set_cell(3, 0, "lost"))));
    assert!(covered(changed(MERGED, |it| it.insert_row(
        3,
        2,
        &["lost", "n", "m"]
    ))));
    assert!(covered(changed(MERGED, |it| it.insert_column(
        2,
        1,
        1,
        &["N", "lost"]
    ))));
    let merged = |it: Result<Table, Error>| matches!(it, Err(Error::Merged(..)));
    assert!(merged(changed(MERGED, |it| it.remove_row(2))));
    assert!(merged(changed(MERGED, |it| it.remove_column(0))));
    let whole = changed(MERGED, |it| {
        it.remove_row(2);
        it.remove_row(3);
        it.remove_row(1);
    });
    assert_eq!(drawn(&whole.unwrap()), ["h A B", "z e f"]);
}

#[test]
fn what_is_not_there_is_no_place_to_write() {
    let missing = |it: Result<Table, Error>| matches!(it, Err(Error::NoCell(..)));
    assert!(missing(changed(PLAIN, |it| it.set_cell(3, 0, "x"))));
    assert!(missing(changed(PLAIN, |it| it.set_cell(0, 3, "x"))));
    assert!(missing(changed(PLAIN, |it| it.remove_row(3))));
    assert!(missing(changed(PLAIN, |it| it.insert_row(4, 0, &[]))));
    assert!(missing(changed(PLAIN, |it| it.insert_row(0, 3, &[]))));
    assert!(missing(changed(PLAIN, |it| it.insert_column(0, 9, 1, &[]))));
    assert!(missing(changed(PLAIN, |it| it.set_width(7, 1))));
    assert!(missing(changed(PLAIN, |it| it.set_height(7, 1))));
    let (_, table) = on_slide(PLAIN);
    let other = Text::decode(
        "slide",
        slide(&frame("u", &crate::deck::table(PLAIN))).as_bytes(),
    )
    .unwrap();
    assert!(matches!(table.edit().apply(&other), Err(Error::NoShape(it)) if it == "t"));
}

#[test]
fn an_edit_of_nothing_changes_nothing() {
    for rows in [PLAIN, MERGED] {
        let (text, table) = on_slide(rows);
        let mut edit = table.edit();
        for (at, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                edit.set_cell(at, column, &cell.text);
            }
        }
        edit.set_description("d");
        assert_eq!(&*edit.apply(&text).unwrap().slide, &*text);
    }
}

#[test]
fn what_another_program_wrote_stays_when_it_is_set_again() {
    let (text, table) = on_slide(&[&["|a&#9;b", "|c"]]);
    assert_eq!(table.rows[0].cells[0].text, "a\tb");
    let mut edit = table.edit();
    edit.set_cell(0, 0, "a\tb");
    edit.unlink(0, 0);
    assert_eq!(&*edit.apply(&text).unwrap().slide, &*text);
}

#[test]
fn name_description_and_size_are_set_where_they_are() {
    let it = changed(PLAIN, |it| {
        it.set_name("tradeoff:\"a\"");
        it.set_description("a < b\nc");
        it.set_size(1400);
        it.set_height(1, 99);
        it.insert_row(3, 2, &["", "x", ""]);
    });
    let it = it.unwrap();
    assert_eq!(
        (it.name.as_str(), it.description.as_deref()),
        ("tradeoff:\"a\"", Some("a < b\nc"))
    );
    assert!(
        it.rows
            .iter()
            .flat_map(|it| &it.cells)
            .all(|it| it.size == Some(1400))
    );
    assert_eq!((it.rows[1].height, it.frame.height), (99, 40 + 89 + 10));
}

#[test]
fn merged_tables_of_python_pptx_are_changed_too() {
    let mut package = open(DECKS[0].1);
    let (part, slide) = slide_with(&mut package, "tradeoff:merged");
    assert_eq!(
        drawn(&slide.tables[0]),
        [
            "Question One Two",
            "Heading of a group+3x1 < <",
            "tall+1x2 x y",
            "^ z w",
            "last u v"
        ]
    );
    let mut edit = slide.tables[0].edit();
    edit.insert_row(3, 3, &["", "between", "them"]);
    edit.insert_column(3, 2, 1_000_000, &["Three", "", "1", "2", "3"]);
    edit.set_description("Table: merged.");
    let edited = edit.apply(&slide.text).unwrap();
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    let bytes = saved(&mut package);
    let (_, again) = slide_with(&mut open(&bytes), "tradeoff:merged");
    assert_eq!(
        drawn(&again.tables[0]),
        [
            "Question One Two Three",
            "Heading of a group+4x1 < < <",
            "tall+1x3 x y 1",
            "^ between them ",
            "^ z w 2",
            "last u v 3"
        ]
    );
}

#[test]
fn a_copied_row_takes_no_hyperlink_along() {
    let mut package = open(DECKS[0].1);
    let (part, slide) = slide_with(&mut package, "tradeoff:costs");
    assert_eq!(slide.tables[0].rows[1].cells[2].links.len(), 1);
    let mut edit = slide.tables[0].edit();
    edit.insert_row(2, 1, &["a", "b", "c"]);
    let edited = edit.apply(&slide.text).unwrap();
    let rows = &Table::all(&edited.slide).unwrap()[0].rows;
    let links: Vec<usize> = rows.iter().map(|it| it.cells[2].links.len()).collect();
    assert_eq!(links, [0, 1, 0, 0, 0]);
    let mut edit = slide.tables[0].edit();
    edit.unlink(1, 2);
    let edited = edit.apply(&slide.text).unwrap();
    assert_eq!(
        Table::all(&edited.slide).unwrap()[0].rows[1].cells[2].links,
        [""; 0]
    );
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    saved(&mut package);
}

#[test]
fn tables_are_found_in_groups_and_in_the_choice_only() {
    let it = |name| frame(name, &table(PLAIN));
    let alternate = format!(
        "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"p\">{}\
         </mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        it("choice"),
        it("fallback")
    );
    let group = format!(
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"9\" name=\"g\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{}</p:grpSp>",
        it("grouped")
    );
    let text = Text::decode("slide", slide(&format!("{alternate}{group}")).as_bytes()).unwrap();
    let all = Table::all(&text).unwrap();
    let found: Vec<_> = all
        .iter()
        .map(|it| (it.name.as_str(), it.in_group))
        .collect();
    assert_eq!(found, [("choice", false), ("grouped", true)]);
    let mut edit = all[1].edit();
    edit.set_cell(0, 0, "changed");
    let edited = edit.apply(&text).unwrap().slide;
    assert_eq!(edited.matches("changed").count(), 1);
    assert!(edited.find("changed") > edited.find("grouped"));
}

#[test]
fn a_strict_deck_is_edited_in_its_own_namespaces() {
    let mut deck = Deck::of(&slide(&frame("t", &table(PLAIN))));
    for (name, bytes) in &mut deck.parts {
        if name != "[Content_Types].xml" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text
                .replace(
                    "http://schemas.openxmlformats.org/presentationml/2006/main",
                    "http://purl.oclc.org/ooxml/presentationml/main",
                )
                .replace(
                    "http://schemas.openxmlformats.org/drawingml/2006/main",
                    "http://purl.oclc.org/ooxml/drawingml/main",
                )
                .replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
                .into();
        }
    }
    let mut package = deck.open();
    let (part, slide) = slide_with(&mut package, "t");
    let mut edit = slide.tables[0].edit();
    edit.set_cell(1, 1, "x\ny");
    edit.insert_row(1, 2, &["p", "q", "r"]);
    let edited = edit.apply(&slide.text).unwrap();
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    let bytes = saved(&mut package);
    let (_, again) = slide_with(&mut open(&bytes), "t");
    assert_eq!(
        drawn(&again.tables[0]),
        ["h A B", "p q r", "1 x\ny b", "2 c d"]
    );
}

#[test]
fn prefixes_encodings_and_oddities_stay() {
    let odd = slide(&frame("t", &table(PLAIN)))
        .replace("<p:", "<")
        .replace("</p:", "</")
        .replace("xmlns:p=", "xmlns=")
        .replace("<a:", "<dr:")
        .replace("</a:", "</dr:")
        .replace("xmlns:a=", "xmlns:dr=")
        .replace("<dr:t>a</dr:t>", "<dr:t><![CDATA[a]]><!-- > --></dr:t>\r\n");
    let bytes: Vec<u8> = format!("\u{feff}<?xml version='1.0' encoding='UTF-16'?>{odd}")
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let mut deck = Deck::of("");
    deck.set("ppt/slides/slide1.xml", bytes.clone());
    let mut package: Package<_> = deck.open();
    let (part, slide) = slide_with(&mut package, "t");
    let mut edit = slide.tables[0].edit();
    edit.set_cell(1, 2, "größe 😀");
    edit.insert_row(3, 1, &["x", "y", "z"]);
    let edited = edit.apply(&slide.text).unwrap();
    package
        .replace(&part, slide.text.encode(&edited.slide))
        .unwrap();
    let changed = saved(&mut package);
    let (_, again) = slide_with(&mut open(&changed), "t");
    assert_eq!(
        drawn(&again.tables[0]),
        ["h A B", "1 a größe 😀", "2 c d", "x y z"]
    );
    let new = open(&changed).part(&part).unwrap();
    assert!(new.starts_with(&[0xfe, 0xff, 0, b'<']));
    let text = Text::decode("a", &new).unwrap();
    assert!(
        text.contains("<![CDATA[a]]><!-- > --></dr:t>\r\n"),
        "{}",
        &*text
    );
}
