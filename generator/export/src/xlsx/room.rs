//! How much room texts need in the letters of Excel's own style.

use std::borrow::Cow;

use document::measure::{self, Face, Family};

use super::field::Field;

const FACE: Face = Face::regular(Family::Carlito);
const SIZE_PT: f32 = 11.0;
/// A letter of a column's width, and what stands beside its text, in points.
const LETTER_PT: f32 = 5.25;
const BESIDE_PT: f32 = 14.0;
/// The height of a line, and the most that a row may have, in points.
const LINE_PT: f32 = 15.0;
const MOST_PT: f32 = 409.0;

/// How wide a line of bold text is, in points.
pub(super) fn width_pt(line: &str) -> f32 {
    measure::width(line, FACE.bold(), SIZE_PT)
}

/// The whole letters of a column in which a line of so many points has room.
pub(super) fn letters(width_pt: f32) -> f32 {
    ((width_pt + BESIDE_PT) / LETTER_PT).ceil()
}

/// What a column of so many letters has for its texts, in points.
pub(super) fn room(letters: f32) -> f32 {
    letters * LETTER_PT - BESIDE_PT
}

/// The height of a row of which a text takes more than one line.
pub(super) fn height(row: &[Field], widths: &[f32]) -> Option<f32> {
    Lines::default().height(row, widths)
}

/// The lines of the texts of the row above: many a text stands in the next row again, and is not measured again.
#[derive(Debug, Default)]
pub(super) struct Lines<'a>(Vec<(Cow<'a, str>, usize)>);

impl<'a> Lines<'a> {
    /// The height of the next row.
    pub(super) fn height(&mut self, row: &'a [Field], widths: &[f32]) -> Option<f32> {
        self.0.resize(row.len(), (Cow::Borrowed(""), 1));
        let mut most = 1;
        for ((field, width), (above, lines)) in row.iter().zip(widths).zip(&mut self.0) {
            // It does not wrap.
            if matches!(field, Field::Long(_)) {
                continue;
            }
            let text = field.seen();
            if *above != text {
                *lines = lines_of(&text, *width);
                *above = text;
            }
            most = most.max(*lines);
        }
        (most > 1).then(|| (most as f32 * LINE_PT).min(MOST_PT))
    }
}

fn lines_of(text: &str, width: f32) -> usize {
    let lines = text.split('\n');
    lines
        .map(|it| measure::lines(it, FACE.bold(), SIZE_PT, width))
        .sum()
}
