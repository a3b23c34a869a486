//! Which rows a table of a deck has, where nobody remembers what was written into it.

use crate::refresh::{DeckGrid, Grid, Side, Take, merge};

/// The rows of `whole` that `deck` has, recognized by their texts. Empty if it cannot be told.
pub(super) fn rows_of(deck: &DeckGrid, whole: &Grid) -> Grid {
    let merged = merge(None, deck, whole, &Take::all(Side::Deck));
    let mut grid = merged.base.unwrap_or_default();
    // What the deck has not is known by no text.
    grid.rows.retain(|it| !it.key.is_empty());
    grid
}
