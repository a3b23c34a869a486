//! A table that goes on: copies of a slide with nothing but what every slide of its layout has.

use ooxml::slide::{continue_table, with_footer, with_title};
use ooxml::{Error, Presentation, Slide};

use crate::deck::{Deck, frame, relationships, slide, table};
use crate::decks::{DECKS, open, saved, slide_with, slides};
use crate::zipper::raw;

const SLIDE: &str = "ppt/slides/slide1.xml";

fn placeholder(id: u32, kind: &str, text: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind}\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"{kind}\"/></p:nvPr></p:nvSpPr>\
         <p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr b=\"1\"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
}

/// A slide with everything that can stand on one.
fn full() -> Deck {
    let link = "<a:rPr><a:hlinkClick r:id=\"rId3\"/></a:rPr>";
    let table = table(&[&["|h", "|A"], &["|1", "|a"]]).replacen(
        "<a:rPr lang=\"en-US\" sz=\"1200\"/>",
        link,
        1,
    );
    let picture = "<p:pic><p:nvPicPr><p:cNvPr id=\"9\" name=\"logo\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>\
                   <a:blip r:embed=\"rId2\"/></p:blipFill><p:spPr/></p:pic>";
    let shapes = [
        placeholder(3, "title", "Costs"),
        placeholder(4, "body", "A remark"),
        frame("t", &table),
        placeholder(5, "ftr", "Confidential"),
        placeholder(6, "sldNum", "1"),
        picture.to_owned(),
    ];
    let text = slide(&shapes.concat()).replace(
        "</p:cSld></p:sld>",
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:transition/><p:timing><p:tnLst/></p:timing></p:sld>",
    );
    let mut deck = Deck::of(&text);
    let related = relationships(&[
        ("slideLayout", "../slideLayouts/slideLayout1.xml"),
        ("image", "../media/image1.xml"),
        ("hyperlink", "https://example.org/"),
        ("notesSlide", "../notesSlides/notesSlide1.xml"),
    ]);
    let related = related.replace(
        "example.org/\"/>",
        "example.org/\" TargetMode=\"External\"/>",
    );
    deck.set("ppt/slides/_rels/slide1.xml.rels", related);
    deck.set("ppt/media/image1.xml", "<a/>");
    deck.set("ppt/notesSlides/notesSlide1.xml", "<a/>");
    deck
}

#[test]
fn a_copy_has_the_title_the_table_and_the_footers() {
    let mut package = full().open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let first = Slide::read(&mut package, SLIDE).unwrap();
    let parts =
        continue_table(&mut package, &mut presentation, SLIDE, &first.tables[0], 2).unwrap();
    let order: Vec<_> = presentation
        .slides
        .iter()
        .map(|it| it.part.as_str())
        .collect();
    assert_eq!(order, [SLIDE, &parts[0], &parts[1]]);
    for part in &parts {
        let copy = Slide::read(&mut package, part).unwrap();
        assert_eq!(copy.title, first.title);
        assert_eq!(copy.layout, first.layout);
        assert_eq!(copy.tables[0].rows, first.tables[0].rows);
        for kept in [
            "Confidential",
            "type=\"sldNum\"",
            "masterClrMapping",
            "r:id=\"rId3\"",
        ] {
            assert!(copy.text.contains(kept), "{kept}");
        }
        for gone in ["A remark", "logo", "p:transition", "p:timing", "rId2"] {
            assert!(!copy.text.contains(gone), "{gone}");
        }
        let related = package.relationships(part).unwrap().all;
        let related: Vec<_> = related
            .iter()
            .map(|it| (it.id.as_str(), it.kind.as_str()))
            .collect();
        assert_eq!(related, [("rId1", "slideLayout"), ("rId3", "hyperlink")]);
    }
    assert!(*Slide::read(&mut package, SLIDE).unwrap().text == *first.text);
}

