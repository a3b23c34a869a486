//! The room that a table has.

use crate::measure::{Face, pitch};

/// The room of a table, and how its text is set. Lengths are points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its width.
    pub width_pt: f32,
    /// Its height.
    pub height_pt: f32,
    /// The face of the text.
    pub face: Face,
    /// From one line to the next, as a multiple of the size of the text.
    pub pitch: f32,
    /// What is left free inside each cell.
    pub insets: Insets,
}

/// What is left free between the edges of a cell and its text, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insets {
    /// On the left.
    pub left: f32,
    /// On the right.
    pub right: f32,
    /// Above.
    pub top: f32,
    /// Below.
    pub bottom: f32,
}

impl Default for Insets {
    /// A tenth of an inch beside the text, half of that above and below: what presentation programs do without being told.
    ///
    /// # Source
    /// ECMA-376, part 1, 21.1.3.17 (`tcPr`): `marL`, `marR`, `marT` and `marB`.
    fn default() -> Self {
        Self {
            left: 7.2,
            right: 7.2,
            top: 3.6,
            bottom: 3.6,
        }
    }
}

/// Shorter or narrower than this is no room.
const LEAST_PT: f32 = 1.0;
/// More than this is no slide; with it, sums stay exact enough.
const MOST_PT: f32 = 100_000.0;

impl Frame {
    /// A frame of this size with the usual insets and the pitch of `face`.
    pub fn of(width_pt: f32, height_pt: f32, face: Face) -> Self {
        Self {
            width_pt,
            height_pt,
            face,
            pitch: pitch(face, 1.0),
            insets: Insets::default(),
        }
    }

    /// The same with every length one that can be computed with.
    pub(super) fn usable(self) -> Self {
        let within = |it: f32, least: f32| it.max(least).min(MOST_PT);
        let insets = self.insets;
        Self {
            width_pt: within(self.width_pt, LEAST_PT),
            height_pt: within(self.height_pt, LEAST_PT),
            pitch: within(self.pitch, 0.1),
            insets: Insets {
                left: within(insets.left, 0.0),
                right: within(insets.right, 0.0),
                top: within(insets.top, 0.0),
                bottom: within(insets.bottom, 0.0),
            },
            ..self
        }
    }

    /// What is filled of its height: one line is kept for a text that an application breaks once more than we do.
    pub(super) fn filled(&self, size_pt: f32) -> f32 {
        self.height_pt - self.pitch * size_pt
    }

    /// What the insets take of a width.
    pub(super) fn beside(&self) -> f32 {
        self.insets.left + self.insets.right
    }

    /// The height of a cell with so many lines.
    pub(super) fn cell(&self, lines: usize, size_pt: f32) -> f32 {
        lines as f32 * self.pitch * size_pt + self.insets.top + self.insets.bottom
    }
}
