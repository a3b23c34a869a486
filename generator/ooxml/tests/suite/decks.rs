//! Decks of four producers, see `tests/decks/`: one cell changes, and nothing else.

use std::io::Cursor;

use ooxml::{Package, Presentation, Slide};

use crate::zipper::raw;

/// Each deck of `tests/decks/`, and the table that is looked for: pandoc names none.
pub(crate) const DECKS: [(&str, &[u8], &str); 4] = [
    (
        "python-pptx",
        include_bytes!("../decks/python-pptx.pptx"),
        "tradeoff:costs",
    ),
    (
        "pptxgenjs",
        include_bytes!("../decks/pptxgenjs.pptx"),
        "tradeoff:costs",
    ),
    ("pandoc", include_bytes!("../decks/pandoc.pptx"), ""),
    (
        "libreoffice",
        include_bytes!("../decks/libreoffice.pptx"),
        "tradeoff:costs",
    ),
];

type Deck = Package<Cursor<Vec<u8>>>;

pub(crate) fn open(bytes: &[u8]) -> Deck {
    Package::open(Cursor::new(bytes.to_vec())).unwrap()
}

/// The slides of a deck.
pub(crate) fn slides(package: &mut Deck) -> Vec<(String, Slide)> {
    let presentation = Presentation::read(package).unwrap();
    let parts = presentation.slides.into_iter().map(|it| it.part);
    parts
        .map(|part| (part.clone(), Slide::read(package, &part).unwrap()))
        .collect()
}

/// The first slide with a table, which has this name or any.
pub(crate) fn slide_with(package: &mut Deck, name: &str) -> (String, Slide) {
    let fits = |it: &Slide| {
        it.tables
            .iter()
            .any(|it| name.is_empty() || it.name == name)
    };
    slides(package)
        .into_iter()
        .find(|it| fits(&it.1))
        .expect("a slide with the table")
}

pub(crate) fn saved(package: &mut Deck) -> Vec<u8> {
    let mut out = Vec::new();
    package.save_checked(&mut out).unwrap();
    out
}

#[test]
fn a_deck_that_is_not_changed_keeps_every_byte() {
    for (name, bytes, _) in DECKS {
        let mut package = open(bytes);
        slides(&mut package);
        assert!(!package.is_changed().unwrap());
        assert!(saved(&mut package) == bytes, "{name}");
    }
}

#[test]
fn the_text_of_a_table_is_read() {
    for (name, bytes, table) in DECKS {
        let (_, slide) = slide_with(&mut open(bytes), table);
        let rows = &slide.tables[0].rows;
        let texts = |row: usize| {
            rows[row]
                .cells
                .iter()
                .map(|it| it.text.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(texts(0), ["Question", "Containers", "Serverless"], "{name}");
        assert_eq!(
            texts(1),
            ["Cost when idle", "Paid by the hour", "Nothing"],
            "{name}"
        );
    }
}

#[test]
fn a_changed_cell_changes_the_record_of_its_slide_only() {
    for (name, bytes, table) in DECKS {
        let mut package = open(bytes);
        let (part, slide) = slide_with(&mut package, table);
        let mut edit = slide.tables[0].edit();
        edit.set_cell(1, 2, "0.20 € & <less>");
        let edited = edit.apply(&slide.text).unwrap();
        package
            .replace(&part, slide.text.encode(&edited.slide))
            .unwrap();
        let changed = saved(&mut package);
        let (before, after) = (raw(bytes), raw(&changed));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before.name, after.name, "{name}");
            assert_eq!(
                before == after,
                before.name != part,
                "{name}: {}",
                before.name
            );
        }
        let (_, again) = slide_with(&mut open(&changed), table);
        assert_eq!(
            again.tables[0].rows[1].cells[2].text, "0.20 € & <less>",
            "{name}"
        );
        assert_eq!(
            again.tables[0].rows[1].cells[1], slide.tables[0].rows[1].cells[1],
            "{name}"
        );
        // Only the text differs: what stands before and behind it in the slide is the same.
        let (old, new) = (&*slide.text, &*edited.slide);
        assert_eq!(
            new.replacen("0.20 € &amp; &lt;less&gt;", "Nothing", 1),
            *old,
            "{name}"
        );
    }
}

#[test]
fn hidden_slides_and_titles_are_read() {
    let all = slides(&mut open(DECKS[0].1));
    let found: Vec<_> = all
        .iter()
        .map(|it| (it.1.title.as_deref(), it.1.hidden))
        .collect();
    assert_eq!(
        found,
        [
            (Some("Costs & limits"), false),
            (Some("Merged"), true),
            (None, false)
        ]
    );
}

#[test]
fn a_copy_of_a_row_with_links_has_neither_them_nor_their_look() {
    for (name, deck, table) in DECKS {
        let mut package = open(deck);
        let (_, slide) = slide_with(&mut package, table);
        let it = slide
            .tables
            .iter()
            .find(|it| table.is_empty() || it.name == table)
            .unwrap();
        let linked = it
            .rows
            .iter()
            .position(|it| it.cells.iter().any(|it| !it.links.is_empty()));
        let Some(row) = linked else {
            continue;
        };
        let mut edit = it.edit();
        edit.insert_row(row + 1, row, &vec!["new"; it.columns.len()]);
        let edited = edit.apply(&slide.text).unwrap().slide;
        for what in ["hlinkClick", "u=\"sng\"", "\"0000ff\""] {
            let count = |text: &str| text.matches(what).count();
            assert_eq!(count(&edited), count(&slide.text), "{name}: {what}");
        }
        assert_eq!(edited.matches(">new<").count(), it.columns.len(), "{name}");
    }
}
