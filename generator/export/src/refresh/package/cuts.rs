//! Where a table of a deck that is too high is cut into pieces.

use std::ops::Range;

/// The rows of a table, header and all, as far as they matter for cutting.
pub(super) struct Rows {
    /// The height of each, in EMU.
    pub(super) heights: Vec<i64>,
    /// Of each, whether it names a group.
    pub(super) headings: Vec<bool>,
    /// Of each, whether a merged cell holds it and the one above together.
    pub(super) joined: Vec<bool>,
    /// How many of them are repeated on every piece: the header, and what stands above it.
    pub(super) n_header: usize,
}

/// A piece of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// Its rows below the header.
    pub(super) rows: Range<usize>,
    /// The row with the name of the group that it goes on with, if it begins within one.
    pub(super) heading: Option<usize>,
}

/// Fewer rows than these look lost on a slide.
const FEWEST: usize = 3;

/// Cuts rows so that no piece is higher than `room`, in EMU, where that can be: the first pieces are as full as they may be,
/// no name of a group stands above fewer than two of its rows, and no piece has fewer than three rows.
pub(super) fn cut(rows: &Rows, room: i64) -> Vec<Cut> {
    let end = rows.heights.len();
    let header: i64 = rows.heights.iter().take(rows.n_header).sum();
    let mut out = Vec::new();
    let mut start = rows.n_header;
    while start < end {
        let heading = rows.heading_above(start);
        let repeated = heading.map_or(0, |it| rows.heights[it]);
        let mut left = room - header - repeated;
        let fits = (start..end).take_while(|it| {
            left -= rows.heights[*it];
            left >= 0
        });
        let last = (start + fits.count()).max(start + 1);
        let next = rows.best_end(start, last);
        out.push(Cut {
            rows: start..next,
            heading,
        });
        start = next;
    }
    out
}

impl Rows {
    /// The name of the group of which the first row stands above a row, if there is one.
    fn heading_above(&self, row: usize) -> Option<usize> {
        let above = (self.n_header..row).rev().find(|it| self.headings[*it]);
        above.filter(|_| !self.headings[row])
    }

    /// Where a piece from `start` ends at best, of the ends up to `last`.
    fn best_end(&self, start: usize, last: usize) -> usize {
        let end = self.heights.len();
        if last == end {
            return end;
        }
        let ends = || (start + 1..=last).rev();
        let is_large = |it: &usize| end - it >= FEWEST && it - start >= FEWEST;
        let good = ends().find(|it| self.is_good_end(start, *it) && is_large(it));
        let fair = || ends().find(|it| self.is_good_end(start, *it));
        let any = || ends().chain(last..end).find(|it| !self.joined[*it]);
        good.or_else(fair).or_else(any).unwrap_or(end)
    }

    /// Whether neither a merged cell is cut nor the name of a group parted from its rows.
    fn is_good_end(&self, start: usize, end: usize) -> bool {
        if self.joined[end] {
            return false;
        }
        let Some(heading) = (start..end).rev().find(|it| self.headings[*it]) else {
            return true;
        };
        let others = heading + 1..self.heights.len();
        let size = others.take_while(|it| !self.headings[*it]).count();
        end - heading > size.min(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of height 1; `h` names a group, `j` is joined with the one above, the first is the header.
    fn rows(text: &str) -> Rows {
        Rows {
            heights: vec![1; text.len()],
            headings: text.bytes().map(|it| it == b'h').collect(),
            joined: text.bytes().map(|it| it == b'j').collect(),
            n_header: 1,
        }
    }

    fn pieces(text: &str, room: i64) -> Vec<(Range<usize>, Option<usize>)> {
        let cuts = cut(&rows(text), room);
        cuts.into_iter().map(|it| (it.rows, it.heading)).collect()
    }

    #[test]
    fn pieces_are_full_but_for_what_the_last_one_needs() {
        assert_eq!(pieces("0rrrrr", 6), [(1..6, None)]);
        assert_eq!(pieces("0rrrrrrrrr", 6), [(1..6, None), (6..10, None)]);
        assert_eq!(pieces("0rrrrrr", 6), [(1..4, None), (4..7, None)]);
        assert_eq!(pieces("0r", 1), [(1..2, None)]);
    }

    #[test]
    fn a_name_of_a_group_keeps_two_rows_and_is_repeated() {
        assert_eq!(
            pieces("0rrrhrrrrr", 6),
            [(1..4, None), (4..7, None), (7..10, Some(4))],
            "a group that would begin with a single row goes to the next piece"
        );
        assert_eq!(pieces("0hrrrrrrr", 6), [(1..6, None), (6..9, Some(1))]);
        assert_eq!(pieces("0rrrhrhrrr", 6), [(1..6, None), (6..10, None)]);
    }

    proptest::proptest! {
        #[test]
        fn every_row_is_in_one_piece_and_a_piece_that_can_fit_does(
            heights in proptest::collection::vec(1_i64..6, 1..40),
            headings in proptest::collection::vec(proptest::bool::weighted(0.2), 40),
            room in 4_i64..40,
        ) {
            let n_rows = heights.len();
            let rows = Rows {
                headings: (0..n_rows).map(|it| it > 0 && headings[it]).collect(),
                joined: vec![false; n_rows],
                n_header: 1,
                heights,
            };
            let cuts = cut(&rows, room);
            let mut next = 1;
            for it in &cuts {
                proptest::prop_assert_eq!(it.rows.start, next);
                proptest::prop_assert!(it.rows.end > next);
                next = it.rows.end;
                let all = std::iter::once(0).chain(it.heading).chain(it.rows.clone());
                let height: i64 = all.map(|it| rows.heights[it]).sum();
                proptest::prop_assert!(height <= room || it.rows.len() == 1);
                if let Some(heading) = it.heading {
                    proptest::prop_assert!(rows.headings[heading] && heading < it.rows.start);
                }
            }
            proptest::prop_assert_eq!(next.max(1), n_rows.max(1));
        }
    }

    #[test]
    fn a_merged_cell_is_never_cut() {
        assert_eq!(
            pieces("0rrrrjjrrr", 6),
            [(1..4, None), (4..7, None), (7..10, None)]
        );
        assert_eq!(pieces("0rjjjjjj", 4), [(1..8, None)]);
    }
}
