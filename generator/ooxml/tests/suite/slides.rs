//! New slides in decks of every kind, and everything that has to know of them.

use std::io::Cursor;

use ooxml::slide::{NewSlide, Placeholder, Shape, TextShape, add, remove_all};
use ooxml::table::{NewCell, NewRow, NewTable};
use ooxml::text::{Align, Paragraph, Run};
use ooxml::{Error, Package, Presentation, Slide};

use crate::deck::{Deck, frame, slide, table};
use crate::decks::{DECKS, open, saved};
use crate::zipper::raw;

fn cell(text: &str) -> NewCell {
    NewCell {
        paragraphs: vec![Paragraph::plain(text)],
        ..NewCell::default()
    }
}

fn row(texts: &[&str]) -> NewRow {
    NewRow {
        height: 370_840,
        cells: texts.iter().map(|it| cell(it)).collect(),
    }
}

fn new_table(rows: Vec<NewRow>) -> NewTable {
    NewTable {
        name: "tradeoff:new".to_owned(),
        description: "Table: new.".to_owned(),
        style: ooxml::presentation::DEFAULT_TABLE_STYLE.to_owned(),
        columns: vec![1_000_000; 3],
        header_row: true,
        rows,
        ..NewTable::default()
    }
}

/// A slide with a title, a table and notes.
pub(crate) fn new_slide(presentation: &Presentation, title: &str) -> NewSlide {
    let layout = presentation.table_layout().unwrap();
    let linked = Run {
        text: "a source".to_owned(),
        link: Some("https://example.org/?a=1&b=2".to_owned()),
        ..Run::default()
    };
    let heading = TextShape {
        name: "Title".to_owned(),
        placeholder: Some(Placeholder {
            kind: "title".to_owned(),
            index: 0,
        }),
        paragraphs: vec![Paragraph::plain(title)],
        ..TextShape::default()
    };
    let mut rows = vec![row(&["h", "A", "B"]), row(&["1", "a", "b"])];
    rows.push(NewRow {
        height: 10,
        cells: vec![NewCell {
            columns: 3,
            ..cell("group")
        }],
    });
    rows[1].cells[2].paragraphs[0].runs.push(linked.clone());
    NewSlide {
        after: None,
        layout: layout.part.clone(),
        shapes: vec![Shape::Text(heading), Shape::Table(new_table(rows))],
        notes: vec![
            Paragraph::plain("Reasons."),
            Paragraph {
                runs: vec![linked],
                align: Align::Left,
                ..Paragraph::default()
            },
        ],
        language: "en-US".to_owned(),
    }
}

#[test]
fn slides_are_added_to_decks_of_every_producer() {
    for (name, bytes, _) in DECKS {
        let mut package = open(bytes);
        let mut presentation = Presentation::read(&mut package).unwrap();
        let count = presentation.slides.len();
        let new = [
            new_slide(&presentation, "One & two"),
            new_slide(&presentation, "Next"),
        ];
        let parts = add(&mut package, &mut presentation, &new).unwrap();
        let bytes_after = saved(&mut package);
        let mut again = open(&bytes_after);
        let presentation = Presentation::read(&mut again).unwrap();
        let listed: Vec<_> = presentation.slides[count..]
            .iter()
            .map(|it| &it.part)
            .collect();
        assert_eq!(listed, parts.iter().collect::<Vec<_>>(), "{name}");
        let slide = Slide::read(&mut again, &parts[0]).unwrap();
        assert_eq!(slide.title.as_deref(), Some("One & two"));
        assert_eq!(slide.tables[0].rows[1].cells[2].text, "ba source");
        assert_eq!(slide.tables[0].rows[2].cells[0].merge.columns, 3);
        // Only what has to know of a slide has changed.
        let (before, after) = (raw(bytes), raw(&bytes_after));
        let changed: Vec<_> = before
            .iter()
            .zip(&after)
            .filter(|it| it.0 != it.1)
            .map(|it| it.0.name.as_str())
            .collect();
        let mut expected = vec![
            "[Content_Types].xml",
            "ppt/_rels/presentation.xml.rels",
            "ppt/presentation.xml",
        ];
        expected.sort_by_key(|it| before.iter().position(|record| record.name == **it));
        assert_eq!(changed, expected, "{name}");
    }
}

