//! Faults that no validator sees: each is found where it is, and keeps a deck from being written when it is new.

use ooxml::{Error, Finding};

use crate::deck::{Deck, RELATIONSHIPS, frame, relationships, slide, table};

const SLIDE: &str = "ppt/slides/slide1.xml";

/// The rules that a deck breaks.
fn rules(deck: &Deck) -> Vec<&'static str> {
    let found = ooxml::check(&mut deck.open()).unwrap();
    found.iter().map(|it: &Finding| it.rule).collect()
}

/// A deck with a table of which a piece is replaced.
fn with_table(old: &str, new: &str) -> Deck {
    let mut deck = Deck::of(&slide(&frame("t", &table(&[&["|a", "|b"], &["|c", "|d"]]))));
    deck.edit(SLIDE, old, new);
    deck
}

#[test]
fn a_right_deck_has_no_fault() {
    assert_eq!(rules(&with_table("<a:t>a</a:t>", "<a:t>x</a:t>")), [""; 0]);
}

#[test]
fn faults_of_tables_are_found() {
    let cell = "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\" sz=\"1200\"/><a:t>d</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>";
    for (old, new, rule) in [
        (cell, "", "ragged-row"),
        ("val=\"21\"", "val=\"20\"", "repeated-id"),
        ("val=\"11\"", "val=\"10\"", "repeated-id"),
        ("descr=\"d\"", "", "no-description"),
        ("<a:t>d</a:t>", "<a:t>d\te</a:t>", "control-in-text"),
        (
            "<a:tblPr firstRow=\"1\"/>",
            "<a:tblPr><a:tableStyleId>plain</a:tableStyleId></a:tblPr>",
            "table-style",
        ),
        (cell, "<a:tc><a:tcPr/></a:tc>", "cell-without-paragraph"),
        (
            cell,
            &cell.replace("<a:tc>", "<a:tc hMerge=\"1\">"),
            "broken-merge",
        ),
        (
            cell,
            &cell.replace("<a:tc>", "<a:tc vMerge=\"1\">"),
            "broken-merge",
        ),
        (
            cell,
            &cell.replace("<a:tc>", "<a:tc gridSpan=\"2\">"),
            "broken-merge",
        ),
        (
            cell,
            &cell.replace("<a:tc>", "<a:tc rowSpan=\"18446744073709551615\">"),
            "broken-merge",
        ),
    ] {
        assert_eq!(rules(&with_table(old, new)), [rule], "{new}");
    }
    let first = cell.replace("<a:t>d", "<a:t>a");
    let spanning = first.replace("<a:tc>", "<a:tc gridSpan=\"2\">");
    assert_eq!(rules(&with_table(&first, &spanning)), ["broken-merge"]);
}

#[test]
fn faults_of_slides_are_found() {
    let twins = frame("t", &table(&[&["|a"]])) + &frame("u", &table(&[&["|a"]]));
    assert_eq!(rules(&Deck::of(&slide(&twins))), ["shape-id"]);
    assert_eq!(rules(&with_table("id=\"2\"", "id=\"0\"")), ["shape-id"]);
    let linked =
        "<a:rPr lang=\"en-US\" sz=\"1200\"><a:hlinkClick r:id=\"rId9\"/></a:rPr><a:t>a</a:t>";
    let mut deck = with_table("<a:rPr lang=\"en-US\" sz=\"1200\"/><a:t>a</a:t>", linked);
    assert_eq!(rules(&deck), ["dangling-id"]);
    deck.edit(SLIDE, "rId9", "rId1");
    assert_eq!(rules(&deck), [""; 0]);
    deck.set("ppt/slides/_rels/slide1.xml.rels", relationships(&[]));
    assert!(rules(&deck).contains(&"no-layout"));
}

