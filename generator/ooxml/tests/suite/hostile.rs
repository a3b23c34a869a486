//! Files that nobody should open: each is refused with the sentence of its own fault, and nothing is written.

use std::io::Cursor;

use ooxml::{Error, Package, Presentation, Slide, limits};

use crate::deck::{Deck, frame, relationships, slide, table};
use crate::zipper::{Record, Zip};

const SLIDE: &str = "ppt/slides/slide1.xml";

/// What is said of these bytes when everything of them is read.
fn refusal(bytes: Vec<u8>) -> Error {
    let read = |bytes| {
        let mut package = Package::open(Cursor::new(bytes))?;
        let presentation = Presentation::read(&mut package)?;
        for it in presentation.slides {
            Slide::read(&mut package, &it.part)?;
        }
        Ok(())
    };
    let error: Error = Result::<(), Error>::expect_err(read(bytes), "a refusal");
    let text = error.to_string();
    assert!(
        text.contains(": ") || text.contains("at "),
        "a remedy: {text}"
    );
    assert!(!text.chars().any(char::is_control), "{text}");
    error
}

/// The refusal of a deck of which one record differs.
fn refusal_of(name: &str, change: impl Fn(&mut Record)) -> Error {
    let mut records = Deck::of(&slide("")).records();
    change(records.iter_mut().find(|it| it.name == name).unwrap());
    refusal(Zip::of(records).bytes())
}

/// The refusal of a deck of which one part differs.
fn refusal_with(name: &str, content: impl Into<Vec<u8>>) -> Error {
    let mut deck = Deck::of(&slide(""));
    deck.set(name, content);
    refusal(deck.bytes())
}

#[test]
fn files_that_are_no_zip_are_named() {
    assert!(matches!(refusal(Vec::new()), Error::Empty));
    assert!(matches!(
        refusal(b"hello, I am a text".to_vec()),
        Error::NotZip
    ));
    assert!(matches!(
        refusal(b"%PDF-1.7\n...".to_vec()),
        Error::OtherKind("a PDF")
    ));
    let old = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".to_vec());
    assert!(
        old.to_string()
            .contains("password-protected or an old .ppt")
    );
    let whole = Deck::of(&slide("")).bytes();
    for length in [2, 30, whole.len() / 2, whole.len() - 1] {
        assert!(
            matches!(refusal(whole[..length].to_vec()), Error::Truncated),
            "{length}"
        );
    }
}

#[test]
fn zips_of_other_kinds_are_named() {
    let with = |kind: &str| {
        let record = Record {
            method: 0,
            ..Record::of("mimetype", format!("application/{kind}"))
        };
        refusal(Zip::of(vec![record]).bytes()).to_string()
    };
    assert!(with("vnd.oasis.opendocument.presentation").contains("an OpenDocument presentation"));
    assert!(with("vnd.oasis.opendocument.text").contains("an OpenDocument file"));
    assert!(with("epub+zip").contains("an EPUB book"));
    let zip = refusal(Zip::of(vec![Record::of("a.txt", "a")]).bytes());
    assert!(zip.to_string().contains("no Office file"));
    for (kind, name) in [
        ("wordprocessingml.document", "Word"),
        ("spreadsheetml.sheet", "Excel"),
        ("drawingml.x", "no presentation"),
    ] {
        let mut deck = Deck::of(&slide(""));
        deck.edit("[Content_Types].xml", "presentationml.presentation", kind);
        let text = refusal(deck.bytes()).to_string();
        assert!(text.contains(name), "{text}");
    }
}

#[test]
fn records_that_cannot_be_read_are_refused_when_they_are() {
    assert!(matches!(refusal_of(SLIDE, |it| it.flags = 1), Error::Encrypted(it) if it == SLIDE));
    assert!(matches!(refusal_of(SLIDE, |it| it.method = 12), Error::Method(it, 12) if it == SLIDE));
    assert!(matches!(refusal_of(SLIDE, |it| it.crc = Some(7)), Error::Checksum(it) if it == SLIDE));
    let other = |it: &mut Record| it.local_name = Some("ppt/slides/slide2.xml".to_owned());
    assert!(matches!(refusal_of(SLIDE, other), Error::NameMismatch(it) if it == SLIDE));
    for twin in [SLIDE, "PPT/slides/Slide1.xml"] {
        let mut records = Deck::of(&slide("")).records();
        records.push(Record::of(twin, "<other/>"));
        assert!(
            matches!(refusal(Zip::of(records).bytes()), Error::Duplicate(_)),
            "{twin}"
        );
    }
}

