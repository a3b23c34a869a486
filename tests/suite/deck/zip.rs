//! Decks of which some parts are other ones, as nobody should make them.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use ooxml::Package;

/// A record of a zip.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) name: String,
    /// Its bytes as they are packed.
    packed: Vec<u8>,
    /// How many they are when they are inflated.
    size: u32,
    pub(super) crc: u32,
    pub(super) flags: u16,
    pub(super) method: u16,
    /// Its name in front of its bytes, if that is another one.
    pub(super) other_name: Option<String>,
}

impl Record {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        Self::packed(name, bytes, Compression::default())
    }

    /// The same, packed so well.
    pub(super) fn packed(name: &str, bytes: &[u8], how: Compression) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), how);
        encoder.write_all(bytes).unwrap();
        Self {
            name: name.to_owned(),
            packed: encoder.finish().unwrap(),
            size: bytes.len() as u32,
            crc: crc32fast::hash(bytes),
            flags: 0,
            method: 8,
            other_name: None,
        }
    }

    /// The same under another name.
    pub(super) fn named(&self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..self.clone()
        }
    }
}

/// The records of a deck.
pub(super) fn records(deck: &[u8]) -> Vec<Record> {
    let mut package = Package::open(Cursor::new(deck)).unwrap();
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let record = |it: &String| Record::of(it, &package.part(it).unwrap());
    names.iter().map(record).collect()
}

/// The deck with another content of one part, which need not be there yet.
pub(super) fn with(deck: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut all = records(deck);
    let new = Record::of(name, bytes);
    match all.iter_mut().find(|it| it.name == name) {
        Some(it) => *it = new,
        None => all.push(new),
    }
    zip(&all)
}

/// The deck with `from`, which stands in a part once, replaced by `to`.
pub(super) fn edited(deck: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut package = Package::open(Cursor::new(deck)).unwrap();
    let text = String::from_utf8(package.part(name).unwrap().to_vec()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {text}");
    with(deck, name, text.replace(from, to).as_bytes())
}

/// The deck with one record changed.
pub(super) fn changed(deck: &[u8], name: &str, change: impl Fn(&mut Record)) -> Vec<u8> {
    let mut all = records(deck);
    change(all.iter_mut().find(|it| it.name == name).unwrap());
    zip(&all)
}

/// A zip of these records.
pub(super) fn zip(records: &[Record]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for it in records {
        let place = out.len() as u32;
        let local = it.other_name.as_ref().unwrap_or(&it.name);
        out.extend(b"PK\x03\x04");
        head(it, local.len(), &mut out);
        out.extend(local.as_bytes());
        out.extend(&it.packed);
        directory.extend(b"PK\x01\x02\x14\0");
        head(it, it.name.len(), &mut directory);
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(it.name.as_bytes());
    }
    let (place, size, count) = (
        out.len() as u32,
        directory.len() as u32,
        records.len() as u16,
    );
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), place.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

/// What a local header and the directory both say, from the version on.
fn head(it: &Record, name_length: usize, out: &mut Vec<u8>) {
    for number in [20, it.flags, it.method, 0, 0x5d7a] {
        out.extend(number.to_le_bytes());
    }
    for number in [it.crc, it.packed.len() as u32, it.size] {
        out.extend(number.to_le_bytes());
    }
    out.extend((name_length as u16).to_le_bytes());
    out.extend([0, 0]);
}
