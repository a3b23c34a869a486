//! Texts of any kind in cells: what is written is read again, and the format of the cell stays.

use ooxml::slide::insert_table;
use ooxml::table::{NewCell, NewRow, NewTable};
use ooxml::text::{Color, Paragraph, Run, Shade};
use ooxml::{Slide, Table, Text};
use proptest::prelude::*;

use crate::deck::{Deck, cell, frame, slide};

/// A table of one cell with these paragraphs.
fn with(paragraphs: &str) -> Text {
    let table = format!(
        "<a:tbl><a:tblGrid><a:gridCol w=\"1\"/></a:tblGrid><a:tr h=\"1\">{}</a:tr></a:tbl>",
        cell("", paragraphs)
    );
    Text::decode("slide", slide(&frame("t", &table)).as_bytes()).unwrap()
}

/// The paragraphs after this text was written, and whether formats were lost.
fn written(paragraphs: &str, text: &str) -> (String, bool) {
    let before = with(paragraphs);
    let table = &Table::all(&before).unwrap()[0];
    let mut edit = table.edit();
    edit.set_cell(0, 0, text);
    let edited = edit.apply(&before).unwrap();
    let again = &Table::all(&edited.slide).unwrap()[0];
    assert_eq!(again.rows[0].cells[0].text, text);
    let (head, tail) = ("<a:lstStyle/>", "</a:txBody>");
    let content = edited
        .slide
        .split_once(head)
        .unwrap()
        .1
        .split_once(tail)
        .unwrap()
        .0
        .to_owned();
    (content, !edited.flattened.is_empty())
}

fn run(format: &str, text: &str) -> String {
    format!("<a:r><a:rPr {format}/><a:t>{text}</a:t></a:r>")
}

#[test]
fn a_row_with_more_cells_than_columns_keeps_them_all() {
    let cells = |first: &str| {
        let paragraph = |text: &str| format!("<a:p>{}</a:p>", run("b=\"1\"", text));
        [first, "beyond"]
            .map(|it| cell("", &paragraph(it)))
            .concat()
    };
    let slide = |first: &str| {
        let table = format!(
            "<a:tbl><a:tblGrid><a:gridCol w=\"1\"/></a:tblGrid><a:tr h=\"1\">{}</a:tr></a:tbl>",
            cells(first)
        );
        Text::decode("slide", slide(&frame("t", &table)).as_bytes()).unwrap()
    };
    let before = slide("old");
    let table = &Table::all(&before).unwrap()[0];
    let mut edit = table.edit();
    edit.set_cell(0, 0, "new");
    assert_eq!(*edit.apply(&before).unwrap().slide, *slide("new"));
}

#[test]
fn one_run_keeps_everything_around_its_text() {
    let cell = |text: &str| {
        format!(
            "<a:p><a:pPr algn=\"r\"/>{}<a:endParaRPr sz=\"900\"/></a:p>",
            run("b=\"1\"", text)
        )
    };
    assert_eq!(
        written(&cell("old"), "new & <b>"),
        (cell("new &amp; &lt;b&gt;"), false)
    );
}

#[test]
fn runs_that_the_new_text_keeps_whole_keep_their_format() {
    let (a, b, c) = (
        run("a=\"1\"", "about "),
        run("b=\"1\"", "12 ms"),
        run("c=\"1\"", " at best"),
    );
    let cell = |runs: &[&str]| format!("<a:p>{}</a:p>", runs.concat());
    let old = cell(&[&a, &b, &c]);
    assert_eq!(
        written(&old, "about 9 ms at best"),
        (cell(&[&a, &run("b=\"1\"", "9 ms"), &c]), false)
    );
    assert_eq!(written(&old, "about 12 ms"), (cell(&[&a, &b]), false));
    assert_eq!(
        written(&old, "about 12 ms or 13 at best"),
        (cell(&[&a, &b, &run("b=\"1\"", " or 13"), &c]), false)
    );
    // Nothing is kept: the format of the first run, and the caller is told.
    assert_eq!(
        written(&old, "none"),
        (cell(&[&run("a=\"1\"", "none")]), true)
    );
}