#[test]
fn slides_stand_behind_the_one_they_follow_and_in_its_section() {
    let mut deck = Deck::of(&slide(""));
    deck.edit(
        "ppt/presentation.xml",
        "</p:presentation>",
        "<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><x:sectionLst \
         xmlns:x=\"http://schemas.microsoft.com/office/powerpoint/2010/main\"><x:section name=\"one\" id=\"{1}\"><x:sldIdLst>\
         <x:sldId id=\"256\"/></x:sldIdLst></x:section><x:section name=\"two\" id=\"{2}\"><x:sldIdLst/></x:section></x:sectionLst>\
         </p:ext></p:extLst></p:presentation>",
    );
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let at_end = new_slide(&presentation, "end");
    let first = add(&mut package, &mut presentation, &[at_end])
        .unwrap()
        .remove(0);
    let behind = |title| NewSlide {
        after: Some("ppt/slides/slide1.xml".to_owned()),
        ..new_slide(&presentation, title)
    };
    let new = [behind("b"), behind("c")];
    let parts = add(&mut package, &mut presentation, &new).unwrap();
    let order: Vec<_> = presentation
        .slides
        .iter()
        .map(|it| it.part.clone())
        .collect();
    assert_eq!(
        order,
        ["ppt/slides/slide1.xml", &parts[0], &parts[1], &first]
    );
    let sections: Vec<_> = presentation
        .sections
        .iter()
        .map(|it| it.slides.clone())
        .collect();
    assert_eq!(sections, [vec![256, 258, 259], vec![257]]);
    assert_eq!(presentation.number_of(&first), Some(4));
    assert_eq!(ooxml::check(&mut package).unwrap(), []);
    saved(&mut package);
}

#[test]
fn a_master_of_notes_is_made_once_and_only_for_notes() {
    let mut package = Deck::of(&slide("")).open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let without = NewSlide {
        notes: Vec::new(),
        ..new_slide(&presentation, "quiet")
    };
    add(&mut package, &mut presentation, &[without]).unwrap();
    assert_eq!(presentation.notes_master, None);
    for _ in 0..2 {
        let with = new_slide(&presentation, "loud");
        add(&mut package, &mut presentation, &[with]).unwrap();
    }
    let masters = package
        .names()
        .filter(|it| it.contains("notesMasters/notesMaster"))
        .count();
    assert_eq!(masters, 1);
    let text = package.text("ppt/presentation.xml").unwrap();
    let lists: Vec<_> = ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]
        .iter()
        .map(|it| text.find(it).unwrap())
        .collect();
    assert!(lists.is_sorted());
    saved(&mut package);
}

#[test]
fn a_deck_without_a_list_of_slides_gets_one() {
    let mut deck = Deck::of(&slide(""));
    deck.edit(
        "ppt/presentation.xml",
        "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst>",
        "",
    );
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let new = new_slide(&presentation, "first");
    add(&mut package, &mut presentation, &[new]).unwrap();
    assert_eq!(presentation.slides.len(), 1);
    let text = package.text("ppt/presentation.xml").unwrap();
    assert!(text.find("<p:sldIdLst>").unwrap() < text.find("<p:sldSz").unwrap());
}