#[test]
fn a_directory_that_lies_is_refused() {
    let whole = Deck::of(&slide("")).bytes();
    let end = whole.len() - 22;
    let start = u32::from_le_bytes(whole[end + 16..end + 20].try_into().unwrap()) as usize;
    let patched = |at: usize, new: &[u8]| {
        let mut bytes = whole.clone();
        bytes[at..at + new.len()].copy_from_slice(new);
        refusal(bytes)
    };
    assert!(matches!(
        patched(end + 16, &u32::MAX.to_le_bytes()),
        Error::Damaged(_)
    ));
    assert!(matches!(patched(end + 10, &[200, 0]), Error::Damaged(_)));
    assert!(matches!(patched(end + 4, &[1, 0]), Error::Damaged(_)));
    assert!(matches!(patched(start, b"XX"), Error::Damaged(_)));
    // The second record says that it begins where the first does.
    let second = start + 46 + "[Content_Types].xml".len() + 3;
    assert!(matches!(patched(second + 42, &[0; 4]), Error::Overlap(_)));
    // The first says that it has more bytes than there are.
    assert!(matches!(patched(start + 20, &[0xff; 3]), Error::Overlap(_)));
}

#[test]
fn too_many_records_are_not_read() {
    let records = (0..=limits::MAX_RECORDS).map(|it| Record {
        method: 0,
        ..Record::of(&format!("{it}"), "")
    });
    assert!(matches!(
        refusal(Zip::of(records.collect()).bytes()),
        Error::TooManyRecords(20_001)
    ));
}

#[test]
fn what_inflates_without_end_is_stopped() {
    let zeros = refusal_with(SLIDE, vec![0; 3 << 20]);
    assert!(matches!(zeros, Error::Ratio(it) if it == SLIDE));
    let spaces = vec![b' '; limits::MAX_PART_BYTES as usize + 1];
    let record = Record {
        method: 0,
        ..Record::of(SLIDE, spaces)
    };
    let large = refusal_of(SLIDE, |it| *it = record.clone());
    assert!(matches!(large, Error::PartTooLarge(it) if it == SLIDE));
    // A picture of the same kind is of no concern, for it is never read.
    let mut deck = Deck::of(&slide(""));
    deck.set("ppt/media/image1.png", vec![0; 3 << 20]);
    let mut package = deck.open();
    Presentation::read(&mut package).unwrap();
    package.replace(SLIDE, slide("<!-- -->").into()).unwrap();
    package.save(&mut Vec::new()).unwrap();
}

#[test]
fn all_parts_together_have_a_limit() {
    let mut records = Deck::of(&slide("")).records();
    let large = vec![b' '; limits::MAX_PART_BYTES as usize];
    for it in 0..5 {
        records.push(Record {
            method: 0,
            ..Record::of(&format!("{it}.xml"), &large)
        });
    }
    let mut package = Package::open(Cursor::new(Zip::of(records).bytes())).unwrap();
    for it in 0..4 {
        assert_eq!(
            package.part(&format!("{it}.xml")).unwrap().len(),
            large.len()
        );
    }
    assert!(matches!(
        package.part("4.xml"),
        Err(Error::TotalTooLarge(_))
    ));
    assert!(matches!(package.part(SLIDE), Err(Error::TotalTooLarge(_))));
}

