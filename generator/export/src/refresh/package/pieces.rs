//! Which rows a table of a deck has, where nobody remembers what was written into it.

use crate::refresh::{DeckGrid, Grid, Kind, Side, Take, heading, merge, normal};

/// The rows of `whole` that `deck` has, recognized by their texts. Empty if it cannot be told.
pub(super) fn rows_of(deck: &DeckGrid, whole: &Grid) -> Grid {
    let merged = merge(
        None,
        deck,
        &as_continued(deck, whole),
        &Take::all(Side::Deck),
    );
    let mut grid = merged.base.unwrap_or_default();
    // What the deck has not is known by no text.
    grid.rows.retain(|it| !it.key.is_empty());
    grid
}

/// `whole` with the names of groups as `deck` has them: in a piece, that of a group that began in an earlier one says so.
fn as_continued(deck: &DeckGrid, whole: &Grid) -> Grid {
    let cells = deck.rows.iter().flat_map(|it| &it.cells);
    let texts: std::collections::HashSet<_> = cells.map(|it| normal(&it.text)).collect();
    let mut out = whole.clone();
    for row in &mut out.rows {
        let continued = heading(row, true);
        if row.kind == Kind::Heading
            && !texts.contains(&normal(&row.key))
            && texts.contains(&normal(&continued.key))
        {
            *row = continued;
        }
    }
    out
}
