//! What somebody decided about a refresh.

use document::sentence::Sentences;

use crate::refresh::Take;

/// What somebody decided about a refresh.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Whose text is taken where both have a new one.
    pub take: &'a Take,
    /// The sentences in which slides say of which data they are, and which piece of a table they show.
    pub sentences: &'a Sentences,
    /// Whether an address on the web is that of a source of the data.
    pub is_source: &'a dyn Fn(&str) -> bool,
    /// Whether text becomes smaller, down to 12 points, where a table would grow past its slide.
    pub shrink: bool,
    /// Whether a table that stands out of its slide goes on to new ones.
    pub split: bool,
}

impl Options<'_> {
    /// Whether something is to be done about tables that stand out of their slides, also since long.
    pub(super) fn is_to_fit(&self) -> bool {
        self.shrink || self.split
    }
}
