//! One record of a zip, as its directory tells it.

use super::bytes::{put, u16_at, u32_at, u64_at};

/// The entry of a record in the directory, without name, extra field and comment.
const ENTRY_BYTES: usize = 46;
const ENTRY: &[u8] = b"PK\x01\x02";
/// The sign that a number stands in the extra field.
const WIDE: u32 = 0xffff_ffff;

/// One record of a zip.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// Its name; what is not UTF-8 is replaced, for such a name is copied and never looked up.
    pub(crate) name: String,
    /// Bit 0 is encryption, bit 3 a descriptor behind the data, bit 11 a name in UTF-8.
    pub(crate) flags: u16,
    /// 0 is stored, 8 is deflated.
    pub(crate) method: u16,
    /// The checksum of its bytes.
    pub(crate) crc: u32,
    /// How many bytes it has within the zip.
    pub(crate) packed: u64,
    /// How many bytes it has.
    pub(crate) size: u64,
    /// Where its local header begins.
    pub(crate) start: u64,
    /// Where the next record begins: everything up to there belongs to this one.
    pub(crate) end: u64,
    /// Its entry in the directory, as it is.
    entry: Vec<u8>,
    /// Where in `entry` the start stands as eight bytes, if it does.
    wide_start: Option<usize>,
}

impl Record {
    /// The record whose entry begins `bytes`, and how many bytes that has.
    pub(super) fn of(bytes: &[u8]) -> Option<(Self, usize)> {
        if !bytes.starts_with(ENTRY) {
            return None;
        }
        let length = |at| u16_at(bytes, at).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let all = ENTRY_BYTES + name + extra + comment;
        let entry = bytes.get(..all)?.to_vec();
        let field = |at| u32_at(bytes, at);
        let extra_at = ENTRY_BYTES + name;
        let mut wide = WideFields::of(&entry, extra_at, extra_at + extra);
        let size = wide.or(field(24)?)?.0;
        let packed = wide.or(field(20)?)?.0;
        let (start, wide_start) = wide.or(field(42)?)?;
        let record = Self {
            name: String::from_utf8_lossy(&entry[ENTRY_BYTES..extra_at]).into_owned(),
            flags: u16_at(bytes, 8)?,
            method: u16_at(bytes, 10)?,
            crc: field(16)?,
            packed,
            size,
            start,
            end: start,
            entry,
            wide_start,
        };
        Some((record, all))
    }

    /// The bytes of its name, as they are.
    pub(super) fn raw_name(&self) -> &[u8] {
        let length = u16_at(&self.entry, 28).map_or(0, usize::from);
        self.entry
            .get(ENTRY_BYTES..ENTRY_BYTES + length)
            .unwrap_or_default()
    }

    /// Its entry in the directory when it stands at `start`.
    pub(super) fn entry_at(&self, start: u64) -> Vec<u8> {
        let mut out = self.entry.clone();
        match self.wide_start {
            Some(at) => put(&mut out, at, &start.to_le_bytes()),
            None => put(&mut out, 42, &(start as u32).to_le_bytes()),
        }
        out
    }

    /// The time and the day that it carries, in the form of DOS.
    pub(super) fn time(&self) -> [u8; 4] {
        let found = self.entry.get(12..16).and_then(|it| it.try_into().ok());
        found.unwrap_or(super::write::FIRST_DAY)
    }
}

/// The numbers of the zip64 extra field, which stand there only if their own place says so, in this order.
struct WideFields<'a> {
    entry: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> WideFields<'a> {
    fn of(entry: &'a [u8], mut at: usize, end: usize) -> Self {
        while let (Some(id), Some(length)) = (u16_at(entry, at), u16_at(entry, at + 2)) {
            let next = at + 4 + usize::from(length);
            if next > end {
                break;
            }
            if id == 1 {
                return Self {
                    entry,
                    at: at + 4,
                    end: next,
                };
            }
            at = next;
        }
        Self {
            entry,
            at: 0,
            end: 0,
        }
    }

    /// The value, and where it stands if it is a wide one.
    fn or(&mut self, value: u32) -> Option<(u64, Option<usize>)> {
        if value != WIDE {
            return Some((u64::from(value), None));
        }
        let at = self.at;
        if at + 8 > self.end {
            return None;
        }
        self.at += 8;
        Some((u64_at(self.entry, at)?, Some(at)))
    }
}
