//! How much room a text takes: widths of faces, and the lines it breaks into, without a font at hand.
//!
//! The widths come from tables that are made of fonts once (`generator/document/metrics/README.md`), so that no machine's
//! fonts matter. They are plain advances: no kerning, no ligatures, no shaping. That is a little too wide for Latin and
//! more so for Arabic, which is the safe side. Lengths are points unless they say `em`, which is one font size.

mod advances;
mod face;
mod signs;
mod text;

pub use face::{Face, Family, Named};
pub use text::Measured;
use text::{FILLED, ends_line};

/// How wide `text` is on one line, in points.
pub fn width(text: &str, face: Face, size_pt: f32) -> f32 {
    advances::of(face).of(text) * size_pt
}

/// The lines that `text` takes in a column of `width_pt`, 1 at least; see [`Measured::lines`].
pub fn lines(text: &str, face: Face, size_pt: f32, width_pt: f32) -> usize {
    // Most texts have room on one line, and where they could break is what takes time.
    if !text.chars().any(ends_line) && width(text, face, size_pt) <= width_pt * FILLED {
        return 1;
    }
    Measured::of(text, face).lines(size_pt, width_pt)
}

/// The distance of one line from the next, in points.
///
/// The larger of the two that a font states: what Windows clips at (`usWinAscent`, `usWinDescent` of the table OS/2), and
/// ascender, descender and gap of the table hhea. Applications take either, so that nothing taken from here is too low.
///
/// # Source
/// OpenType specification 1.9.1, chapters "OS/2" and "hhea".
pub fn pitch(face: Face, size_pt: f32) -> f32 {
    advances::of(face).line_em * size_pt
}
