//! Counting a block of draws: who is first, who beats whom, who is out.

use crate::lanes::{Bits, Lanes, NO_BITS, has};

/// Scores that differ by less are a tie: 2⁻⁴⁰.
pub(crate) const EPS: f64 = 1.0 / 1_099_511_627_776.0;

/// Counts of draws, by option.
pub(crate) struct Tally {
    pub(crate) first: Vec<u32>,
    pub(crate) out: Vec<u32>,
    pub(crate) tied: u32,
    pub(crate) none: u32,
    /// How often each option has each rank, and beats each other; not counted in the stress run.
    pub(crate) full: Option<Full>,
    /// The draws of the block in which each option is first.
    pub(crate) winners: Vec<Bits>,
    left: Vec<(usize, f64)>,
}

pub(crate) struct Full {
    pub(crate) ranks: Vec<Vec<u32>>,
    pub(crate) pairwise: Vec<Vec<u32>>,
}

impl Tally {
    pub(crate) fn new(options: usize, full: bool) -> Self {
        let square = || vec![vec![0; options]; options];
        Self {
            first: vec![0; options],
            out: vec![0; options],
            tied: 0,
            none: 0,
            full: full.then(|| Full {
                ranks: square(),
                pairwise: square(),
            }),
            winners: vec![NO_BITS; options],
            left: Vec::with_capacity(options),
        }
    }

    /// Counts the first `length` draws of a block.
    ///
    /// - `scores`: by option, then by draw.
    /// - `out`: by option, the draws in which a limit keeps it out.
    pub(crate) fn count(&mut self, scores: &[Lanes], out: &[Bits], length: usize) {
        self.winners.fill(NO_BITS);
        for at in 0..length {
            self.left.clear();
            for (option, (scores, out)) in scores.iter().zip(out).enumerate() {
                if has(out, at) {
                    self.out[option] += 1;
                } else {
                    self.left.push((option, scores[at]));
                }
            }
            if self.left.is_empty() {
                self.none += 1;
                continue;
            }
            match self.ranked() {
                Some(winner) => {
                    self.first[winner] += 1;
                    self.winners[winner][at / 64] |= 1 << (at % 64);
                }
                None => self.tied += 1,
            }
        }
    }

    /// The option that is first in one draw; a tie takes the worse rank, so nobody is first in a tie.
    fn ranked(&mut self) -> Option<usize> {
        let mut winner = None;
        for (option, score) in &self.left {
            let ahead = self.left.iter().filter(|(_, other)| other - score > -EPS);
            let rank = ahead.count();
            if rank == 1 {
                winner = Some(*option);
            }
            if let Some(full) = &mut self.full {
                full.ranks[*option][rank - 1] += 1;
                let row = &mut full.pairwise[*option];
                // Whoever is out is beaten; whoever is left is not, unless it is behind. An option never beats itself.
                for beaten in row.iter_mut() {
                    *beaten += 1;
                }
                for (other, its) in &self.left {
                    row[*other] -= u32::from(score - its < EPS);
                }
            }
        }
        winner
    }
}
