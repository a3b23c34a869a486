//! Formulas over ranges: the least and the greatest a result can be, and whether a condition holds throughout.

use crate::evaluate::{Domain, finite, greatest, is_zero, least, rounded};
use crate::formula::{Combination, Rounding};
use crate::formula_error::FormulaFault;
use crate::truth::Truth;

/// All numbers from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Interval {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Interval {
    pub(crate) fn point(number: f64) -> Self {
        let (low, high) = (number, number);
        Self { low, high }
    }
}

/// Ranges of numbers; nothing where a quantity is not stated, and nothing whatever is made of that.
///
/// Rounding is monotone, so a number that is computed from drawn ones never lies outside of the interval computed here: a
/// formula that is sound on its intervals is sound in every draw.
pub(crate) struct Intervals<'a> {
    /// Where the names of the formula stand among the values.
    pub(crate) slots: &'a [usize],
    pub(crate) values: &'a [Option<Interval>],
}

impl Domain for Intervals<'_> {
    type Number = Option<Interval>;
    type Truth = Truth;

    fn literal(&self, number: f64) -> Option<Interval> {
        Some(Interval::point(number))
    }

    fn name(&self, name: usize) -> Option<Interval> {
        self.values[self.slots[name]]
    }

    fn negated(&self, a: Option<Interval>) -> Option<Interval> {
        a.map(|it| Interval {
            low: -it.high,
            high: -it.low,
        })
    }

    fn rounded(&self, how: Rounding, a: Option<Interval>) -> Option<Interval> {
        a.map(|it| Interval {
            low: rounded(how, it.low),
            high: rounded(how, it.high),
        })
    }

    fn combined(
        &self,
        how: Combination,
        a: Option<Interval>,
        b: Option<Interval>,
    ) -> Result<Option<Interval>, FormulaFault> {
        if how == Combination::Quotient && b.is_some_and(holds_zero) {
            return Err(FormulaFault::DividesByZero);
        }
        let (Some(a), Some(b)) = (a, b) else {
            return Ok(None);
        };
        let Interval { low, high } = combined(how, a, b);
        let (low, high) = (finite(low)?, finite(high)?);
        Ok(Some(Interval { low, high }))
    }

    fn less(&self, a: &Option<Interval>, b: &Option<Interval>) -> Truth {
        compared(*a, *b, |a, b| match () {
            () if a.high < b.low => Truth::True,
            () if a.low >= b.high => Truth::False,
            () => Truth::Unknown,
        })
    }

    fn at_most(&self, a: &Option<Interval>, b: &Option<Interval>) -> Truth {
        compared(*a, *b, |a, b| match () {
            () if a.high <= b.low => Truth::True,
            () if a.low > b.high => Truth::False,
            () => Truth::Unknown,
        })
    }

    fn equal(&self, a: &Option<Interval>, b: &Option<Interval>) -> Truth {
        compared(*a, *b, |a, b| match () {
            () if a.high < b.low || b.high < a.low => Truth::False,
            () if is_zero(a.high - a.low) && is_zero(b.high - b.low) => Truth::True,
            () => Truth::Unknown,
        })
    }

    fn not(&self, a: &Truth) -> Truth {
        a.negated()
    }

    fn and(&self, a: &Truth, b: &Truth) -> Truth {
        a.and(*b)
    }

    fn or(&self, a: &Truth, b: &Truth) -> Truth {
        a.or(*b)
    }
}

fn compared(
    a: Option<Interval>,
    b: Option<Interval>,
    truth: fn(Interval, Interval) -> Truth,
) -> Truth {
    a.zip(b).map_or(Truth::Unknown, |(a, b)| truth(a, b))
}

fn holds_zero(it: Interval) -> bool {
    it.low <= 0.0 && it.high >= 0.0
}

fn combined(how: Combination, a: Interval, b: Interval) -> Interval {
    let ends = |low, high| Interval { low, high };
    match how {
        Combination::Sum => ends(a.low + b.low, a.high + b.high),
        Combination::Difference => ends(a.low - b.high, a.high - b.low),
        Combination::Product => hull(a, b, |a, b| a * b),
        Combination::Quotient => hull(a, b, |a, b| a / b),
        Combination::Least => ends(least(a.low, b.low), least(a.high, b.high)),
        Combination::Greatest => ends(greatest(a.low, b.low), greatest(a.high, b.high)),
    }
}

/// From the least to the greatest of the four results of the ends.
fn hull(a: Interval, b: Interval, result: fn(f64, f64) -> f64) -> Interval {
    let first = result(a.low, b.low);
    let others = [(a.low, b.high), (a.high, b.low), (a.high, b.high)];
    let hull = Interval::point(first);
    others.into_iter().fold(hull, |hull, (a, b)| Interval {
        low: least(hull.low, result(a, b)),
        high: greatest(hull.high, result(a, b)),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::evaluate::Points;

    /// An interval, and a number in it.
    fn interval() -> impl Strategy<Value = (Interval, f64)> {
        let bound = -9.0..9.0_f64;
        (bound.clone(), bound, 0.0..=1.0_f64).prop_map(|(a, b, share)| {
            let (low, high) = (a.min(b), a.max(b));
            let inside = (low + (high - low) * share).clamp(low, high);
            (Interval { low, high }, inside)
        })
    }

    const ALL: [Combination; 6] = [
        Combination::Sum,
        Combination::Difference,
        Combination::Product,
        Combination::Quotient,
        Combination::Least,
        Combination::Greatest,
    ];

    proptest! {
        #[test]
        fn what_numbers_give_lies_in_what_their_intervals_give((a, x) in interval(), (b, y) in interval()) {
            let (slots, values) = (&[], &[]);
            let points = Points { slots, values };
            let intervals = Intervals { slots, values: &[] };
            for how in ALL {
                let whole = intervals.combined(how, Some(a), Some(b));
                let Ok(whole) = whole else {
                    prop_assert!(how == Combination::Quotient && b.low <= 0.0 && b.high >= 0.0);
                    continue;
                };
                let number = points.combined(how, Some(x), Some(y)).expect("a number");
                let (whole, number) = (whole.expect("an interval"), number.expect("a number"));
                prop_assert!(whole.low <= number && number <= whole.high, "{how:?}");
            }
            let (a, b, x, y) = (Some(a), Some(b), Some(x), Some(y));
            for (whole, number) in [
                (intervals.less(&a, &b), points.less(&x, &y)),
                (intervals.at_most(&a, &b), points.at_most(&x, &y)),
                (intervals.equal(&a, &b), points.equal(&x, &y)),
            ] {
                prop_assert!(whole == Truth::Unknown || whole == number);
            }
        }
    }
}
