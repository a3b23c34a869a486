//! Zips as other programs write them, and as nobody should; and a plain reader to compare with.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// How a record is written.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// 0 or 8; another number is written down and the bytes are stored.
    pub(crate) method: u16,
    pub(crate) flags: u16,
    /// Whether sizes and checksum stand behind the data only.
    pub(crate) descriptor: bool,
    /// Bytes behind the record that belong to nothing.
    pub(crate) padding: usize,
    /// Whether sizes and place stand in the zip64 field.
    pub(crate) wide: bool,
    /// A name for the local header that differs.
    pub(crate) local_name: Option<String>,
    /// A checksum that differs.
    pub(crate) crc: Option<u32>,
}

/// How a zip is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Zip {
    pub(crate) records: Vec<Record>,
    pub(crate) comment: Vec<u8>,
    pub(crate) wide: bool,
    pub(crate) prefix: Vec<u8>,
}

impl Record {
    pub(crate) fn of(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.as_ref().to_vec(),
            method: 8,
            flags: 0,
            descriptor: false,
            padding: 0,
            wide: false,
            local_name: None,
            crc: None,
        }
    }

    fn packed(&self) -> Vec<u8> {
        if self.method != 8 {
            return self.bytes.clone();
        }
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&self.bytes).unwrap();
        encoder.finish().unwrap()
    }
}

fn u16s(out: &mut Vec<u8>, them: &[u16]) {
    out.extend(them.iter().flat_map(|it| it.to_le_bytes()));
}

fn u32s(out: &mut Vec<u8>, them: &[u32]) {
    out.extend(them.iter().flat_map(|it| it.to_le_bytes()));
}

fn u64s(out: &mut Vec<u8>, them: &[u64]) {
    out.extend(them.iter().flat_map(|it| it.to_le_bytes()));
}

impl Zip {
    pub(crate) fn of(records: Vec<Record>) -> Self {
        Self {
            records,
            ..Self::default()
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = self.prefix.clone();
        let mut directory = Vec::new();
        for it in &self.records {
            let start = out.len() as u64;
            let packed = it.packed();
            let flags = it.flags
                | if it.descriptor { 8 } else { 0 }
                | if it.name.is_ascii() { 0 } else { 1 << 11 };
            let crc = it.crc.unwrap_or_else(|| crc32fast::hash(&it.bytes));
            let sizes = [packed.len() as u32, it.bytes.len() as u32];
            let local = it.local_name.as_ref().unwrap_or(&it.name);
            out.extend(b"PK\x03\x04");
            u16s(&mut out, &[20, flags, it.method, 0x6000, 0x5d7a]);
            let known = if it.descriptor {
                [0; 3]
            } else {
                [crc, sizes[0], sizes[1]]
            };
            u32s(&mut out, &known);
            u16s(&mut out, &[local.len() as u16, 4]);
            out.extend(local.as_bytes());
            out.extend(b"\xfe\xca\0\0");
            out.extend(&packed);
            if it.descriptor {
                out.extend(b"PK\x07\x08");
                u32s(&mut out, &[crc, sizes[0], sizes[1]]);
            }
            out.extend(vec![0xaa; it.padding]);
            directory.extend(b"PK\x01\x02");
            u16s(
                &mut directory,
                &[0x031e, 20, flags, it.method, 0x6000, 0x5d7a],
            );
            let wide = [u32::MAX; 2];
            u32s(&mut directory, &[crc]);
            u32s(&mut directory, if it.wide { &wide } else { &sizes });
            let extra = if it.wide { 4 + 28 } else { 0 };
            u16s(&mut directory, &[it.name.len() as u16, extra, 3, 0, 0]);
            u32s(
                &mut directory,
                &[
                    0o100_644 << 16,
                    if it.wide { u32::MAX } else { start as u32 },
                ],
            );
            directory.extend(it.name.as_bytes());
            if it.wide {
                u16s(&mut directory, &[0xcafe, 0, 1, 24]);
                u64s(
                    &mut directory,
                    &[it.bytes.len() as u64, packed.len() as u64, start],
                );
            }
            directory.extend(b"cmt");
        }
        self.end(&mut out, &directory);
        out
    }

    fn end(&self, out: &mut Vec<u8>, directory: &[u8]) {
        let (start, size, count) = (
            out.len() as u64,
            directory.len() as u64,
            self.records.len() as u64,
        );
        out.extend(directory);
        if self.wide {
            let at = out.len() as u64;
            out.extend(b"PK\x06\x06");
            u64s(out, &[44]);
            u16s(out, &[45, 45]);
            u32s(out, &[0, 0]);
            u64s(out, &[count, count, size, start]);
            out.extend(b"PK\x06\x07");
            u32s(out, &[0]);
            u64s(out, &[at]);
            u32s(out, &[1]);
        }
        out.extend(b"PK\x05\x06");
        if self.wide {
            u16s(out, &[0, 0, 0xffff, 0xffff]);
            u32s(out, &[u32::MAX, u32::MAX]);
        } else {
            u16s(out, &[0, 0, count as u16, count as u16]);
            u32s(out, &[size as u32, start as u32]);
        }
        u16s(out, &[self.comment.len() as u16]);
        out.extend(&self.comment);
    }
}

/// A record as its bytes stand in a zip: name, everything from the local header to the next record, entry without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) name: String,
    pub(crate) local: Vec<u8>,
    pub(crate) entry: Vec<u8>,
}

/// The records of a zip without zip64, in the order of its directory.
pub(crate) fn raw(zip: &[u8]) -> Vec<Raw> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let u32_at = |at: usize| u16_at(at) | u16_at(at + 2) << 16;
    let end = zip
        .windows(4)
        .rposition(|it| it == b"PK\x05\x06")
        .expect("an end record");
    let (count, directory) = (u16_at(end + 10), u32_at(end + 16));
    let mut entries = Vec::new();
    let mut at = directory;
    for _ in 0..count {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let length = 46 + u16_at(at + 28) + u16_at(at + 30) + u16_at(at + 32);
        entries.push((u32_at(at + 42), zip[at..at + length].to_vec()));
        at += length;
    }
    let mut starts: Vec<usize> = entries.iter().map(|it| it.0).chain([directory]).collect();
    starts.sort_unstable();
    let raw = entries.into_iter().map(|(start, mut entry)| {
        let next = starts
            .iter()
            .find(|it| **it > start)
            .expect("what follows a record");
        let name = usize::from(u16::from_le_bytes([entry[28], entry[29]]));
        entry[42..46].fill(0);
        Raw {
            name: String::from_utf8(entry[46..46 + name].to_vec()).unwrap(),
            local: zip[start..*next].to_vec(),
            entry,
        }
    });
    raw.collect()
}
