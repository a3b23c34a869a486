//! A zip written again: what is unchanged is copied byte for byte, what is changed stands in its place.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use flate2::{Compress, Compression, FlushCompress, Status};

use super::Archive;
use crate::Result;

/// 1980-01-01, the first day that a zip can tell, as time and date.
pub(super) const FIRST_DAY: [u8; 4] = [0, 0, 0x21, 0];

/// What becomes of a record.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// It has these bytes instead.
    Bytes(Arc<[u8]>),
    /// It is left out.
    Removed,
}

/// Writes the archive with its changes by index, and with the records that are added, by name.
pub(crate) fn save(
    archive: &Archive,
    source: &mut (impl Read + Seek),
    changes: &BTreeMap<usize, Change>,
    added: &[(String, Arc<[u8]>)],
    out: &mut impl Write,
) -> Result<()> {
    let mut out = Counted { out, at: 0 };
    copy(source, 0, archive.first, &mut out)?;
    let mut entries = vec![Vec::new(); archive.records.len()];
    let mut packer = Packer::new();
    for index in &archive.order {
        let record = &archive.records[*index];
        let start = out.at;
        match changes.get(index) {
            None => {
                copy(source, record.start, record.end, &mut out)?;
                entries[*index] = record.entry_at(start);
            }
            Some(Change::Removed) => {}
            Some(Change::Bytes(bytes)) => {
                let (name, time) = (record.raw_name(), record.time());
                entries[*index] = write_record(name, time, bytes, &mut packer, &mut out)?;
            }
        }
    }
    for (name, bytes) in added {
        let name = name.as_bytes();
        entries.push(write_record(name, FIRST_DAY, bytes, &mut packer, &mut out)?);
    }
    let directory = out.at;
    let mut count = 0;
    for entry in entries.iter().filter(|it| !it.is_empty()) {
        out.write_all(entry)?;
        count += 1;
    }
    out.write_all(&archive.rest)?;
    let tail = archive.end.of(count, directory, out.at - directory);
    out.write_all(&tail)?;
    Ok(())
}

/// Writes one deflated record, and returns its entry in the directory.
fn write_record(
    name: &[u8],
    time: [u8; 4],
    bytes: &[u8],
    packer: &mut Packer,
    out: &mut Counted<impl Write>,
) -> io::Result<Vec<u8>> {
    let start = out.at as u32;
    let packed = packer.pack(bytes)?;
    let utf8: u16 = if name.is_ascii() { 0 } else { 1 << 11 };
    let mut shared = Vec::with_capacity(26);
    shared.extend_from_slice(&20_u16.to_le_bytes());
    shared.extend_from_slice(&utf8.to_le_bytes());
    shared.extend_from_slice(&8_u16.to_le_bytes());
    shared.extend_from_slice(&time);
    shared.extend_from_slice(&crc32fast::hash(bytes).to_le_bytes());
    shared.extend_from_slice(&(packed.len() as u32).to_le_bytes());
    shared.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    shared.extend_from_slice(&(name.len() as u16).to_le_bytes());
    shared.extend_from_slice(&[0; 2]);

    out.write_all(b"PK\x03\x04")?;
    out.write_all(&shared)?;
    out.write_all(name)?;
    out.write_all(&packed)?;

    let mut entry = b"PK\x01\x02".to_vec();
    entry.extend_from_slice(&20_u16.to_le_bytes());
    entry.extend_from_slice(&shared);
    // Comment, volume, and both kinds of attributes are empty.
    entry.extend_from_slice(&[0; 10]);
    entry.extend_from_slice(&start.to_le_bytes());
    entry.extend_from_slice(name);
    Ok(entry)
}

/// Deflates one record after another. What it works in is larger than most records, so that making it anew for each would take a
/// fifth of the time of a new deck.
struct Packer {
    deflate: Compress,
}

impl Packer {
    fn new() -> Self {
        let deflate = Compress::new(Compression::default(), false);
        Self { deflate }
    }

    /// The same bytes always give the same ones, whatever was packed before.
    fn pack(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        self.deflate.reset();
        let mut out = Vec::with_capacity(bytes.len() / 4 + 64);
        loop {
            let read = usize::try_from(self.deflate.total_in()).unwrap_or(bytes.len());
            let rest = bytes.get(read..).unwrap_or_default();
            let status = self
                .deflate
                .compress_vec(rest, &mut out, FlushCompress::Finish)?;
            if status == Status::StreamEnd {
                return Ok(out);
            }
            out.reserve(out.capacity());
        }
    }
}

/// Copies the bytes from `start` to `end`.
fn copy(source: &mut (impl Read + Seek), start: u64, end: u64, out: &mut impl Write) -> Result<()> {
    source.seek(SeekFrom::Start(start))?;
    let length = end - start;
    if io::copy(&mut source.take(length), out)? < length {
        return Err(crate::Error::Truncated);
    }
    Ok(())
}

/// A writer that knows how far it is.
struct Counted<'a, W> {
    out: &'a mut W,
    at: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.at += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use flate2::read::DeflateDecoder;

    use super::*;

    #[test]
    fn what_was_packed_before_changes_nothing() {
        // Multiplied often enough, a number looks like no other: such bytes cannot be packed.
        let noise = |n: u32| (n.wrapping_mul(2_654_435_761) >> 13) as u8;
        let noise: Vec<u8> = (0..300_000).map(noise).collect();
        let inputs: [&[u8]; 4] = [&noise, b"", &[7; 10_000], b"<a:tbl/>"];
        let mut packer = Packer::new();
        for bytes in inputs {
            let packed = packer.pack(bytes).unwrap();
            assert!(packed == Packer::new().pack(bytes).unwrap());
            let mut unpacked = Vec::new();
            DeflateDecoder::new(packed.as_slice())
                .read_to_end(&mut unpacked)
                .unwrap();
            assert!(unpacked == bytes);
        }
    }
}
