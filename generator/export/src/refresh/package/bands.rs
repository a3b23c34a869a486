//! Rows of which a hand made every second one darker: a new one goes on with that.

use ooxml::table::Row;

/// The row of `rows` that a new one looks like: `like`, unless rows alternate and it would be as dark as the one above. `looks`
/// has, for each row above it, the one that it looks like.
pub(super) fn like(rows: &[Row], looks: &[usize], like: usize) -> usize {
    let [.., two_above, above] = looks else {
        return like;
    };
    let is_like = |a: usize, b: usize| fills(rows, a) == fills(rows, b);
    let is_same_kind = || merges(rows, *two_above) == merges(rows, like);
    let fits = is_like(like, *above) && !is_like(*two_above, *above) && is_same_kind();
    // The header is darker than the row below it, but that alone is no pattern.
    let is_pair = |a: usize, b: usize| {
        (is_like(*two_above, a) && is_like(*above, b))
            || (is_like(*two_above, b) && is_like(*above, a))
    };
    let mut all = 0..rows.len().saturating_sub(2);
    let alternates = all.any(|it| is_like(it, it + 2) && is_pair(it, it + 1));
    if fits && alternates { *two_above } else { like }
}

fn fills(rows: &[Row], row: usize) -> Vec<Option<&str>> {
    let cells = rows.get(row).into_iter().flat_map(|it| &it.cells);
    cells.map(|it| it.fill.as_deref()).collect()
}

fn merges(rows: &[Row], row: usize) -> Vec<usize> {
    let cells = rows.get(row).into_iter().flat_map(|it| &it.cells);
    cells.map(|it| it.merge.columns).collect()
}

#[cfg(test)]
mod tests {
    use super::like;
    use ooxml::table::{Cell, Row};

    /// Rows of these fills.
    fn filled(fills: &[&str]) -> Vec<Row> {
        let row = |fill: &&str| Row {
            cells: vec![Cell {
                fill: Some((*fill).to_owned()),
                ..Cell::default()
            }],
            ..Row::default()
        };
        fills.iter().map(row).collect()
    }

    #[test]
    fn rows_go_on_as_they_alternate() {
        let banded = filled(&["head", "dark", "light", "dark"]);
        assert_eq!(like(&banded, &[0, 1, 2, 3], 3), 2);
        assert_eq!(like(&banded, &[0, 1, 2, 3, 2], 3), 3);
        assert_eq!(
            like(&banded, &[0, 1], 1),
            1,
            "the header is no row to go on with"
        );
        let plain = filled(&["head", "dark", "dark", "dark"]);
        assert_eq!(like(&plain, &[0, 1, 2, 3], 3), 3);
    }
}
