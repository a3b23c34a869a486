//! Decks of `PowerPoint`, read back as a refresh reads them.

use std::io::Cursor;

use document::deck::{Content, Frame, Slides, TableSlide};
use document::fit::{Entry, fit, paragraphs};
use document::{Stamp, Table};
use export::pptx::{self, Template};
use export::refresh::ShapeName;
use ooxml::{Package, Presentation, Properties, Slide};

use crate::deck::deck;
use crate::table::{full, text};

const PANDOC: &[u8] = include_bytes!("../../../ooxml/tests/decks/pandoc.pptx");
const PYTHON: &[u8] = include_bytes!("../../../ooxml/tests/decks/python-pptx.pptx");

fn base() -> Template {
    Template::base(Vec::new()).expect("the base deck")
}

fn written(slides: &Slides, template: &Template) -> Vec<u8> {
    let written = pptx::write(slides, &slides.stamp(), template);
    written.expect("a deck").bytes
}

/// A deck with the pieces of `table` and nothing else.
fn pieces(table: &Table, frame: &Frame) -> Slides {
    let fitted = fit(table, frame);
    let mut slides = deck();
    let pattern = slides.slides[2].clone();
    let slide = |piece: &document::fit::Piece| {
        let (mut rows, mut groups) = (0.., 0..);
        let own = |entry: &Entry| match *entry {
            Entry::Heading {
                continued,
                height_pt,
                ..
            } => Entry::Heading {
                group: groups.next().expect("a number"),
                continued,
                height_pt,
            },
            Entry::Row { height_pt, .. } => Entry::Row {
                row: rows.next().expect("a number"),
                height_pt,
            },
        };
        let mut slide = pattern.clone();
        slide.content = Content::Table(Box::new(TableSlide {
            entries: piece.entries.iter().map(own).collect(),
            table: piece.table(table),
            number: piece.number,
            of: fitted.pieces.len(),
            size_pt: fitted.size_pt,
            columns_pt: fitted.columns_pt.clone(),
            header_pt: piece.header_pt,
            height_pt: piece.height_pt,
            stamp: table.stamp().to_string(),
        }));
        slide
    };
    slides.slides = fitted.pieces.iter().map(slide).collect();
    slides
}

/// A table that needs several slides.
fn long() -> Table {
    let mut table = full();
    for group in &mut table.groups {
        let rows = group.rows.clone();
        for copy in 0..4 {
            group.rows.extend(rows.iter().cloned().map(|mut row| {
                row.id = format!("{}-{copy}", row.id);
                row
            }));
        }
    }
    table
}

fn read(bytes: &[u8]) -> Vec<Slide> {
    let mut package = Package::open(Cursor::new(bytes)).expect("a package");
    let presentation = Presentation::read(&mut package).expect("a presentation");
    let slides = presentation.slides.iter();
    slides
        .map(|it| Slide::read(&mut package, &it.part).expect("a slide"))
        .collect()
}

/// The text as a cell can hold it: what ends a line is a line feed, and what XML cannot write is left out.
fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let text = text.replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n");
    let writable =
        |it: &char| (*it >= ' ' || *it == '\n') && !matches!(it, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(writable).collect()
}

fn texts(slide: &Slide) -> Vec<Vec<String>> {
    let cells = |row: &ooxml::table::Row| row.cells.iter().map(|it| it.text.clone()).collect();
    slide.tables[0].rows.iter().map(cells).collect()
}

#[test]
fn every_cell_of_every_piece_says_what_the_table_says() {
    let table = long();
    let slides = pieces(&table, &Frame::default());
    let read = read(&written(&slides, &base()));
    assert!(read.len() > 2, "the table is cut");
    let mut found = Vec::new();
    for slide in &read {
        let rows = texts(slide);
        let names = table.columns.iter().map(|it| held(&it.name));
        let header: Vec<String> = std::iter::once(held(&table.corner)).chain(names).collect();
        assert_eq!(rows[0], header);
        // The name of a group stands alone.
        found.extend(
            rows.into_iter()
                .skip(1)
                .filter(|it| it[1..].iter().any(|it| !it.is_empty())),
        );
    }
    let row = |it: &document::Row| {
        let cells = it.cells.iter().map(|it| held(&paragraphs(it).join("\n")));
        std::iter::once(held(&it.name))
            .chain(cells)
            .collect::<Vec<_>>()
    };
    let rows = table
        .rows()
        .map(row)
        .filter(|it| it[1..].iter().any(|it| !it.is_empty()));
    assert_eq!(found, rows.collect::<Vec<_>>());
}

