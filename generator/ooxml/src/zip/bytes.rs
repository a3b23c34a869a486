//! Numbers of a zip: little-endian, at a place that may not be there.

/// Two bytes at `at`.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let found = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(found.try_into().ok()?))
}

/// Four bytes at `at`.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let found = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(found.try_into().ok()?))
}

/// Eight bytes at `at`.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let found = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(found.try_into().ok()?))
}

/// Writes `new` over the bytes at `at`, if they are there.
pub(super) fn put(bytes: &mut [u8], at: usize, new: &[u8]) {
    if let Some(place) = bytes.get_mut(at..at + new.len()) {
        place.copy_from_slice(new);
    }
}

/// Where `needle` stands last in `bytes`.
pub(super) fn last_of(bytes: &[u8], needle: [u8; 4]) -> impl Iterator<Item = usize> + '_ {
    let windows = bytes.windows(4).enumerate().rev();
    windows
        .filter(move |(_, it)| *it == needle)
        .map(|(at, _)| at)
}