#[test]
fn xml_that_is_a_trap_is_refused() {
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
    assert!(matches!(refusal_with(SLIDE, laughs), Error::Doctype(_)));
    assert!(matches!(
        refusal_with("[Content_Types].xml", laughs),
        Error::Doctype(_)
    ));
    assert!(matches!(
        refusal_with("_rels/.rels", laughs),
        Error::Doctype(_)
    ));
    assert!(matches!(
        refusal_with(SLIDE, slide(&"<p:grpSp>".repeat(10_000))),
        Error::Depth(_)
    ));
    assert!(matches!(
        refusal_with(SLIDE, slide("<p:sp>")),
        Error::Xml(..)
    ));
    assert!(matches!(
        refusal_with(SLIDE, "<?xml version='1.0' encoding='Shift_JIS'?><a/>"),
        Error::Encoding(..)
    ));
    assert!(matches!(refusal_with(SLIDE, "<a/>"), Error::Lacks(..)));
}

#[test]
fn a_table_of_any_size_is_not_read() {
    let row: &[&str] = &["|x"];
    let deck = |rows: usize| Deck::of(&slide(&frame("t", &table(&vec![row; rows]))));
    Slide::read(&mut deck(limits::MAX_ROWS).open(), SLIDE).unwrap();
    assert!(
        matches!(refusal(deck(limits::MAX_ROWS + 1).bytes()), Error::TableTooLarge(it) if it == "t")
    );
    let wide = vec!["|x"; limits::MAX_COLUMNS + 1];
    let deck = Deck::of(&slide(&frame("t", &table(&[&wide]))));
    assert!(matches!(refusal(deck.bytes()), Error::TableTooLarge(_)));
}

#[test]
fn relationships_lead_nowhere_but_into_the_package() {
    let rels = "ppt/slides/_rels/slide1.xml.rels";
    let climbing = relationships(&[("slideLayout", "../../../../etc/passwd")]);
    assert!(matches!(refusal_with(rels, climbing), Error::Climbs(..)));
    let outside = relationships(&[("slideLayout", "http://example.org/")])
        .replace("/>", " TargetMode=\"External\"/>");
    assert!(matches!(refusal_with(rels, outside), Error::External(..)));
    let mut deck = Deck::of(&slide(""));
    deck.edit(
        "ppt/_rels/presentation.xml.rels",
        "slides/slide1.xml\"",
        "file:///etc/passwd\" TargetMode=\"External\"",
    );
    assert!(matches!(refusal(deck.bytes()), Error::External(..)));
    assert!(matches!(
        refusal_with(rels, relationships(&[])),
        Error::NoRelationship(..)
    ));
    let gone = relationships(&[("officeDocument", "ppt/gone.xml")]);
    assert!(matches!(
        refusal_with("_rels/.rels", gone),
        Error::OtherKind(_)
    ));
}

#[test]
fn names_that_climb_are_copied_and_never_followed() {
    let mut records = Deck::of(&slide("")).records();
    for name in [
        "../../evil.txt",
        "/abs.txt",
        "..\\..\\evil.txt",
        "nul\0.txt",
    ] {
        records.push(Record::of(name, "x"));
    }
    let bytes = Zip::of(records).bytes();
    let mut package = Package::open(Cursor::new(&bytes)).unwrap();
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    assert!(out == bytes);
}

#[test]
fn macros_under_the_type_without_are_refused() {
    let mut deck = Deck::of(&slide(""));
    deck.set("ppt/vbaProject.bin", "x");
    deck.edit(
        "[Content_Types].xml",
        "<Override PartName=\"/ppt/presentation.xml\"",
        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/ppt/presentation.xml\"",
    );
    assert!(matches!(refusal(deck.bytes()), Error::Macros));
    let plain = "vnd.openxmlformats-officedocument.presentationml.presentation.main";
    deck.edit(
        "[Content_Types].xml",
        plain,
        "vnd.ms-powerpoint.presentation.macroEnabled.main",
    );
    assert!(Presentation::read(&mut deck.open()).unwrap().kind.macros);
}

#[test]
fn a_name_in_a_message_steers_no_terminal() {
    let name = "ppt/\u{1b}[31m\u{202e}.xml";
    let text = Error::NoPart(name.to_owned()).to_string();
    assert!(text.contains("\\u{1b}[31m\\u{202e}"), "{text}");
}