#[test]
fn a_shape_says_which_piece_of_which_table_it_is() {
    let table = long();
    let slides = pieces(&table, &Frame::default());
    let read = read(&written(&slides, &base()));
    for (at, slide) in read.iter().enumerate() {
        let shape = &slide.tables[0];
        let name = ShapeName::parse(&shape.name).expect("one of ours");
        assert_eq!(
            (name.table.as_str(), name.piece),
            (table.id.as_str(), Some((at + 1, read.len())))
        );
        let description = shape.description.clone().expect("a description");
        let mark = format!("[tradeoff:full-table@{}:", table.stamp().hash);
        let (_, shown) = description.split_once(&mark).expect("a mark");
        assert_eq!(shown.len(), "01234567]".len(), "{description}");
        assert!(shape.header_row && shape.header_column);
    }
}

#[test]
fn a_table_stands_within_its_slide_as_wide_and_high_as_it_was_fitted() {
    let table = long();
    let slides = pieces(&table, &Frame::default());
    let fitted = fit(&table, &Frame::default());
    let read = read(&written(&slides, &base()));
    for (slide, piece) in read.iter().zip(&fitted.pieces) {
        let frame = slide.tables[0].frame;
        let height = piece.height_pt * 12_700.0;
        assert!(
            (frame.height as f32 - height).abs() < 12_700.0,
            "{} and {height}",
            frame.height
        );
        // The footer of the base deck begins here.
        assert!(frame.y + frame.height <= 6_324_600 || !fitted.overflows.is_empty());
        assert!(frame.x + frame.width <= 12_192_000);
    }
}

#[test]
fn texts_that_look_like_something_else_are_texts() {
    let hostile = "<a:t>&\"' \u{202e}rtl\u{202c} \u{1f468}\u{200d}\u{1f469} \u{0}\u{1b}\u{fffe} {{x}} ]]> שלום";
    let mut table = full();
    table.title = hostile.into();
    table.corner = hostile.into();
    table.columns[0].name = hostile.into();
    table.groups[0].name = hostile.into();
    table.groups[0].rows[0].name = hostile.into();
    table.groups[0].rows[0].cells[0].value = vec![text(hostile)];
    let mut slides = pieces(&table, &Frame::default());
    slides.title = hostile.into();
    slides.edition = hostile.into();
    slides.slides[0].title = hostile.into();
    slides.slides[0].notes = vec![hostile.into()];
    let bytes = written(&slides, &base());
    let read = read(&bytes);
    let rows = texts(&read[0]);
    assert_eq!((&rows[0][0], &rows[0][1]), (&held(hostile), &held(hostile)));
    assert!(
        rows.iter()
            .any(|it| it[0] == held(hostile) && it[1] == held(hostile))
    );
    let mut package = Package::open(Cursor::new(bytes)).expect("a package");
    assert_eq!(
        Properties::read(&mut package).expect("properties").title,
        held(hostile)
    );
    assert_eq!(ooxml::check(&mut package).expect("a check"), Vec::new());
}

#[test]
fn a_deck_has_its_slides_its_stamps_and_its_date() {
    let slides = deck();
    let bytes = written(&slides, &base());
    let read = read(&bytes);
    let titles: Vec<_> = read.iter().filter_map(|it| it.title.as_deref()).collect();
    let wanted: Vec<_> = slides.slides.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, wanted);
    let stamps: Vec<Stamp> = export::stamps(&bytes);
    assert_eq!(stamps, [slides.stamp(), full().stamp()]);
    let mut package = Package::open(Cursor::new(bytes)).expect("a package");
    let properties = Properties::read(&mut package).expect("properties");
    assert_eq!(
        (properties.title.as_str(), properties.date.as_str()),
        (slides.title.as_str(), "2026-11-23")
    );
    assert_eq!(ooxml::check(&mut package).expect("a check"), Vec::new());
}

#[test]
fn the_same_deck_gives_the_same_bytes() {
    let slides = deck();
    let once = || written(&slides, &base());
    assert_eq!(once(), once());
}

