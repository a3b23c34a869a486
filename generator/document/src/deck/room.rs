//! Where the lines of a decision stand on a slide, and how large they are.

use super::{Content, DecisionSlide, Frame, Lines};
use crate::brief::Decided;
use crate::fit::SIZES_PT;
use crate::measure::{Face, Measured};
use crate::{Run, VerdictBand, plain};

/// The parts of a frame: of its height the verdict and what stands below; of its width the left and the right column.
const BAND: f32 = 0.21;
const BODY: f32 = 0.74;
const LEFT: f32 = 0.59;
const RIGHT: f32 = 0.37;
/// The sizes that are tried for the verdict, which the whole room has to read.
const BAND_SIZES_PT: [f32; 4] = [24.0, 20.0, 16.0, 14.0];
/// What a line is indented by behind its dot, and what stands between two lines, as multiples of the size of the text.
const INDENT: f32 = 1.0;
const BETWEEN: f32 = 0.35;

/// The slide at the largest sizes at which it fits. Lines that do not fit at the smallest are left out, the last of the
/// longest list first, and counted. Nothing on the right means that the left has the whole width.
pub(super) fn placed(
    band: VerdictBand,
    mut left: Vec<Lines>,
    mut right: Vec<Lines>,
    frame: &Frame,
    decided: &Decided<'_>,
) -> Content {
    let left_pt = frame.width_pt * if right.is_empty() { 1.0 } else { LEFT };
    let right_pt = frame.width_pt * RIGHT;
    let fits = |lists: &[Lines], size: f32, width: f32| {
        below(lists, frame, size, width) <= frame.height_pt * BODY
    };
    let found = largest(&SIZES_PT, |it| {
        fits(&left, it, left_pt) && fits(&right, it, right_pt)
    });
    let size_pt = found.unwrap_or(SIZES_PT[SIZES_PT.len() - 1]);
    for (side, width) in [(&mut left, left_pt), (&mut right, right_pt)] {
        shorten(side, decided, |it| fits(it, size_pt, width));
    }
    let bold = frame.face.bold();
    let band_pt = largest(&BAND_SIZES_PT, |it| {
        let insets = frame.insets.top + frame.insets.bottom;
        let width = frame.width_pt - frame.insets.left - frame.insets.right;
        height(&band.lines, frame, bold, it, width) + insets <= frame.height_pt * BAND
    });
    Content::Decision(Box::new(DecisionSlide {
        band,
        band_pt: band_pt.unwrap_or(SIZES_PT[SIZES_PT.len() - 1]),
        size_pt,
        left,
        right,
    }))
}

fn largest(sizes: &[f32], fits: impl Fn(f32) -> bool) -> Option<f32> {
    sizes.iter().copied().find(|it| fits(*it))
}

/// Leaves out lines until `fits`, or until each list has one. What says how many are left out is a line too.
fn shorten(side: &mut [Lines], decided: &Decided<'_>, fits: impl Fn(&[Lines]) -> bool) {
    let whole: Vec<Lines> = side.to_vec();
    let mut kept: Vec<usize> = whole.iter().map(|it| it.lines.len()).collect();
    while !fits(side) {
        let Some(at) = (0..kept.len()).max_by_key(|at| kept[*at]) else {
            return;
        };
        if kept[at] < 2 {
            return;
        }
        kept[at] -= 1;
        let all = &whole[at].lines;
        let more = decided.more(all.len() - kept[at]).unwrap_or_default();
        side[at].lines = all[..kept[at]].to_vec();
        side[at]
            .lines
            .push(vec![Run::Emphasis(vec![Run::Text(more)])]);
    }
}

/// How tall lines are, one below another.
fn height(lines: &[Vec<Run>], frame: &Frame, face: Face, size_pt: f32, width_pt: f32) -> f32 {
    let one = |runs: &Vec<Run>| {
        let lines = Measured::of(&plain(runs), face).lines(size_pt, width_pt);
        (lines as f32 * frame.pitch + BETWEEN) * size_pt
    };
    lines.iter().map(one).sum()
}

/// How tall lists are, each with its heading.
fn below(lists: &[Lines], frame: &Frame, size_pt: f32, width_pt: f32) -> f32 {
    let one = |it: &Lines| {
        let heading = vec![Run::Text(it.heading.clone())];
        let indented = width_pt - INDENT * size_pt;
        height(&[heading], frame, frame.face.bold(), size_pt, width_pt)
            + height(&it.lines, frame, frame.face, size_pt, indented)
            + size_pt * BETWEEN
    };
    lists.iter().map(one).sum()
}
