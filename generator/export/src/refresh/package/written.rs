//! What was written of a table.

use super::footer::Footer;
use super::report::Growth;
use crate::refresh::DeckGrid;

/// What was written.
pub(super) struct Written {
    /// The table as it is now.
    pub(super) grid: DeckGrid,
    /// In how many cells several formats became one.
    pub(super) mixed: usize,
    /// By how much it stands out of its slide, more than before.
    pub(super) growth: Option<Growth>,
    /// The size of its text, if it was made smaller.
    pub(super) shrunk_to_pt: Option<u32>,
    /// What became of the footer of the slide.
    pub(super) footer: Footer,
}
