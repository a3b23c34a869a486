//! Zips of every kind that programs write: what is not changed is the same, byte for byte.

use std::io::Cursor;

use ooxml::Package;
use proptest::prelude::*;

use crate::deck::{Deck, slide};
use crate::zipper::{Record, Zip, raw};

const PART: &str = "ppt/slides/slide1.xml";

/// The records of a deck with some that are no parts, each written in one of many ways.
fn zips() -> impl Strategy<Value = Zip> {
    let mut records = Deck::of(&slide("")).records();
    records.push(Record {
        method: 0,
        ..Record::of("ppt/", "")
    });
    records.push(Record {
        method: 12,
        ..Record::of("ppt/media/image1.png", [7; 300])
    });
    records.push(Record {
        crc: Some(1),
        ..Record::of("ppt/media/größe.png", [9; 30])
    });
    records.push(Record {
        flags: 1,
        ..Record::of("secret.bin", [3; 30])
    });
    records.push(Record::of("TWICE.bin", [1]));
    records.push(Record::of("twice.bin", [2]));
    let ways = prop::collection::vec((any::<bool>(), any::<bool>(), 0..9_usize), records.len());
    let order = Just((0..records.len()).collect::<Vec<_>>()).prop_shuffle();
    let comment = prop::collection::vec(any::<u8>(), 0..40);
    (ways, order, comment, prop::bool::ANY).prop_map(move |(ways, order, comment, prefix)| {
        let written = order.iter().map(|at| {
            let (stored, descriptor, padding) = ways[*at];
            let it = records[*at].clone();
            let method = if stored && it.method == 8 {
                0
            } else {
                it.method
            };
            Record {
                method,
                descriptor,
                padding,
                ..it
            }
        });
        Zip {
            records: written.collect(),
            comment,
            prefix: if prefix {
                b"PK a prefix".to_vec()
            } else {
                Vec::new()
            },
            wide: false,
        }
    })
}

fn replaced(bytes: &[u8], new: &str) -> Vec<u8> {
    let mut package = Package::open(Cursor::new(bytes)).unwrap();
    package.replace(PART, new.into()).unwrap();
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    out
}

proptest! {
    #[test]
    fn whatever_is_not_changed_stays_as_it_was(zip in zips()) {
        let bytes = zip.bytes();
        let mut package = Package::open(Cursor::new(&bytes)).unwrap();
        let mut same = Vec::new();
        package.save(&mut same).unwrap();
        prop_assert!(same == bytes);

        let changed = replaced(&bytes, "<new/>");
        let (before, after) = (raw(&bytes), raw(&changed));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(&before.name, &after.name);
            prop_assert_eq!(before == after, before.name != PART, "{}", before.name);
        }
        prop_assert!(changed.ends_with(&zip.comment));
        prop_assert!(changed.starts_with(&zip.prefix));
        let mut again = Package::open(Cursor::new(changed)).unwrap();
        prop_assert_eq!(&*again.part(PART).unwrap(), b"<new/>");
        prop_assert_eq!(&again.part("_rels/.rels").unwrap(), &package.part("_rels/.rels").unwrap());
    }

    #[test]
    fn no_bytes_end_the_program(mut bytes in prop::collection::vec(any::<u8>(), 0..400), head in any::<bool>()) {
        if head {
            bytes.splice(0..0, *b"PK\x03\x04");
            bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x40\0\0\0\x10\0\0\0\0\0");
        }
        let _ = Package::open(Cursor::new(bytes));
    }

    #[test]
    fn no_damage_ends_the_program(zip in zips(), at in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        let mut bytes = zip.bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= bits;
        let Ok(mut package) = Package::open(Cursor::new(bytes)) else { return Ok(()) };
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        for name in names {
            let _ = package.part(&name);
        }
        let _ = ooxml::check(&mut package);
        let _ = package.save(&mut Vec::new());
    }
}

#[test]
fn a_zip64_is_read_and_stays_one() {
    let mut records = Deck::of(&slide("")).records();
    for it in &mut records {
        it.wide = true;
    }
    let bytes = Zip {
        records,
        wide: true,
        comment: b"c".to_vec(),
        ..Zip::default()
    }
    .bytes();
    let mut package = Package::open(Cursor::new(&bytes)).unwrap();
    let mut same = Vec::new();
    package.save(&mut same).unwrap();
    assert!(same == bytes);
    // A longer record moves those behind it, the directory and both end records.
    let changed = replaced(&bytes, &slide(&"<!-- 0123456789 -->".repeat(9)));
    assert_ne!(changed.len(), bytes.len());
    let mut again = Package::open(Cursor::new(&changed)).unwrap();
    for name in package.names().map(str::to_owned).collect::<Vec<_>>() {
        assert_eq!(
            again.part(&name).unwrap() == package.part(&name).unwrap(),
            name != PART,
            "{name}"
        );
    }
    let mut same = Vec::new();
    again.save(&mut same).unwrap();
    assert!(same == changed);
}

#[test]
fn the_same_bytes_are_no_change() {
    let bytes = Deck::of(&slide("")).bytes();
    assert!(replaced(&bytes, &slide("")) == bytes);
}

#[test]
fn what_is_added_stands_last_and_has_its_type() {
    let deck = Deck::of(&slide(""));
    let mut package = deck.open();
    package
        .add("ppt/new.bin", "application/octet-stream", vec![1, 2, 3])
        .unwrap();
    assert!(matches!(
        package.add("PPT/new.bin", "x", vec![]),
        Err(ooxml::Error::PartExists(_))
    ));
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    assert_eq!(raw(&out).last().unwrap().name, "ppt/new.bin");
    let mut again = Package::open(Cursor::new(out)).unwrap();
    assert_eq!(
        again.content_types().unwrap().of("ppt/new.bin"),
        Some("application/octet-stream")
    );
    again.remove("ppt/new.bin");
    let mut out = Vec::new();
    again.save(&mut out).unwrap();
    let mut again = Package::open(Cursor::new(out)).unwrap();
    assert!(!again.has("ppt/new.bin"));
    assert_eq!(
        &*again.part("[Content_Types].xml").unwrap(),
        deck.text("[Content_Types].xml").as_bytes()
    );
}

#[test]
fn a_package_can_be_made_of_nothing() {
    let mut package = Package::new();
    package
        .add("a.xml", "application/x-a+xml", b"<a/>".to_vec())
        .unwrap();
    let mut out = Vec::new();
    package.save(&mut out).unwrap();
    let mut again = Package::open(Cursor::new(out)).unwrap();
    assert_eq!(
        again.names().collect::<Vec<_>>(),
        ["[Content_Types].xml", "a.xml"]
    );
    assert_eq!(&*again.part("A.xml").unwrap(), b"<a/>");
}
