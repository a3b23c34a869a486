//! The end of a zip: where its directory stands, and how many records that has.

use std::io::{Read, Seek, SeekFrom};

use super::bytes::{last_of, put, u16_at, u32_at, u64_at};
use crate::{Error, Result};

const END: [u8; 4] = *b"PK\x05\x06";
const WIDE_END: [u8; 4] = *b"PK\x06\x06";
const WIDE_LOCATOR: [u8; 4] = *b"PK\x06\x07";
/// The end record without its comment.
const END_BYTES: usize = 22;
/// The locator of the wide end record, which stands right before the end record.
const LOCATOR_BYTES: usize = 20;

/// The end of a zip.
#[derive(Clone, Debug)]
pub(crate) struct End {
    /// How many records the directory has.
    pub(super) count: u64,
    /// Where the directory begins.
    pub(super) start: u64,
    /// How many bytes it has.
    pub(super) size: u64,
    /// Everything behind the directory, as it is: the comment of the archive too.
    tail: Vec<u8>,
    /// Where in `tail` the end record stands.
    end: usize,
    /// Where in `tail` the wide end record stands, if there is one.
    wide: Option<usize>,
}

/// Reads the end of a file of `length` bytes.
pub(super) fn read(source: &mut (impl Read + Seek), length: u64) -> Result<End> {
    // The comment has at most 65,535 bytes.
    let from = length.saturating_sub(0xffff + (END_BYTES + LOCATOR_BYTES) as u64);
    let bytes = bytes_between(source, from, length)?;
    let end = last_of(&bytes, END)
        .find(|at| {
            u16_at(&bytes, at + 20)
                .is_some_and(|it| at + END_BYTES + usize::from(it) == bytes.len())
        })
        .ok_or(Error::Truncated)?;
    let field = |at| {
        u32_at(&bytes, end + at)
            .map(u64::from)
            .ok_or(Error::Truncated)
    };
    let disk = u16_at(&bytes, end + 4);
    if disk != Some(0) && disk != Some(0xffff) {
        return Err(Error::Damaged("it is one of several volumes"));
    }
    let count = u16_at(&bytes, end + 10).ok_or(Error::Truncated)?;
    let (mut count, mut size, mut start) = (u64::from(count), field(12)?, field(16)?);
    let end_at = from + end as u64;
    let mut wide_at = None;
    if let Some(locator) = end
        .checked_sub(LOCATOR_BYTES)
        .filter(|at| bytes[*at..].starts_with(&WIDE_LOCATOR))
    {
        let at = u64_at(&bytes, locator + 8).ok_or(Error::Truncated)?;
        let wide = wide_end(source, at, end_at)?;
        (count, size, start) = wide;
        wide_at = Some(at);
    }
    let behind = start.checked_add(size).ok_or(BEYOND)?;
    if behind > wide_at.unwrap_or(end_at) {
        return Err(BEYOND);
    }
    let tail = if behind >= from {
        bytes[(behind - from) as usize..].to_vec()
    } else {
        bytes_between(source, behind, length)?
    };
    Ok(End {
        count,
        start,
        size,
        tail,
        end: (end_at - behind) as usize,
        wide: wide_at.map(|at| (at - behind) as usize),
    })
}

const BEYOND: Error = Error::Damaged("its directory stands behind its end");

/// Count, size and start of the directory, from the wide end record at `at`.
fn wide_end(source: &mut (impl Read + Seek), at: u64, end: u64) -> Result<(u64, u64, u64)> {
    if at.checked_add(56).is_none_or(|it| it > end) {
        return Err(BEYOND);
    }
    let bytes = bytes_between(source, at, at + 56)?;
    if !bytes.starts_with(&WIDE_END) {
        return Err(Error::Damaged(
            "its zip64 end record is not where it should be",
        ));
    }
    let field = |at| u64_at(&bytes, at).ok_or(Error::Truncated);
    Ok((field(32)?, field(40)?, field(48)?))
}

/// The bytes from `start` to `end`, of which the caller knows that they are few.
fn bytes_between(source: &mut (impl Read + Seek), start: u64, end: u64) -> Result<Vec<u8>> {
    source.seek(SeekFrom::Start(start))?;
    let mut out = vec![0; end.saturating_sub(start) as usize];
    source.read_exact(&mut out)?;
    Ok(out)
}

impl End {
    /// The end of an archive without a record.
    pub(super) fn empty() -> Self {
        let mut tail = END.to_vec();
        tail.resize(END_BYTES, 0);
        Self {
            count: 0,
            start: 0,
            size: 0,
            tail,
            end: 0,
            wide: None,
        }
    }

    /// The bytes behind a directory of `count` records and `size` bytes at `start`: those that were there, with these numbers.
    pub(super) fn of(&self, count: u64, start: u64, size: u64) -> Vec<u8> {
        let mut out = self.tail.clone();
        let has = |at: usize, width: usize| {
            let found = self.tail.get(self.end + at..self.end + at + width);
            found.is_some_and(|it| it.iter().all(|it| *it == 0xff))
        };
        // A field that points to the wide record goes on doing so.
        let wide = self.wide.is_some();
        for at in [8, 10] {
            if !(wide && has(at, 2)) {
                put(&mut out, self.end + at, &(count as u16).to_le_bytes());
            }
        }
        for (at, value) in [(12, size), (16, start)] {
            if !(wide && has(at, 4)) {
                put(&mut out, self.end + at, &(value as u32).to_le_bytes());
            }
        }
        if let Some(at) = self.wide {
            for (field, value) in [(24, count), (32, count), (40, size), (48, start)] {
                put(&mut out, at + field, &value.to_le_bytes());
            }
            let moved = start + size + at as u64;
            put(&mut out, self.end - LOCATOR_BYTES + 8, &moved.to_le_bytes());
        }
        out
    }
}
