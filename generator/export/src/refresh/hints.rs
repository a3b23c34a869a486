//! The ids that a deck's program has for the rows and columns of a table.

use super::found::find;
use super::{DeckGrid, Grid};

/// `base` with the ids of `deck`, in which it has just been written: those of new rows and columns are known only then. They
/// are hints, so that a row or column that is not recognized only lacks one.
pub fn with_hints(base: &Grid, deck: &DeckGrid) -> Grid {
    let mut out = base.clone();
    let Some(found) = (deck.ragged().is_none())
        .then(|| find(Some(base), deck, base))
        .flatten()
    else {
        return out;
    };
    for known in &found.rows.known {
        if let (Some(at), Some(row)) = (known.base, known.deck) {
            out.rows[at].hint = deck.rows[row].id;
        }
    }
    for known in &found.columns.known {
        if let (Some(at), Some(column)) = (known.base, known.deck) {
            out.columns[at].hint = deck.columns[column].id;
        }
    }
    out
}
