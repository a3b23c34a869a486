//! Where a table is cut: of all ways to cut it, the best by the rules of [`fit`](super::fit).

use super::lattice::{Group, Heights, Lattice};
use super::{Entry, Piece};

/// No piece has fewer rows, if it can be avoided.
const FEWEST_ROWS: usize = 3;
/// A cut inside a group counts like a piece that is this much of a frame shorter than the others.
const CUT: f32 = 0.25;

/// What is wrong with a way to cut, the worst first: rows above the frame, rules that are broken, pieces, and how much room
/// is left where.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
struct Cost {
    too_tall: u32,
    broken: u32,
    pieces: u32,
    uneven: f64,
}

/// The best way to cut what begins at a row.
#[derive(Clone, Copy, Debug)]
struct Step {
    cost: Cost,
    /// Where the first piece ends.
    end: usize,
}

/// The pieces of a table in frames of which `room_pt` may be filled.
pub(super) fn pieces(lattice: &Lattice, heights: &Heights, room_pt: f32) -> Vec<Piece> {
    let rows = Rows::of(lattice, heights);
    let n = heights.rows.len();
    let nothing = Step {
        cost: Cost::default(),
        end: n,
    };
    let mut best = vec![nothing; n + 1];
    for start in (0..n).rev() {
        best[start] = rows.best_from(start, room_pt, &best);
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < n {
        pieces.push(rows.piece(start, best[start].end, pieces.len() + 1));
        start = best[start].end;
    }
    if pieces.is_empty() {
        pieces.push(rows.piece(0, 0, 1));
    }
    pieces
}

/// The rows of a table, each with the group it belongs to.
struct Rows<'a> {
    heights: &'a Heights,
    groups: Vec<&'a Group>,
    is_named: bool,
    /// By row, its group among `groups`.
    group_of: Vec<usize>,
}

impl<'a> Rows<'a> {
    fn of(lattice: &'a Lattice, heights: &'a Heights) -> Self {
        let groups: Vec<_> = lattice.groups.iter().collect();
        let group_of = groups.iter().enumerate();
        Self {
            heights,
            is_named: lattice.is_named(),
            group_of: group_of
                .flat_map(|(at, it)| it.rows.clone().map(move |_| at))
                .collect(),
            groups,
        }
    }

    fn best_from(&self, start: usize, room_pt: f32, best: &[Step]) -> Step {
        let n = self.group_of.len();
        let mut height = self.heights.header;
        let mut found: Option<Step> = None;
        for end in start + 1..=n {
            height += self.heights.rows[end - 1] + self.name_above(end - 1, start);
            let fits = height <= room_pt;
            if !fits && end > start + 1 {
                break;
            }
            let rest = best[end].cost;
            let free = f64::from((room_pt - height) / room_pt.max(1.0));
            let cut = if self.is_cut(end) { CUT } else { 0.0 };
            let cost = Cost {
                too_tall: rest.too_tall + u32::from(!fits),
                broken: rest.broken + self.broken(start, end),
                pieces: rest.pieces + 1,
                uneven: rest.uneven + free * free + f64::from(cut * cut),
            };
            if found.is_none_or(|it| cost < it.cost) {
                found = Some(Step { cost, end });
            }
        }
        found.unwrap_or(best[n])
    }

    /// The height of the name that stands above `row` in a piece that begins at `start`; 0 if none does.
    fn name_above(&self, row: usize, start: usize) -> f32 {
        let at = self.group_of[row];
        let begins = self.groups[at].rows.start == row;
        match (begins, row == start) {
            (true, _) => self.heights.names[at][0],
            (false, true) => self.heights.names[at][1],
            (false, false) => 0.0,
        }
    }

    /// Whether a piece that ends before `end` leaves a part of its last group for the next.
    fn is_cut(&self, end: usize) -> bool {
        end > 0 && end < self.group_of.len() && self.group_of[end - 1] == self.group_of[end]
    }

    /// How many rules a piece breaks.
    fn broken(&self, start: usize, end: usize) -> u32 {
        let few = end - start < FEWEST_ROWS.min(self.group_of.len());
        let lonely = |at: usize| {
            let rows = &self.groups[at].rows;
            rows.len() > 1 && rows.end.min(end) - rows.start.max(start) == 1
        };
        // Only the first and the last group of a piece can be cut.
        let (first, last) = (self.group_of[start], self.group_of[end - 1]);
        let lonely_first = self.is_named && lonely(first);
        let lonely_last = self.is_named && last != first && lonely(last);
        u32::from(few) + u32::from(lonely_first) + u32::from(lonely_last)
    }

    fn piece(&self, start: usize, end: usize, number: usize) -> Piece {
        let mut entries = Vec::new();
        let mut height = self.heights.header;
        for row in start..end {
            let at = self.group_of[row];
            let continued = self.groups[at].rows.start != row;
            if self.is_named && (!continued || row == start) {
                let name = self.name_above(row, start);
                height += name;
                entries.push(Entry::Heading {
                    group: self.groups[at].place,
                    continued,
                    height_pt: name,
                });
            }
            let row_height = self.heights.rows[row];
            height += row_height;
            entries.push(Entry::Row {
                row,
                height_pt: row_height,
            });
        }
        Piece {
            number,
            header_pt: self.heights.header,
            entries,
            height_pt: height,
        }
    }
}
