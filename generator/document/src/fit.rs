//! How a table fits a slide: the widths of its columns, the heights of its rows, the size of its text, and where it is cut
//! when it does not fit on one.
//!
//! Everything is measured beforehand, so that whoever draws the table only writes down what is found here, and every
//! format cuts a table in the same places. All lengths are points.

mod columns;
mod cut;
mod frame;
mod lattice;
mod split;

use serde::Serialize;

use crate::Table;
use columns::Columns;
use lattice::Lattice;

pub use frame::{Frame, Insets};
pub use lattice::{CONTINUED, paragraphs};

/// The sizes of text that are tried, the largest first. Smaller than the last nobody reads it from the last row.
pub const SIZES_PT: [f32; 4] = [18.0, 16.0, 14.0, 12.0];
const SMALLEST_PT: f32 = SIZES_PT[SIZES_PT.len() - 1];

/// A table, laid out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fitted {
    /// The size of all text.
    pub size_pt: f32,
    /// The width of the column of row names, then that of each option's. Together they are as wide as the frame.
    pub columns_pt: Vec<f32>,
    /// The pieces in order, one at least. Each has all columns.
    pub pieces: Vec<Piece>,
    /// Rows that are taller than the frame.
    pub overflows: Vec<Overflow>,
    /// Whether columns are so narrow that words break anywhere.
    pub words_break: bool,
}

/// What stands in one frame.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Piece {
    /// Which piece it is, from 1.
    pub number: usize,
    /// The height of the row with the names of the options.
    pub header_pt: f32,
    /// What stands below it, in order.
    pub entries: Vec<Entry>,
    /// The height of all of it.
    pub height_pt: f32,
}

/// One row of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Entry {
    /// The name of a group, across all columns.
    Heading {
        /// Its place in [`Table::groups`].
        group: usize,
        /// Whether the group began on an earlier piece, so that [`CONTINUED`] stands behind its name.
        continued: bool,
        /// Its height.
        height_pt: f32,
    },
    /// A row of the table.
    Row {
        /// Its place among [`Table::rows`].
        row: usize,
        /// Its height.
        height_pt: f32,
    },
}

/// A row that is taller than the frame even alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Overflow {
    /// The id of the row.
    pub row: String,
    /// The id of the option whose cell is the tallest; nothing if it is the name of the row.
    pub column: Option<String>,
    /// How many lines too many there are.
    pub lines: usize,
}

impl Piece {
    /// The places of its rows among [`Table::rows`].
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        let row = |it: &Entry| match it {
            Entry::Row { row, .. } => Some(*row),
            Entry::Heading { .. } => None,
        };
        self.entries.iter().filter_map(row)
    }
}

/// Lays out `table` in `frame`, in as few pieces as the smallest size allows, and then at the largest size that needs no
/// more. Columns of options are equally wide if the size and the pieces allow it.
///
/// A piece never ends inside a row. Unless rows are so tall that it cannot be avoided, no name of a group stands above
/// fewer than two of its rows and no piece has fewer than three rows. Of all cuts that keep to this, those with the fewest
/// pieces are left, and of these one whose pieces are about equally tall and which cuts few groups.
pub fn fit(table: &Table, frame: &Frame) -> Fitted {
    let frame = frame.usable();
    let lattice = Lattice::of(table, &frame);
    let Layout {
        size_pt,
        columns,
        cuts,
    } = Layout::best(&lattice, &frame);
    let too_tall = cuts
        .pieces
        .iter()
        .filter(|it| it.height_pt > frame.height_pt);
    let overflows = too_tall.filter_map(|piece| {
        let row = piece.rows().next()?;
        let over = (piece.height_pt - frame.height_pt) / (frame.pitch * size_pt);
        let tallest = lattice.tallest(row, &columns.widths_pt, &frame, size_pt);
        Some(Overflow {
            row: table.rows().nth(row)?.id.clone(),
            column: tallest.map(|at| table.columns[at].id.clone()),
            lines: over.ceil() as usize,
        })
    });
    Fitted {
        size_pt,
        overflows: overflows.collect(),
        columns_pt: columns.widths_pt,
        words_break: columns.words_break,
        pieces: cuts.pieces,
    }
}

/// A table at one size.
#[derive(Default)]
struct Layout {
    size_pt: f32,
    columns: Columns,
    cuts: split::Cuts,
}

impl Layout {
    /// All ways to lay out a table at one size, the best looking first.
    fn ways(lattice: &Lattice, frame: &Frame, size_pt: f32) -> Vec<Self> {
        let ways = columns::ways(lattice, frame, size_pt).into_iter();
        let layout = |columns: Columns| {
            let heights = lattice.heights(&columns.widths_pt, frame, size_pt);
            Self {
                size_pt,
                cuts: split::cuts(lattice, &heights, frame.filled(size_pt)),
                columns,
            }
        };
        ways.map(layout).collect()
    }

    /// The first way at the largest size that costs no more than the cheapest at the smallest. What breaks words or has rows
    /// above the frame stays at the smallest.
    fn best(lattice: &Lattice, frame: &Frame) -> Self {
        let mut smallest = Self::ways(lattice, frame, SMALLEST_PT).into_iter();
        let mut best = smallest.next().unwrap_or_default();
        for it in smallest {
            if it.cuts.price < best.cuts.price {
                best = it;
            }
        }
        let is_harmed = best.columns.words_break || best.cuts.price.too_tall > 0;
        let larger = SIZES_PT.into_iter().take_while(|it| *it > SMALLEST_PT);
        let mut larger = larger.filter(|_| !is_harmed);
        let found = larger.find_map(|size| {
            let mut ways = Self::ways(lattice, frame, size).into_iter();
            ways.find(|it| !it.columns.words_break && it.cuts.price <= best.cuts.price)
        });
        found.unwrap_or(best)
    }
}

/// The widths of the columns of `table` at one size, as they make it least tall: that of row names, then that of each
/// option.
pub fn columns(table: &Table, frame: &Frame, size_pt: f32) -> Vec<f32> {
    let frame = frame.usable();
    let lattice = Lattice::of(table, &frame);
    let ways = columns::ways(&lattice, &frame, size_pt).into_iter();
    let ways = ways.map(|it| it.widths_pt);
    let height = |it: &Vec<f32>| lattice.heights(it, &frame, size_pt).total();
    let least = ways.min_by(|a, b| height(a).total_cmp(&height(b)));
    least.unwrap_or_default()
}
