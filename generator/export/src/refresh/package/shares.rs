//! What of a table each of its new pieces has.

use super::cuts::Cut;
use crate::refresh::found::Found;
use crate::refresh::{Grid, GridRow, Kind, heading};

/// What the lock has to keep of each piece. A row that the deck has not goes with the one before it in the data.
pub(super) fn shares(
    found: &Found,
    base: &Grid,
    wanted: &Grid,
    cuts: &[Cut],
    n_header: usize,
) -> Vec<Grid> {
    let deck_row = |id: &str| found.rows.known[found.rows.place(id)?].deck;
    let cut_of = |row: usize| cuts.iter().position(|it| it.rows.contains(&row));
    let piece_of = |id: &str| {
        let mut at = wanted.row(id);
        let here = deck_row(id).and_then(cut_of);
        here.or_else(|| {
            while let Some(it) = at {
                let row = wanted.rows.get(it)?;
                if let Some(piece) = deck_row(&row.id).and_then(cut_of) {
                    return Some(piece);
                }
                at = it.checked_sub(1);
            }
            None
        })
    };
    let mut out = Vec::new();
    for (number, cut) in cuts.iter().enumerate() {
        let row = |row: &GridRow| {
            let at = deck_row(&row.id);
            let is_header = at.is_some_and(|it| it < n_header) || row.kind == Kind::Header;
            if at.is_some() && at == cut.heading {
                return Some(heading(row, true));
            }
            let is_here = is_header || piece_of(&row.id).unwrap_or(0) == number;
            is_here.then(|| row.clone())
        };
        out.push(Grid {
            columns: base.columns.clone(),
            rows: base.rows.iter().filter_map(row).collect(),
        });
    }
    out
}