#[test]
fn decks_of_every_producer_take_it_and_all_other_records_stay() {
    for (name, deck, table) in DECKS {
        let mut package = open(deck);
        let mut presentation = Presentation::read(&mut package).unwrap();
        let (part, first) = slide_with(&mut package, table);
        let n_slides = presentation.slides.len();
        let mut edit = first.tables[0].edit();
        edit.set_description("Costs.");
        let described = edit.apply(&first.text).unwrap().slide;
        package
            .replace(&part, first.text.encode(&described))
            .unwrap();
        continue_table(&mut package, &mut presentation, &part, &first.tables[0], 1).unwrap();
        assert_eq!(presentation.slides.len(), n_slides + 1, "{name}");
        assert_eq!(ooxml::new_faults(&mut package).unwrap(), [], "{name}");
        let out = saved(&mut package);
        let (before, after) = (raw(deck), raw(&out));
        let differ = before.iter().filter(|it| !after.contains(it));
        let differ: Vec<_> = differ.map(|it| it.name.as_str()).collect();
        let differ: Vec<_> = differ.into_iter().filter(|it| *it != part).collect();
        assert_eq!(differ.len(), 3, "{name}: {differ:?}");
        let tables: Vec<_> = slides(&mut open(&out))
            .into_iter()
            .flat_map(|it| it.1.tables)
            .collect();
        let same = tables
            .iter()
            .filter(|it| it.name == first.tables[0].name)
            .count();
        assert_eq!(same, 2, "{name}");
    }
}

#[test]
fn a_new_slide_is_in_the_section_of_the_one_that_it_follows_and_hidden_if_that_is() {
    let mut deck = full();
    deck.edit(SLIDE, "<p:sld ", "<p:sld show=\"0\" ");
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
    let first = Slide::read(&mut package, SLIDE).unwrap();
    let parts =
        continue_table(&mut package, &mut presentation, SLIDE, &first.tables[0], 1).unwrap();
    let sections: Vec<_> = presentation
        .sections
        .iter()
        .map(|it| it.slides.clone())
        .collect();
    assert_eq!(sections, [vec![256, 257], vec![]]);
    assert!(Slide::read(&mut package, &parts[0]).unwrap().hidden);
}

#[test]
fn what_is_in_a_group_is_not_repeated_and_the_deck_is_as_it_was() {
    let mut deck = full();
    let grouped = format!("<p:grpSp>{}</p:grpSp>", frame("u", &table(&[&["|x"]])));
    deck.edit(SLIDE, "</p:spTree>", &format!("{grouped}</p:spTree>"));
    let mut package = deck.open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let first = Slide::read(&mut package, SLIDE).unwrap();
    let error = continue_table(&mut package, &mut presentation, SLIDE, &first.tables[1], 1);
    assert!(matches!(error, Err(Error::Nested(it)) if it == "u"));
    assert!(!package.is_changed().unwrap());
}

#[test]
fn a_title_and_a_footer_change_their_words_and_keep_their_format() {
    let mut package = full().open();
    let first = Slide::read(&mut package, SLIDE).unwrap();
    let text = with_title(&first.text, |it| format!("{it} (1 of 2)")).unwrap();
    let text = with_footer(&text, str::to_uppercase).unwrap();
    for run in ["Costs (1 of 2)", "CONFIDENTIAL"] {
        assert!(
            text.contains(&format!("<a:r><a:rPr b=\"1\"/><a:t>{run}</a:t></a:r>")),
            "{run}"
        );
    }
    let bare = Deck::of(&slide(""));
    let bare = Slide::read(&mut bare.open(), SLIDE).unwrap().text;
    assert!(*with_title(&bare, |_| "new".to_owned()).unwrap() == *bare);
}

#[test]
fn where_no_placeholder_is_a_title_the_texts_above_the_table_come_along() {
    let text = |id: u32, y: i64, text: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>\
             <a:off x=\"0\" y=\"{y}\"/><a:ext cx=\"10\" cy=\"10\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>\
             </p:txBody></p:sp>"
        )
    };
    let table = frame("t", &table(&[&["|x"]])).replace("y=\"2\"", "y=\"20\"");
    let shapes = [text(3, 10, "Costs"), text(4, 11, "Beside"), table];
    let mut package = Deck::of(&slide(&shapes.concat())).open();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let first = Slide::read(&mut package, SLIDE).unwrap();
    let parts =
        continue_table(&mut package, &mut presentation, SLIDE, &first.tables[0], 1).unwrap();
    let copy = Slide::read(&mut package, &parts[0]).unwrap().text;
    assert!(copy.contains("Costs") && !copy.contains("Beside"));
}
