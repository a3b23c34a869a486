//! What a sign takes whatever the face: nothing, as much as the face says, or the square of an East Asian script.

use std::ops::RangeInclusive;

/// How wide a sign is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Extent {
    /// It stands on its neighbor or is not seen.
    None,
    /// As the face says.
    Own,
    /// So many em, as it will come from another face.
    Em(f32),
}

/// Signs that take no room, in order: controls, marks that stand on a letter, joiners, directions, variation selectors.
///
/// # Source
/// Unicode 15.1, general categories Mn, Me, Cc and Cf, in the scripts of the tables and their neighbors. A mark of another
/// script counts as a letter of its own, which is too wide and therefore safe.
const NOTHING: [RangeInclusive<u32>; 25] = [
    0x0000..=0x0008,
    0x000a..=0x001f,
    0x007f..=0x009f,
    0x00ad..=0x00ad,
    0x0300..=0x036f,
    0x0483..=0x0489,
    0x0591..=0x05bd,
    0x05bf..=0x05bf,
    0x05c1..=0x05c2,
    0x05c4..=0x05c5,
    0x0610..=0x061c,
    0x064b..=0x065f,
    0x0670..=0x0670,
    0x06d6..=0x06dc,
    0x0e34..=0x0e3a,
    0x0e47..=0x0e4e,
    0x1ab0..=0x1aff,
    0x1dc0..=0x1dff,
    0x200b..=0x200f,
    0x2028..=0x202e,
    0x2060..=0x206f,
    0x20d0..=0x20f0,
    0xfe00..=0xfe0f,
    0xfe20..=0xfe2f,
    0xfeff..=0xfeff,
];

/// The same beyond the basic plane.
const NOTHING_ABOVE: RangeInclusive<u32> = 0xe_0001..=0xe_01ef;

/// Signs that fill a square, in order.
///
/// # Source
/// Unicode 15.1, `EastAsianWidth.txt`, the values W and F, in blocks.
const SQUARES: [RangeInclusive<u32>; 9] = [
    0x1100..=0x115f,
    0x2e80..=0x303e,
    0x3041..=0xa4cf,
    0xa960..=0xa97c,
    0xac00..=0xd7a3,
    0xf900..=0xfaff,
    0xfe30..=0xfe6f,
    0xff01..=0xff60,
    0xffe0..=0xffe6,
];

/// Ideographs beyond the basic plane.
const SQUARES_ABOVE: RangeInclusive<u32> = 0x2_0000..=0x3_fffd;

/// Emoji and pictures.
const PICTURES: RangeInclusive<u32> = 0x1_f000..=0x1_faff;
/// Fonts of emoji draw them wider than a square: Noto Color Emoji by a quarter, others by more.
const PICTURE_EM: f32 = 1.4;

pub(super) fn extent(sign: char) -> Extent {
    let code = u32::from(sign);
    if (0x20..0x7f).contains(&code) {
        return Extent::Own;
    }
    if within(&NOTHING, code) || NOTHING_ABOVE.contains(&code) {
        return Extent::None;
    }
    if within(&SQUARES, code) || SQUARES_ABOVE.contains(&code) {
        return Extent::Em(1.0);
    }
    if PICTURES.contains(&code) {
        return Extent::Em(PICTURE_EM);
    }
    Extent::Own
}

fn within(ranges: &[RangeInclusive<u32>], code: u32) -> bool {
    let at = ranges.partition_point(|it| *it.end() < code);
    ranges.get(at).is_some_and(|it| it.contains(&code))
}
