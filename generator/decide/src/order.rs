//! The order draw: weights of which nothing is known but their order, uniform over all that respect it.

use crate::Stream;
use crate::lanes::{BLOCK, Lanes};
use crate::stream::share;

/// Drawn weights of needs that carry ranks, a block at a time.
pub(crate) struct Orders {
    stream: Stream,
    /// How many needs share each rank, best rank first.
    groups: Vec<usize>,
    /// By need (by rank, then by id): its weight in every draw of the block.
    weights: Vec<Lanes>,
    /// Of one draw: where the pieces of the unit interval end, the weight of each rank, and the lots of a tie.
    cuts: Vec<u32>,
    ranked: Vec<f64>,
    lots: Vec<(u32, usize)>,
}

impl Orders {
    pub(crate) fn new(stream: Stream, groups: Vec<usize>) -> Self {
        let count = groups.iter().sum();
        Self {
            stream,
            groups,
            weights: vec![[0.0; BLOCK]; count],
            cuts: vec![0; count.saturating_sub(1)],
            ranked: vec![0.0; count],
            lots: Vec::new(),
        }
    }

    pub(crate) fn weights(&self) -> &[Lanes] {
        &self.weights
    }

    /// Draws the next block.
    ///
    /// # Source
    /// Tervonen and Lahdelma, EJOR 178, 2007, and Lahdelma, Miettinen and Salminen, EJOR 147, 2003: the pieces of a stick
    /// broken at random are uniform on the simplex, and adding them up from the last gives every order its share.
    pub(crate) fn fill(&mut self) {
        for at in 0..BLOCK {
            self.rank();
            let mut from = 0;
            for size in &self.groups {
                let to = from + size;
                let ranked = &self.ranked[from..to];
                let members = &mut self.weights[from..to];
                if let [member] = members {
                    member[at] = ranked[0];
                } else {
                    let stream = &mut self.stream;
                    self.lots.clear();
                    self.lots
                        .extend((0..*size).map(|member| (stream.word(), member)));
                    self.lots.sort_unstable();
                    for ((_, member), weight) in self.lots.iter().zip(ranked) {
                        members[*member][at] = *weight;
                    }
                }
                from = to;
            }
        }
    }

    /// Draws the weights of one draw, greatest first.
    fn rank(&mut self) {
        let stream = &mut self.stream;
        self.cuts.iter_mut().for_each(|it| *it = stream.word());
        // Words order as the numbers they stand for do.
        self.cuts.sort_unstable();
        let (mut sum, mut end) = (0.0, 1.0);
        for at in (0..self.ranked.len()).rev() {
            let start = at.checked_sub(1).map_or(0.0, |it| share(self.cuts[it]));
            sum += (end - start) / (at + 1) as f64;
            self.ranked[at] = sum;
            end = start;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weights of every draw of a block, in which `groups` share a rank each.
    fn draws(groups: &[usize]) -> Vec<Vec<f64>> {
        let mut orders = Orders::new(Stream::new("tradeoff", "order"), groups.to_vec());
        orders.fill();
        let draw = |at: usize| orders.weights().iter().map(|it| it[at]).collect();
        (0..BLOCK).map(draw).collect()
    }

    #[test]
    fn every_draw_respects_the_ranks() {
        for groups in [&[1, 1, 1, 1][..], &[2, 1, 3], &[1], &[5], &[1, 4]] {
            for weights in draws(groups) {
                let sum: f64 = weights.iter().sum();
                assert!((sum - 1.0).abs() < 1e-12);
                let mut rest = weights.as_slice();
                let mut least = f64::INFINITY;
                for size in groups {
                    let (group, behind) = rest.split_at(*size);
                    assert!(group.iter().all(|it| *it <= least && *it >= 0.0));
                    least = group.iter().copied().fold(least, f64::min);
                    rest = behind;
                }
            }
        }
    }

    #[test]
    fn tied_needs_take_turns() {
        let draws = draws(&[1, 2]);
        let ahead = draws.iter().filter(|it| it[1] > it[2]).count();
        assert!(ahead.abs_diff(BLOCK / 2) < BLOCK / 8, "{ahead}");
    }
}
