//! The bytes of one record, counted while they come.

use std::io::{Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;

use super::Record;
use super::bytes::u16_at;
use crate::{Error, Result, limits};

/// The bytes of a record.
///
/// # Errors
/// What makes it unreadable, or more than `left` bytes.
pub(crate) fn inflate(
    source: &mut (impl Read + Seek),
    record: &Record,
    left: u64,
) -> Result<Vec<u8>> {
    let name = || record.name.clone();
    if record.flags & 1 != 0 {
        return Err(Error::Encrypted(name()));
    }
    find_data(source, record)?;
    let mut packed = source.take(record.packed);
    let bytes = match record.method {
        0 => read_all(&mut packed, record, left)?,
        8 => read_all(&mut DeflateDecoder::new(&mut packed), record, left)?,
        other => return Err(Error::Method(name(), other)),
    };
    if bytes.len() as u64 != record.size || crc32fast::hash(&bytes) != record.crc {
        return Err(Error::Checksum(name()));
    }
    Ok(bytes)
}

/// Leaves `source` where the data of the record begins.
fn find_data(source: &mut (impl Read + Seek), record: &Record) -> Result<()> {
    source.seek(SeekFrom::Start(record.start))?;
    let mut header = [0; 30];
    source.read_exact(&mut header)?;
    let length = |at| u64::from(u16_at(&header, at).unwrap_or(0));
    let (name_bytes, extra) = (length(26), length(28));
    let mut name = Vec::new();
    source.take(name_bytes).read_to_end(&mut name)?;
    if !header.starts_with(b"PK\x03\x04") || name != record.raw_name() {
        return Err(Error::NameMismatch(record.name.clone()));
    }
    let data = record.start + 30 + name_bytes + extra;
    if data.saturating_add(record.packed) > record.end {
        return Err(Error::Overlap(record.name.clone()));
    }
    source.seek(SeekFrom::Start(data))?;
    Ok(())
}

/// Everything that comes, up to the limits.
fn read_all(stream: &mut impl Read, record: &Record, left: u64) -> Result<Vec<u8>> {
    let name = || record.name.clone();
    let by_ratio = record
        .packed
        .saturating_mul(limits::MAX_RATIO)
        .max(limits::RATIO_FROM_BYTES);
    let mut out = Vec::new();
    let mut chunk = [0; 16 * 1024];
    loop {
        let count = match stream.read(&mut chunk) {
            Ok(0) => return Ok(out),
            Ok(count) => count,
            Err(it) if it.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(Error::Checksum(name())),
        };
        out.extend_from_slice(&chunk[..count]);
        let size = out.len() as u64;
        if size > limits::MAX_PART_BYTES {
            return Err(Error::PartTooLarge(name()));
        }
        if size > left {
            return Err(Error::TotalTooLarge(name()));
        }
        if size > by_ratio {
            return Err(Error::Ratio(name()));
        }
    }
}
