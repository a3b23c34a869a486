//! Formulas over a block of draws at once: a number per draw, kept side by side so that a loop over them is fast.

use crate::evaluate::{Domain, combined, is_zero, rounded};
use crate::formula::{Combination, Rounding};
use crate::formula_error::FormulaFault;

/// How many draws are computed together. Blocks keep memory small and independent of the number of draws.
pub(crate) const BLOCK: usize = 256;

/// A number per draw of a block.
pub(crate) type Lanes = [f64; BLOCK];

/// A yes or no per draw of a block.
pub(crate) type Bits = [u64; BLOCK / 64];

pub(crate) const NO_BITS: Bits = [0; BLOCK / 64];

/// A number of a block of draws: the same in all of them, or one per draw.
#[derive(Clone, Debug)]
pub(crate) enum Lane<'a> {
    Same(f64),
    Drawn(&'a Lanes),
    Computed(Box<Lanes>),
}

impl Default for Lane<'_> {
    fn default() -> Self {
        Self::Same(0.0)
    }
}

impl<'a> Lane<'a> {
    /// The same numbers, for as long as `self` lives.
    pub(crate) fn borrowed(&self) -> Lane<'_> {
        match self {
            Lane::Same(number) => Lane::Same(*number),
            Lane::Drawn(lanes) => Lane::Drawn(lanes),
            Lane::Computed(lanes) => Lane::Drawn(lanes),
        }
    }

    /// The same numbers, without a claim on others.
    pub(crate) fn owned<'b>(self) -> Lane<'b> {
        match self {
            Lane::Same(number) => Lane::Same(number),
            Lane::Drawn(lanes) => Lane::Computed(Box::new(*lanes)),
            Lane::Computed(lanes) => Lane::Computed(lanes),
        }
    }

    /// The number of draw `at` of the block.
    pub(crate) fn at(&self, at: usize) -> f64 {
        match self {
            Lane::Same(number) => *number,
            Lane::Drawn(lanes) => lanes[at],
            Lane::Computed(lanes) => lanes[at],
        }
    }

    fn map(self, of: impl Fn(f64) -> f64) -> Lane<'a> {
        match self {
            Lane::Same(number) => Lane::Same(of(number)),
            Lane::Drawn(lanes) => Lane::Computed(Box::new(lanes.map(of))),
            Lane::Computed(mut lanes) => {
                lanes.iter_mut().for_each(|it| *it = of(*it));
                Lane::Computed(lanes)
            }
        }
    }
}

/// The names of a formula in a block of draws, all of them stated. Nothing here can fail: the intervals were sound.
pub(crate) struct Block<'a> {
    /// Where the names of the formula stand among the values.
    pub(crate) slots: &'a [usize],
    pub(crate) values: &'a [Lane<'a>],
}

impl<'a> Domain for Block<'a> {
    type Number = Lane<'a>;
    type Truth = Bits;

    fn literal(&self, number: f64) -> Lane<'a> {
        Lane::Same(number)
    }

    fn name(&self, name: usize) -> Lane<'a> {
        self.values[self.slots[name]].borrowed()
    }

    fn negated(&self, a: Lane<'a>) -> Lane<'a> {
        a.map(|it| -it)
    }

    fn rounded(&self, how: Rounding, a: Lane<'a>) -> Lane<'a> {
        a.map(|it| rounded(how, it))
    }

    fn combined(
        &self,
        how: Combination,
        a: Lane<'a>,
        b: Lane<'a>,
    ) -> Result<Lane<'a>, FormulaFault> {
        // A loop per operation, so that none of them decides anything.
        Ok(match how {
            Combination::Sum => zipped(a, b, |a, b| combined(Combination::Sum, a, b)),
            Combination::Difference => zipped(a, b, |a, b| combined(Combination::Difference, a, b)),
            Combination::Product => zipped(a, b, |a, b| combined(Combination::Product, a, b)),
            Combination::Quotient => zipped(a, b, |a, b| combined(Combination::Quotient, a, b)),
            Combination::Least => zipped(a, b, |a, b| combined(Combination::Least, a, b)),
            Combination::Greatest => zipped(a, b, |a, b| combined(Combination::Greatest, a, b)),
        })
    }

    fn less(&self, a: &Lane<'a>, b: &Lane<'a>) -> Bits {
        bits(|at| a.at(at) < b.at(at))
    }

    fn at_most(&self, a: &Lane<'a>, b: &Lane<'a>) -> Bits {
        bits(|at| a.at(at) <= b.at(at))
    }

    fn equal(&self, a: &Lane<'a>, b: &Lane<'a>) -> Bits {
        bits(|at| is_zero(a.at(at) - b.at(at)))
    }

    fn not(&self, a: &Bits) -> Bits {
        a.map(|it| !it)
    }

    fn and(&self, a: &Bits, b: &Bits) -> Bits {
        std::array::from_fn(|at| a[at] & b[at])
    }

    fn or(&self, a: &Bits, b: &Bits) -> Bits {
        std::array::from_fn(|at| a[at] | b[at])
    }
}

