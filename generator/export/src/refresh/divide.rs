//! A table that a deck shows in several pieces: which of its rows belong where.

use document::fit::CONTINUED;

use super::{Grid, GridRow, Kind};

/// Divides `whole`, all that the data wants, over the pieces of a table as they were last written.
///
/// A row stays in the piece that had it; a new one goes where the row before it goes, so that the border of two pieces is
/// never moved. The name of a group stands in the pieces that had it, as long as rows of the group are there; that of a new
/// group stands above its first row. Behind the name stands [`CONTINUED`] where the group began in an earlier piece.
pub fn divide(whole: &Grid, pieces: &[&Grid]) -> Vec<Grid> {
    let piece_of = pieces_of_rows(whole, pieces);
    let mut out = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        let mut rows = Vec::new();
        for (at, row) in whole.rows.iter().enumerate() {
            match row.kind {
                Kind::Header => rows.push(row.clone()),
                Kind::Body if piece_of[at] == number => rows.push(row.clone()),
                Kind::Body => {}
                Kind::Heading => {
                    let members = || group(whole, at).map(|it| piece_of[it]);
                    let is_new = !pieces.iter().any(|it| it.row(&row.id).is_some());
                    let first = members().min();
                    let is_here = members().any(|it| it == number);
                    let had = piece.row(&row.id).is_some();
                    if is_here && (had || (is_new && first == Some(number))) {
                        let continued = first.is_some_and(|it| it < number);
                        rows.push(heading(row, continued));
                    }
                }
            }
        }
        out.push(Grid {
            columns: whole.columns.clone(),
            rows,
        });
    }
    out
}

/// By row of `whole`, its piece.
fn pieces_of_rows(whole: &Grid, pieces: &[&Grid]) -> Vec<usize> {
    let mut current = 0;
    let rows = whole.rows.iter().map(|row| {
        if row.kind != Kind::Header {
            let known = pieces.iter().position(|it| it.row(&row.id).is_some());
            current = known.unwrap_or(current);
        }
        current
    });
    rows.collect()
}

/// The rows below the name of a group.
fn group(whole: &Grid, heading: usize) -> impl Iterator<Item = usize> {
    let rows = whole.rows.iter().enumerate().skip(heading + 1);
    rows.take_while(|(_, it)| it.kind == Kind::Body)
        .map(|(at, _)| at)
}

/// The row that names a group, in the piece where it begins or in a later one.
pub(super) fn heading(row: &GridRow, continued: bool) -> GridRow {
    let mut out = row.clone();
    let texts = out.cells.first_mut().into_iter().flatten();
    for text in texts.chain([&mut out.key]) {
        if continued && !text.ends_with(CONTINUED) {
            text.push_str(CONTINUED);
        }
    }
    out
}
