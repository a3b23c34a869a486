//! How the width of a frame is shared among the columns of a table.

use super::Frame;
use super::lattice::Lattice;

/// The widths of columns.
pub(super) struct Columns {
    /// That of row names, then that of each option; together the width of the frame.
    pub(super) widths_pt: Vec<f32>,
    /// Whether there is too little room for words to stay whole.
    pub(super) words_break: bool,
}

/// The names of rows take this much of the width: less is hard to read, more is wasted.
const NAMES: (f32, f32) = (0.20, 0.35);
/// One column asks for no more than this much of the width, however long its texts are.
const MOST: f32 = 0.40;

/// The widths at one size. Columns are equally wide unless that makes the table taller than sharing by the longest line,
/// or by the square root of how much text there is. No column is narrower than its longest word, if there is room.
pub(super) fn widths(lattice: &Lattice, frame: &Frame, size_pt: f32) -> Columns {
    let width = frame.width_pt;
    let n = lattice.header.len();
    let over = |of: &dyn Fn(usize) -> f32| -> Vec<f32> { (0..n).map(of).collect() };
    let least = over(&|at| {
        let cells = lattice.column(at).map(|it| it.least_width(size_pt));
        cells.fold(0.0, f32::max) + frame.beside()
    });
    let wanted = over(&|at| {
        let cells = lattice.column(at).map(|it| it.full_width(size_pt));
        (cells.fold(0.0, f32::max) + frame.beside()).min(width * MOST)
    });
    let words_break = least.iter().sum::<f32>() > width;
    if n == 1 || words_break {
        let all: f32 = least.iter().sum();
        let widths_pt = least
            .iter()
            .map(|it| it * width / all.max(f32::MIN_POSITIVE));
        return Columns {
            widths_pt: widths_pt.collect(),
            words_break,
        };
    }
    let others: f32 = least[1..].iter().sum();
    let names = wanted[0].clamp(width * NAMES.0, width * NAMES.1);
    let names = names.min(width - others).max(least[0]);
    let amount = over(&|at| {
        lattice
            .column(at)
            .map(super::lattice::Texts::total_em)
            .sum()
    });
    let root: Vec<f32> = amount.iter().map(|it| it.max(1.0).sqrt()).collect();
    let equal = vec![1.0; n];
    let mut best: Option<(f32, Vec<f32>)> = None;
    for weights in [&equal, &wanted, &root] {
        let mut widths_pt = vec![names];
        widths_pt.extend(shared(width - names, &least[1..], &weights[1..]));
        let height = lattice.heights(&widths_pt, frame, size_pt).total();
        if best.as_ref().is_none_or(|(least, _)| height < *least) {
            best = Some((height, widths_pt));
        }
    }
    Columns {
        widths_pt: best.map(|(_, it)| it).unwrap_or_default(),
        words_break,
    }
}

/// Shares `room` by `weights`, above 0, so that none gets less than its `least`, which together are no more than the room.
fn shared(room: f32, least: &[f32], weights: &[f32]) -> Vec<f32> {
    let mut held = vec![false; least.len()];
    loop {
        let free = |of: &[f32], is_held: bool| -> f32 {
            let kept = of.iter().zip(&held).filter(|(_, held)| **held == is_held);
            kept.map(|(it, _)| it).sum()
        };
        let left = room - free(least, true);
        let per = left / free(weights, false);
        let share = |at: usize| {
            if held[at] {
                least[at]
            } else {
                weights[at] * per
            }
        };
        let shares: Vec<f32> = (0..least.len()).map(share).collect();
        let short = (0..least.len()).find(|at| !held[*at] && shares[*at] < least[*at]);
        match short {
            Some(at) => held[at] = true,
            None => return shares,
        }
    }
}