#[test]
fn an_empty_cell_writes_in_the_format_of_its_end() {
    let end = "<a:endParaRPr lang=\"de\" sz=\"900\"><a:latin typeface=\"X\"/></a:endParaRPr>";
    let empty = format!("<a:p>{end}</a:p>");
    let run =
        "<a:r><a:rPr lang=\"de\" sz=\"900\"><a:latin typeface=\"X\"/></a:rPr><a:t>new</a:t></a:r>";
    assert_eq!(
        written(&empty, "new"),
        (format!("<a:p>{run}{end}</a:p>"), false)
    );
    // And back: the size of the text stays, or the row would grow.
    let only = format!("<a:p>{run}</a:p>");
    assert_eq!(written(&only, ""), (empty, false));
    assert_eq!(
        written("<a:p/>", "new").0,
        "<a:p><a:r><a:t>new</a:t></a:r></a:p>"
    );
}

#[test]
fn lines_are_paragraphs_or_breaks_as_the_cell_has_them() {
    let p = |text: &str| format!("<a:p><a:pPr lvl=\"1\"/>{}</a:p>", run("b=\"1\"", text));
    assert_eq!(written(&(p("a") + &p("b")), "a\nc").0, p("a") + &p("c"));
    assert_eq!(written(&p("a"), "a\nb").0, p("a") + &p("b"));
    assert_eq!(written(&(p("a") + &p("b")), "c").0, p("c"));
    let broken = |text: &str| {
        format!(
            "<a:p>{}<a:br><a:rPr b=\"1\"/></a:br>{}</a:p>",
            run("b=\"1\"", "a"),
            run("b=\"1\"", text)
        )
    };
    assert_eq!(written(&broken("b"), "a\nc").0, broken("c"));
}

#[test]
fn fields_and_formulas_are_part_of_the_text() {
    let field = "<a:p><a:fld id=\"{A}\" type=\"x\"><a:rPr b=\"1\"/><a:t>12</a:t></a:fld></a:p>";
    assert_eq!(
        written(field, "13").0,
        format!("<a:p>{}</a:p>", run("b=\"1\"", "13"))
    );
    let formula = "<a:p><a:r><a:t>x = </a:t></a:r><m xmlns=\"urn:m\"/></a:p>";
    let text = &with(formula);
    // What is no text is seen, so that no comparison takes it for one.
    assert_eq!(
        Table::all(text).unwrap()[0].rows[0].cells[0].text,
        "x = \u{fffc}"
    );
}

#[test]
fn every_text_can_be_set_in_one_size() {
    let before = with(
        "<a:p><a:r><a:rPr sz=\"900\" b=\"1\"/><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p><a:p/>",
    );
    let table = &Table::all(&before).unwrap()[0];
    let mut edit = table.edit();
    edit.set_size(1400);
    let after = edit.apply(&before).unwrap().slide;
    let expected = "<a:p><a:r><a:rPr sz=\"1400\" b=\"1\"/><a:t>a</a:t></a:r><a:br><a:rPr sz=\"1400\"/></a:br>\
                    <a:r><a:rPr sz=\"1400\"/><a:t>b</a:t></a:r></a:p><a:p><a:endParaRPr sz=\"1400\"/></a:p>";
    assert!(after.contains(expected), "{}", &*after);
}

#[test]
fn what_a_cell_cannot_hold_is_made_what_it_can() {
    let before = with("<a:p><a:r><a:t>x</a:t></a:r></a:p>");
    let table = &Table::all(&before).unwrap()[0];
    let mut edit = table.edit();
    edit.set_cell(0, 0, "a\tb\u{1}\u{fffe}c\r\nd\re\u{b}f");
    let edited = edit.apply(&before).unwrap().slide;
    assert_eq!(
        Table::all(&edited).unwrap()[0].rows[0].cells[0].text,
        "a bc\nd\ne\nf"
    );
}

