//! What somebody decided about a refresh.

use crate::refresh::Take;

/// What somebody decided about a refresh.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Whose text is taken where both have a new one.
    pub take: &'a Take,
    /// Whether text becomes smaller, down to 12 points, where a table would grow past its slide.
    pub shrink: bool,
}