#[test]
fn a_template_becomes_a_presentation_without_its_slides() {
    let mut deck = Deck::of(&slide(&frame("t", &table(&[&["|x"]]))));
    deck.edit("[Content_Types].xml", "presentation.main", "template.main");
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    assert!(presentation.kind.template);
    presentation.make_presentation(&mut package);
    remove_all(&mut package, &mut presentation).unwrap();
    assert!(
        !package.has("ppt/slides/slide1.xml") && !package.has("ppt/slides/_rels/slide1.xml.rels")
    );
    let new = new_slide(&presentation, "only");
    assert_eq!(
        add(&mut package, &mut presentation, &[new]).unwrap(),
        ["ppt/slides/slide1.xml"]
    );
    let bytes = saved(&mut package);
    let mut again = Package::open(Cursor::new(bytes)).unwrap();
    let presentation = Presentation::read(&mut again).unwrap();
    assert!(!presentation.kind.template);
    assert_eq!(
        Slide::read(&mut again, &presentation.slides[0].part)
            .unwrap()
            .title
            .as_deref(),
        Some("only")
    );
}

#[test]
fn what_only_the_slides_used_goes_with_them() {
    let mut package = open(DECKS[0].1);
    let mut presentation = Presentation::read(&mut package).unwrap();
    remove_all(&mut package, &mut presentation).unwrap();
    let bytes = saved(&mut package);
    let mut again = open(&bytes);
    let left: Vec<_> = again
        .names()
        .filter(|it| {
            ["slides/", "media/", "charts/", "embeddings/"]
                .iter()
                .any(|dir| it.contains(dir))
        })
        .collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(ooxml::check(&mut again).unwrap(), []);
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let mut deck = Deck::of(&slide(""));
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let good = new_slide(&presentation, "x");
    let bad = [
        NewSlide {
            layout: "ppt/slideLayouts/none.xml".to_owned(),
            ..good.clone()
        },
        NewSlide {
            after: Some("ppt/slides/none.xml".to_owned()),
            ..good.clone()
        },
        NewSlide {
            shapes: vec![Shape::Table(new_table(vec![row(&["too", "few"])]))],
            ..good.clone()
        },
        NewSlide {
            shapes: vec![Shape::Table(new_table(vec![row(&[
                "one", "too", "many", "cells",
            ])]))],
            ..good.clone()
        },
    ];
    for it in bad {
        add(&mut package, &mut presentation, &[good.clone(), it]).unwrap_err();
        assert!(!package.is_changed().unwrap());
    }
    let strict = "http://purl.oclc.org/ooxml/presentationml/main";
    for part in [
        "ppt/presentation.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideLayouts/slideLayout1.xml",
    ] {
        deck.edit(
            part,
            "http://schemas.openxmlformats.org/presentationml/2006/main",
            strict,
        );
    }
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    assert!(matches!(
        add(&mut package, &mut presentation, &[good]),
        Err(Error::Strict)
    ));
}

#[test]
fn merged_cells_of_a_new_table_cover_what_they_span() {
    let merged = |columns, rows, text| NewCell {
        columns,
        rows,
        ..cell(text)
    };
    let rows = vec![
        NewRow {
            height: 1,
            cells: vec![merged(2, 2, "a"), cell("b")],
        },
        NewRow {
            height: 1,
            cells: vec![cell("c")],
        },
    ];
    let mut package = Deck::of(&slide("")).open();
    let part = "ppt/slides/slide1.xml";
    ooxml::slide::insert_table(&mut package, part, &new_table(rows), "en-US").unwrap();
    let it = Slide::read(&mut package, part).unwrap().tables.remove(0);
    let covered: Vec<_> = it
        .rows
        .iter()
        .flat_map(|it| &it.cells)
        .map(|it| (it.merge.from_left, it.merge.from_above))
        .collect();
    assert_eq!(
        covered,
        [
            (false, false),
            (true, false),
            (false, false),
            (false, true),
            (true, true),
            (false, false)
        ]
    );
    assert_eq!(ooxml::check(&mut package).unwrap(), []);
    for (columns, rows) in [(4, 1), (1, 3), (usize::MAX, 1)] {
        let rows = vec![NewRow {
            height: 1,
            cells: vec![merged(columns, rows, "a"), cell("b"), cell("c")],
        }];
        assert!(matches!(
            ooxml::slide::insert_table(&mut package, part, &new_table(rows), "en-US"),
            Err(Error::NoCell(..))
        ));
    }
}
