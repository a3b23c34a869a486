//! What a package says of itself.

use ooxml::{Package, Properties};

use crate::deck::{Deck, slide};
use crate::decks::{DECKS, open, saved};

fn some() -> Properties {
    Properties {
        title: "Costs & <limits>".to_owned(),
        creator: "A".to_owned(),
        keywords: "tradeoff:costs@0123456789abcdef data 1a2b3c4d".to_owned(),
        date: "2026-11-23".to_owned(),
    }
}

#[test]
fn properties_are_read_as_they_were_written() {
    let mut packages: Vec<Package<_>> = DECKS.iter().map(|it| open(it.1)).collect();
    packages.push(Deck::of(&slide("")).open());
    for mut package in packages {
        some().write(&mut package).unwrap();
        some().write(&mut package).unwrap();
        let mut again = open(&saved(&mut package));
        assert_eq!(Properties::read(&mut again).unwrap(), some());
    }
}

#[test]
fn the_properties_of_other_programs_are_read() {
    let found = Properties::read(&mut open(DECKS[0].1)).unwrap();
    let expected = Properties {
        title: "Costs & limits".to_owned(),
        creator: "An author".to_owned(),
        keywords: "one, two".to_owned(),
        date: "2026-11-23".to_owned(),
    };
    assert_eq!(found, expected);
    assert_eq!(
        Properties::read(&mut Deck::of(&slide("")).open()).unwrap(),
        Properties::default()
    );
}

#[test]
fn a_signature_is_seen() {
    let mut deck = Deck::of(&slide(""));
    assert!(!deck.open().is_signed().unwrap());
    let signed = "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" \
                  Target=\"_xmlsignatures/origin.sigs\"/></Relationships>";
    deck.edit("_rels/.rels", "</Relationships>", signed);
    assert!(deck.open().is_signed().unwrap());
}
