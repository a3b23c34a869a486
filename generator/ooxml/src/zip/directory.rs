//! The directory of a zip: all records, in the order of their entries, with the bytes that belong to each.

use std::io::{Read, Seek, SeekFrom};

use super::Record;
use super::end::{self, End};
use crate::{Error, Result, limits};

/// Everything of a zip but the bytes of its records.
#[derive(Clone, Debug)]
pub(crate) struct Archive {
    /// The records, in the order of the directory.
    pub(crate) records: Vec<Record>,
    /// The indices of the records, in the order in which they stand in the file.
    pub(crate) order: Vec<usize>,
    /// Where the first record begins; what stands before it is copied.
    pub(super) first: u64,
    /// What stands in the directory behind its last entry.
    pub(super) rest: Vec<u8>,
    /// The end.
    pub(super) end: End,
}

impl Archive {
    /// An archive without a record.
    pub(crate) fn empty() -> Self {
        Self {
            records: Vec::new(),
            order: Vec::new(),
            first: 0,
            rest: Vec::new(),
            end: End::empty(),
        }
    }

    /// Reads the directory; no byte of a record is read but the header of the first.
    pub(crate) fn read(source: &mut (impl Read + Seek)) -> Result<Self> {
        let length = source.seek(SeekFrom::End(0))?;
        recognize(source, length)?;
        let end = end::read(source, length)?;
        if end.count > limits::MAX_RECORDS {
            return Err(Error::TooManyRecords(end.count));
        }
        if end.size > limits::MAX_DIRECTORY_BYTES {
            return Err(Error::Damaged("its directory is too large"));
        }
        source.seek(SeekFrom::Start(end.start))?;
        let mut bytes = vec![0; end.size as usize];
        source.read_exact(&mut bytes)?;
        let mut records = Vec::new();
        let mut at = 0;
        for _ in 0..end.count {
            let (record, length) = Record::of(&bytes[at..])
                .ok_or(Error::Damaged("an entry of its directory cannot be read"))?;
            records.push(record);
            at += length;
        }
        let order = spans(&mut records, end.start)?;
        let first = order.first().map_or(end.start, |it| records[*it].start);
        let rest = bytes.split_off(at);
        Ok(Self {
            records,
            order,
            first,
            rest,
            end,
        })
    }
}

/// Refuses what is no zip, by its first bytes.
fn recognize(source: &mut (impl Read + Seek), length: u64) -> Result<()> {
    if length == 0 {
        return Err(Error::Empty);
    }
    if length > limits::MAX_FILE_BYTES {
        return Err(Error::FileTooLarge);
    }
    source.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    source.take(8).read_to_end(&mut head)?;
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Error::Compound);
    }
    if head.starts_with(b"%PDF") {
        return Err(Error::OtherKind("a PDF"));
    }
    if head.starts_with(b"{\\rtf") {
        return Err(Error::OtherKind("an RTF text"));
    }
    if !head.starts_with(b"PK") {
        return Err(Error::NotZip);
    }
    Ok(())
}

/// Tells each record where it ends, and returns the order in which they stand.
fn spans(records: &mut [Record], directory: u64) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(|it| records[*it].start);
    for at in 0..order.len() {
        let next = order.get(at + 1).map_or(directory, |it| records[*it].start);
        let record = &mut records[order[at]];
        // The local header has 30 bytes, a name of the same length, and perhaps more.
        let least = 30 + record.raw_name().len() as u64;
        let end = record
            .start
            .checked_add(least)
            .and_then(|it| it.checked_add(record.packed));
        if end.is_none_or(|it| it > next) {
            return Err(Error::Overlap(record.name.clone()));
        }
        record.end = next;
    }
    Ok(order)
}