fn zipped<'a>(a: Lane<'a>, b: Lane<'a>, of: impl Fn(f64, f64) -> f64) -> Lane<'a> {
    match (a, b) {
        (Lane::Same(a), Lane::Same(b)) => Lane::Same(of(a, b)),
        (a, Lane::Same(b)) => a.map(|a| of(a, b)),
        (Lane::Same(a), b) => b.map(|b| of(a, b)),
        (Lane::Computed(mut a), b) => {
            let other = lanes(&b);
            a.iter_mut().zip(other).for_each(|(a, b)| *a = of(*a, *b));
            Lane::Computed(a)
        }
        (a, Lane::Computed(mut b)) => {
            let other = lanes(&a);
            b.iter_mut().zip(other).for_each(|(b, a)| *b = of(*a, *b));
            Lane::Computed(b)
        }
        (Lane::Drawn(a), Lane::Drawn(b)) => {
            let mut result = Box::new(*a);
            result.iter_mut().zip(b).for_each(|(a, b)| *a = of(*a, *b));
            Lane::Computed(result)
        }
    }
}

fn lanes<'l>(lane: &'l Lane<'_>) -> &'l [f64] {
    match lane {
        Lane::Same(_) => &[],
        Lane::Drawn(lanes) => *lanes,
        Lane::Computed(lanes) => &**lanes,
    }
}

/// The draws of a block of which `holds` is true.
pub(crate) fn bits(holds: impl Fn(usize) -> bool) -> Bits {
    std::array::from_fn(|word| {
        (0..64).fold(0, |bits, bit| {
            bits | u64::from(holds(word * 64 + bit)) << bit
        })
    })
}

/// The first `length` draws of a block.
pub(crate) fn first_bits(length: usize) -> Bits {
    std::array::from_fn(|word| match length.saturating_sub(word * 64) {
        0 => 0,
        bits @ 1..64 => (1 << bits) - 1,
        _ => u64::MAX,
    })
}

pub(crate) fn count(bits: &Bits) -> u32 {
    bits.iter().map(|it| it.count_ones()).sum()
}

pub(crate) fn has(bits: &Bits, at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 == 1
}

/// The draws of a block that `bits` has, in their order.
pub(crate) fn draws(bits: &Bits) -> impl Iterator<Item = usize> {
    bits.iter().enumerate().flat_map(|(word, bits)| {
        // Taking the lowest bit away leads to the next one.
        let rests = std::iter::successors(Some(*bits), |it| Some(it & it.wrapping_sub(1)));
        let rests = rests.take_while(|it| *it != 0);
        rests.map(move |it| word * 64 + it.trailing_zeros() as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_counted_and_listed_in_order() {
        for length in [0, 1, 63, 64, 65, 127, 128, BLOCK - 1, BLOCK] {
            let first = first_bits(length);
            assert_eq!(count(&first) as usize, length);
            assert!(draws(&first).eq(0..length));
        }
        let thirds = bits(|at| at % 3 == 0);
        assert!(draws(&thirds).eq((0..BLOCK).step_by(3)));
        assert!(has(&thirds, 66) && !has(&thirds, 67));
    }
}