/// Texts with controls, bidirectional signs, CJK, emoji, and signs of markup.
fn texts() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        '<', '>', '&', '"', '\'', ']', '\n', '\r', '\t', ' ', '\0', '\u{1b}', '\u{b}', '\u{202e}',
        '\u{2066}', '\u{fffe}', '\u{ffff}', '大', 'ש', 'ع', '😀', '\u{301}', '\u{200d}',
        '\u{2028}', 'a',
    ]);
    let any = prop_oneof![signs, any::<char>()];
    prop::collection::vec(any, 0..40).prop_map(|it| it.into_iter().collect())
}

/// What of a text a cell can hold, by the words of XML 1.0, production 2.
fn holdable(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ");
    let allowed = |it: &char| matches!(u32::from(*it), 0xa | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x10000..=0x0010_ffff);
    text.chars().filter(allowed).collect()
}

proptest! {
    #[test]
    fn any_text_is_read_as_it_was_written(old in texts(), new in texts()) {
        let mut text = with("<a:p><a:r><a:rPr b=\"1\"/><a:t>x</a:t></a:r><a:r><a:t>y</a:t></a:r></a:p>");
        for it in [&old, &new, &new] {
            let table = &Table::all(&text).unwrap()[0];
            let mut edit = table.edit();
            edit.set_cell(0, 0, it);
            edit.set_description(it);
            text = edit.apply(&text).unwrap().slide;
            let again = &Table::all(&text).unwrap()[0];
            prop_assert_eq!(&again.rows[0].cells[0].text, &holdable(it));
        }
        let mut package = Deck::of(&text).open();
        let faults = ooxml::check(&mut package).unwrap();
        // A description of nothing is a fault of the one who gave it.
        prop_assert!(faults.iter().all(|it| it.rule == "no-description"), "{faults:?}");
    }

    #[test]
    fn any_text_makes_a_new_table(texts in prop::collection::vec(texts(), 6), name in texts()) {
        let cell = |text: &String| NewCell {
            paragraphs: vec![Paragraph {
                runs: vec![Run { text: text.clone(), bold: true, size: Some(1200), color: Some(Color::Text2), link: Some(text.clone()), ..Run::default() }],
                ..Paragraph::default()
            }],
            fill: Some(Shade { color: Color::Accent1, lighter: 80, opacity: None }),
            ..NewCell::default()
        };
        let row = |texts: &[String]| NewRow { height: 10, cells: texts.iter().map(cell).collect() };
        let table = NewTable {
            name,
            description: format!("d{}", texts[0]),
            style: ooxml::presentation::DEFAULT_TABLE_STYLE.to_owned(),
            columns: vec![1; 3],
            rows: vec![row(&texts[..3]), row(&texts[3..])],
            ..NewTable::default()
        };
        let mut package = Deck::of(&slide("")).open();
        let part = "ppt/slides/slide1.xml";
        insert_table(&mut package, part, &table, "en-US").unwrap();
        let read = Slide::read(&mut package, part).unwrap();
        let found: Vec<&String> = read.tables[0].rows.iter().flat_map(|it| &it.cells).map(|it| &it.text).collect();
        let expected: Vec<String> = texts.iter().map(|it| holdable(it)).collect();
        prop_assert_eq!(found, expected.iter().collect::<Vec<_>>());
        let faults = ooxml::new_faults(&mut package).unwrap();
        prop_assert_eq!(faults, []);
    }
}

#[test]
fn a_long_text_is_a_text() {
    let long = "大😀<a&b> ".repeat(60_000 / 8);
    let cell = "<a:p><a:r><a:t>x</a:t></a:r></a:p>";
    assert!(written(cell, &long).0.len() > long.len());
}
