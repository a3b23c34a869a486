//! What a formula is computed with: single numbers here, intervals and columns of draws elsewhere.

use crate::formula::{Combination, Rounding};
use crate::formula_error::FormulaFault;
use crate::truth::Truth;

/// A kind of number that formulas can be computed with, and the kind of truth its comparisons have.
pub(crate) trait Domain {
    type Number: Default;
    type Truth: Default;

    fn literal(&self, number: f64) -> Self::Number;
    /// What the name with this index in the formula stands for.
    fn name(&self, name: usize) -> Self::Number;
    fn negated(&self, a: Self::Number) -> Self::Number;
    fn rounded(&self, how: Rounding, a: Self::Number) -> Self::Number;
    fn combined(
        &self,
        how: Combination,
        a: Self::Number,
        b: Self::Number,
    ) -> Result<Self::Number, FormulaFault>;

    fn less(&self, a: &Self::Number, b: &Self::Number) -> Self::Truth;
    fn at_most(&self, a: &Self::Number, b: &Self::Number) -> Self::Truth;
    fn equal(&self, a: &Self::Number, b: &Self::Number) -> Self::Truth;

    fn not(&self, a: &Self::Truth) -> Self::Truth;
    fn and(&self, a: &Self::Truth, b: &Self::Truth) -> Self::Truth;
    fn or(&self, a: &Self::Truth, b: &Self::Truth) -> Self::Truth;
}

/// Single numbers; nothing where a quantity is not stated, and nothing whatever is made of that.
pub(crate) struct Points<'a> {
    /// Where the names of the formula stand among the values.
    pub(crate) slots: &'a [usize],
    pub(crate) values: &'a [Option<f64>],
}

impl Domain for Points<'_> {
    type Number = Option<f64>;
    type Truth = Truth;

    fn literal(&self, number: f64) -> Option<f64> {
        Some(number)
    }

    fn name(&self, name: usize) -> Option<f64> {
        self.values[self.slots[name]]
    }

    fn negated(&self, a: Option<f64>) -> Option<f64> {
        a.map(|it| -it)
    }

    fn rounded(&self, how: Rounding, a: Option<f64>) -> Option<f64> {
        a.map(|it| rounded(how, it))
    }

    fn combined(
        &self,
        how: Combination,
        a: Option<f64>,
        b: Option<f64>,
    ) -> Result<Option<f64>, FormulaFault> {
        let (Some(a), Some(b)) = (a, b) else {
            return Ok(None);
        };
        if how == Combination::Quotient && is_zero(b) {
            return Err(FormulaFault::DividesByZero);
        }
        finite(combined(how, a, b)).map(Some)
    }

    fn less(&self, a: &Option<f64>, b: &Option<f64>) -> Truth {
        compared(*a, *b, |a, b| a < b)
    }

    fn at_most(&self, a: &Option<f64>, b: &Option<f64>) -> Truth {
        compared(*a, *b, |a, b| a <= b)
    }

    fn equal(&self, a: &Option<f64>, b: &Option<f64>) -> Truth {
        compared(*a, *b, |a, b| is_zero(a - b))
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

fn compared(a: Option<f64>, b: Option<f64>, holds: fn(f64, f64) -> bool) -> Truth {
    match (a, b) {
        (Some(a), Some(b)) => holds(a, b).into(),
        _ => Truth::Unknown,
    }
}

/// `number`, if it can be computed with.
pub(crate) fn finite(number: f64) -> Result<f64, FormulaFault> {
    if number.is_finite() {
        return Ok(number);
    }
    Err(FormulaFault::Overflow)
}

pub(crate) fn is_zero(number: f64) -> bool {
    number.abs() <= 0.0
}

#[inline]
pub(crate) fn rounded(how: Rounding, a: f64) -> f64 {
    match how {
        Rounding::Up => a.ceil(),
        Rounding::Down => a.floor(),
    }
}

#[inline]
pub(crate) fn combined(how: Combination, a: f64, b: f64) -> f64 {
    match how {
        Combination::Sum => a + b,
        Combination::Difference => a - b,
        Combination::Product => a * b,
        Combination::Quotient => a / b,
        Combination::Least => least(a, b),
        Combination::Greatest => greatest(a, b),
    }
}

/// Of two equal numbers the first: `f64::min` leaves open which zero it gives.
#[inline]
pub(crate) fn least(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

#[inline]
pub(crate) fn greatest(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}
