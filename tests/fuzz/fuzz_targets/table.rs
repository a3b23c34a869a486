//! A table nobody would write: read from a slide, changed, written and read again. It shows what was asked for, and whatever is
//! outside of it stays as it was.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use ooxml::{Package, Table, Text};

const DECK: &[u8] = include_bytes!("../../../generator/ooxml/tests/decks/python-pptx.pptx");
const PART: &str = "ppt/slides/slide1.xml";

/// What stands around the table. Nothing of it may change.
const BEFORE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><!-- before --><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="tradeoff:costs" descr="Table."/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="3000000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">"#;
const AFTER: &str = "</a:graphicData></a:graphic></p:graphicFrame><!-- after --></p:spTree></p:cSld>\
    <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

// The first byte says what is changed, the others are the table.
fuzz_target!(|data: &[u8]| {
    let Some((choice, text)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let slide = Text::decode(PART, format!("{BEFORE}{text}{AFTER}").as_bytes()).expect("UTF-8");
    let Ok(tables) = Table::all(&slide) else {
        return;
    };
    let Some(table) = tables.first() else {
        return;
    };
    let after = match choice % 2 {
        0 => with_other_texts(table, &slide, *choice),
        _ => with_other_lines(table, &slide, *choice),
    };
    if let Some(after) = after {
        assert!(after.ends_with(AFTER), "what follows is as it was");
        no_new_fault(&slide, &after);
    }
});

/// Writes texts into some cells; all others keep theirs.
fn with_other_texts(table: &Table, slide: &Text, choice: u8) -> Option<Text> {
    let mut edit = table.edit();
    let mut expected = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let text =
                ["", "one", "one\ntwo", "&<\">"][(at + column + usize::from(choice / 2)) % 4];
            // What is no text, such as a field, may stay where it is.
            let is_text = !cell.text.contains('\u{fffc}');
            if (at * 7 + column) % 3 == 0 && !cell.merge.is_covered() && is_text {
                edit.set_cell(at, column, text);
                expected.push(text.to_owned());
            } else {
                expected.push(cell.text.clone());
            }
        }
    }
    let after = edit.apply(slide).ok()?.slide;
    assert!(after.starts_with(BEFORE), "what stands before is as it was");
    let again = read_again(&after, table);
    let texts = again.rows.iter().flat_map(|row| &row.cells);
    let texts: Vec<_> = texts.map(|it| it.text.clone()).collect();
    assert_eq!(texts, expected, "every cell shows what was asked for");
    Some(after)
}

/// Inserts a row and a column, and takes out one of each.
fn with_other_lines(table: &Table, slide: &Text, choice: u8) -> Option<Text> {
    let (n_rows, n_columns) = (table.rows.len(), table.columns.len());
    let pick = |n: usize, shift: u8| usize::from(choice.rotate_right(shift.into())) % (n + 1);
    let mut edit = table.edit();
    edit.insert_row(pick(n_rows, 1), pick(n_rows, 3), &vec!["new"; n_columns]);
    edit.insert_column(
        pick(n_columns, 2),
        pick(n_columns, 4),
        914_400,
        &vec!["new"; n_rows],
    );
    edit.remove_row(pick(n_rows, 5));
    edit.remove_column(pick(n_columns, 6));
    edit.set_size(1200);
    let after = edit.apply(slide).ok()?.slide;
    // Only the size of the frame, which is the last thing there, may be another.
    let (untouched, _) = BEFORE.split_once("<a:ext ").expect("a size");
    assert!(
        after.starts_with(untouched),
        "what stands before is as it was"
    );
    let again = read_again(&after, table);
    assert_eq!((again.rows.len(), again.columns.len()), (n_rows, n_columns));
    assert!(
        again.rows.iter().all(|row| row.cells.len() == n_columns),
        "no row is ragged"
    );
    Some(after)
}

/// The table that was changed, from the text that was written.
fn read_again(after: &Text, before: &Table) -> Table {
    let tables = Table::all(after).expect("what was written can be read");
    let table = tables.into_iter().next().expect("the table is still there");
    assert_eq!(table.name, before.name);
    table
}

/// A deck with the changed slide has no fault that it did not have before.
fn no_new_fault(before: &Text, after: &Text) {
    let deck = Cursor::new(DECK.to_vec());
    let mut package = Package::open(deck).expect("a deck");
    package
        .replace(PART, before.encode(before))
        .expect("a part");
    let mut opened = Vec::new();
    package.save(&mut opened).expect("a deck in memory");
    let mut package = Package::open(Cursor::new(opened)).expect("the deck again");
    package.replace(PART, after.encode(after)).expect("a part");
    if let Ok(faults) = ooxml::new_faults(&mut package) {
        assert!(faults.is_empty(), "{faults:?}");
    }
}