#[test]
fn a_template_of_the_user_gives_the_room_of_its_layout_and_loses_its_slides() {
    for bytes in [PANDOC, PYTHON] {
        let template = Template::open(bytes.to_vec(), None).expect("a template");
        let frame = template.frame();
        let slides = pieces(&long(), &frame);
        let read = read(&written(&slides, &template));
        assert_eq!(read.len(), slides.slides.len());
        for slide in &read {
            let width = slide.tables[0].frame.width as f32 / 12_700.0;
            assert!(
                (width - frame.width_pt).abs() < 1.0,
                "{width} and {}",
                frame.width_pt
            );
        }
    }
}

#[test]
fn a_layout_is_taken_by_its_name_and_a_wrong_one_is_refused_with_the_others() {
    let named = Template::open(PYTHON.to_vec(), Some("title ONLY")).expect("a template");
    assert!(named.frame().width_pt > 240.0);
    let refusal = |name| {
        let refused = Template::open(PYTHON.to_vec(), Some(name)).expect_err("no such layout");
        refused.to_string()
    };
    assert!(refusal("Tables").contains("no layout `Tables`: choose from"));
    assert!(refusal("Tables").contains("`Title Only`"));
    let blank = Template::open(PYTHON.to_vec(), Some("Blank")).expect("a template");
    assert!(blank.frame().width_pt > 240.0);
}

/// A template of which no layout has a place for a title.
fn untitled() -> Vec<u8> {
    let mut package = Package::open(Cursor::new(PYTHON)).expect("a package");
    let presentation = Presentation::read(&mut package).expect("a presentation");
    for layout in presentation.layouts() {
        let text = package.text(&layout.part).expect("a layout");
        let text = text
            .replace("type=\"title\"", "type=\"pic\"")
            .replace("type=\"ctrTitle\"", "type=\"pic\"");
        package
            .replace(&layout.part, text.into_bytes())
            .expect("a part");
    }
    let mut out = Vec::new();
    package.save(&mut out).expect("a package");
    out
}

#[test]
fn where_no_layout_has_a_title_it_stands_in_a_box_above_the_table() {
    let template = Template::open(untitled(), None).expect("a template");
    let slides = pieces(&long(), &template.frame());
    let bytes = written(&slides, &template);
    let read = read(&bytes);
    assert_eq!(read.len(), slides.slides.len());
    for (slide, made) in read.iter().zip(&slides.slides) {
        let title = made.title.replace('<', "&lt;").replace('>', "&gt;");
        assert!(
            slide.text.contains(&format!("<a:t>{title}</a:t>")),
            "{title}"
        );
        assert!(slide.tables[0].frame.y > 6_858_000 / 20);
    }
}

#[test]
fn a_template_keeps_its_slides_if_that_is_wanted() {
    let template = Template::open(PANDOC.to_vec(), None)
        .expect("a template")
        .with_slides();
    let own = read(PANDOC);
    let slides = pieces(&long(), &template.frame());
    let read = read(&written(&slides, &template));
    assert_eq!(read.len(), own.len() + slides.slides.len());
    for (old, new) in own.iter().zip(&read) {
        assert!(*old.text == *new.text);
    }
    assert_eq!(
        read[own.len()].title.as_deref(),
        Some(slides.slides[0].title.as_str())
    );
}

#[test]
fn what_is_no_template_is_refused_by_its_kind() {
    let refused = Template::open(b"%PDF-1.7".to_vec(), None)
        .expect_err("no deck")
        .to_string();
    assert!(refused.contains("PDF"), "{refused}");
}

#[test]
fn a_part_of_the_base_deck_that_an_author_changed_takes_effect() {
    let mut package = Package::open(Cursor::new(written(&deck(), &base()))).expect("a package");
    let part = "ppt/theme/theme1.xml";
    let theme = package
        .text(part)
        .expect("a theme")
        .replace("Arial", "Georgia");
    let template = Template::base(vec![(part.to_owned(), theme.into_bytes())]).expect("a deck");
    assert_ne!(template.frame().face, base().frame().face);
    let bytes = written(&deck(), &template);
    let mut package = Package::open(Cursor::new(bytes)).expect("a package");
    assert!(package.text(part).expect("a theme").contains("Georgia"));
}