#[test]
fn faults_of_the_list_of_slides_are_found() {
    let main = "ppt/presentation.xml";
    let entry = "<p:sldId id=\"256\" r:id=\"rId2\"/>";
    for (new, rule) in [
        ("<p:sldId id=\"255\" r:id=\"rId2\"/>", "slide-list"),
        (
            "<p:sldId id=\"256\" r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId2\"/>",
            "slide-list",
        ),
        ("<p:sldId id=\"256\" r:id=\"rId7\"/>", "unreadable-part"),
    ] {
        let mut deck = Deck::of(&slide(""));
        deck.edit(main, entry, new);
        assert!(rules(&deck).contains(&rule), "{new}");
    }
    let mut deck = Deck::of(&slide(""));
    let section = "<p:extLst><p:ext uri=\"u\"><x:sectionLst xmlns:x=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">\
                   <x:section name=\"s\"><x:sldIdLst/></x:section></x:sectionLst></p:ext></p:extLst></p:presentation>";
    deck.edit(main, "</p:presentation>", section);
    assert_eq!(rules(&deck), ["sections"]);
}

#[test]
fn faults_of_parts_are_found() {
    let deck = Deck::of(&slide(""));
    let types = "[Content_Types].xml";
    let with = |change: &dyn Fn(&mut Deck)| {
        let mut it = deck.clone();
        change(&mut it);
        rules(&it)
    };
    let add = |it: &mut Deck, new: &str| it.edit(types, "</Types>", &format!("{new}</Types>"));
    let phantom = "<Override PartName=\"/ppt/slideMasters/slideMaster2.xml\" ContentType=\"x/y\"/>";
    assert_eq!(with(&|it| add(it, phantom)), ["typed-but-missing"]);
    let twice = "<Override PartName=\"/ppt/slides/slide1.xml\" ContentType=\"x/y\"/>";
    assert_eq!(with(&|it| add(it, twice)), ["typed-twice"]);
    assert_eq!(
        with(&|it| it.set("ppt/media/a.png", "x")),
        ["untyped-part", "unreachable-part"]
    );
    assert!(with(&|it| it.set("PPT/presentation.xml", "x")).contains(&"name-twice"));
    let rels = "ppt/slides/_rels/slide1.xml.rels";
    let gone = format!(
        "<Relationship Id=\"rId8\" Type=\"{RELATIONSHIPS}/image\" Target=\"../media/gone.png\"/></Relationships>"
    );
    assert_eq!(
        with(&|it| it.edit(rels, "</Relationships>", &gone)),
        ["dangling-target"]
    );
    assert_eq!(
        with(&|it| it.edit(rels, "</Relationships>", &gone.replace("rId8", "rId1"))),
        ["relationship-twice", "dangling-target"]
    );
    assert_eq!(
        with(&|it| it.set("ppt/slides/_rels/slide9.xml.rels", relationships(&[]))),
        ["orphaned-relationships"]
    );
}

#[test]
fn faults_of_notes_are_found() {
    let mut deck = Deck::of(&slide(""));
    let related = [
        ("slideLayout", "../slideLayouts/slideLayout1.xml"),
        ("notesSlide", "../notesSlides/notesSlide1.xml"),
    ];
    deck.set("ppt/slides/_rels/slide1.xml.rels", relationships(&related));
    deck.set("ppt/notesSlides/notesSlide1.xml", "<a/>");
    assert_eq!(rules(&deck), ["notes", "notes"]);
}

#[test]
fn a_new_fault_keeps_a_deck_from_being_written_and_an_old_one_does_not() {
    let deck = with_table("descr=\"d\"", "");
    let mut package = deck.open();
    let text = deck.text(SLIDE);
    package
        .replace(SLIDE, text.replace("<a:t>a</a:t>", "<a:t>x</a:t>").into())
        .unwrap();
    package.save_checked(&mut Vec::new()).unwrap();
    package
        .replace(SLIDE, text.replace("val=\"21\"", "val=\"20\"").into())
        .unwrap();
    let mut out = Vec::new();
    let error = package.save_checked(&mut out).unwrap_err();
    assert!(
        matches!(&error, Error::Faults(them) if them.len() == 1 && them[0].rule == "repeated-id")
    );
    assert!(
        error
            .to_string()
            .contains("repeated-id: `ppt/slides/slide1.xml`")
    );
    assert_eq!(out, []);
    // What was changed is still there.
    assert!(package.text(SLIDE).unwrap().matches("val=\"20\"").count() == 2);
    package.replace(SLIDE, b"<p:sld".to_vec()).unwrap();
    assert!(matches!(
        package.save_checked(&mut out),
        Err(Error::Faults(_))
    ));
}
