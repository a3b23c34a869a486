//! Formulas and conditions over quantities and facts: what they are, step by step, once read.
//!
//! A formula is a list of steps, each of which names earlier steps as its operands; the last one is its result. Numbers
//! never depend on conditions, so the two kinds of step have a list each, and computing a formula is two loops.

use std::ops::Range;

use crate::evaluate::{Domain, Points};
use crate::formula_error::{FormulaError, FormulaFault};
use crate::parse::parse;

/// A formula that could be read: a computed number, or a condition that is true or false.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub(crate) names: Vec<Name>,
    pub(crate) numbers: Vec<(Number, Range<usize>)>,
    pub(crate) conditions: Vec<(Condition, Range<usize>)>,
}

/// A name that a formula reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The quantity, fact or formula that is read.
    pub text: String,
    /// The bytes at which it stands first.
    pub span: Range<usize>,
}

/// A step whose result is a number. Every `usize` but that of a name is an earlier number of the same formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A number as written.
    Literal(f64),
    /// What [`Formula::names`] has at this index.
    Name(usize),
    /// The number with the other sign.
    Negated(usize),
    /// The number rounded to a whole one.
    Rounded(Rounding, usize),
    /// Two numbers made one.
    Combined(Combination, usize, usize),
}

/// How a number is made whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Up: `ceil`.
    Up,
    /// Down: `floor`.
    Down,
}

/// How two numbers are made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combination {
    /// `a + b`
    Sum,
    /// `a - b`
    Difference,
    /// `a * b`
    Product,
    /// `a / b`
    Quotient,
    /// `min(a, b)`
    Least,
    /// `max(a, b)`
    Greatest,
}

/// A step whose result is true or false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A comparison of two numbers, given by their index among the numbers.
    Compared(Comparison, usize, usize),
    /// Not an earlier condition.
    Not(usize),
    /// Two earlier conditions, both.
    And(usize, usize),
    /// Two earlier conditions, either.
    Or(usize, usize),
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `a < b`
    Less,
    /// `a <= b`
    AtMost,
    /// `a > b`
    Greater,
    /// `a >= b`
    AtLeast,
    /// `a == b`
    Equal,
    /// `a != b`
    Different,
}

impl Formula {
    /// The computed number that `text` says.
    ///
    /// ```
    /// let formula = decide::Formula::number("max(2, ceil(requests / 3e7)) * 730")?;
    /// let cost = formula.compute(|name| (name == "requests").then_some(4e7));
    /// assert_eq!(cost, Ok(1460.0));
    /// # Ok::<(), decide::FormulaError>(())
    /// ```
    /// # Errors
    /// [`FormulaError`], the first in reading order; a condition is one.
    pub fn number(text: &str) -> Result<Self, FormulaError> {
        Self::of_kind(text, false)
    }

    /// The condition that `text` says.
    ///
    /// # Errors
    /// [`FormulaError`], the first in reading order; a number is one.
    pub fn condition(text: &str) -> Result<Self, FormulaError> {
        Self::of_kind(text, true)
    }

    fn of_kind(text: &str, condition: bool) -> Result<Self, FormulaError> {
        let formula = parse(text)?;
        let span = text.len() - text.trim_start().len()..text.trim_end().len();
        let fault = match (condition, formula.conditions.is_empty()) {
            (true, true) => FormulaFault::TruthExpected,
            (false, false) => FormulaFault::NumberExpected,
            _ => return Ok(formula),
        };
        Err(FormulaError { span, fault })
    }

    /// The names it reads, each once, in the order in which they stand first.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Its numbers, operands before what is made of them, each with the bytes it spans.
    pub fn numbers(&self) -> &[(Number, Range<usize>)] {
        &self.numbers
    }

    /// Its conditions, in the same order; none for a computed number.
    pub fn conditions(&self) -> &[(Condition, Range<usize>)] {
        &self.conditions
    }

    /// The number it computes when every name has the number that `value` gives it.
    ///
    /// # Errors
    /// [`FormulaError`] for a name without number, a division by 0, a result that is too large, or a condition.
    pub fn compute(&self, value: impl Fn(&str) -> Option<f64>) -> Result<f64, FormulaError> {
        let values: Vec<_> = self.names.iter().map(|it| value(&it.text)).collect();
        let slots: Vec<_> = (0..values.len()).collect();
        let points = Points {
            slots: &slots,
            values: &values,
        };
        if let Some(at) = values.iter().position(Option::is_none) {
            let Name { text, span } = self.names[at].clone();
            let fault = FormulaFault::UnknownName(text);
            return Err(FormulaError { span, fault });
        }
        let number = self.number_in(&points)?;
        number.ok_or(FormulaError {
            span: 0..0,
            fault: FormulaFault::NumberExpected,
        })
    }

    /// The number it computes in `domain`; of a condition, the default.
    pub(crate) fn number_in<D: Domain>(&self, domain: &D) -> Result<D::Number, FormulaError> {
        if !self.conditions.is_empty() {
            return Ok(D::Number::default());
        }
        Ok(self.numbers_in(domain)?.pop().unwrap_or_default())
    }

    /// Whether it holds in `domain`; of a number, the default.
    pub(crate) fn truth_in<D: Domain>(&self, domain: &D) -> Result<D::Truth, FormulaError> {
        let numbers = self.numbers_in(domain)?;
        let mut truths: Vec<D::Truth> = Vec::with_capacity(self.conditions.len());
        for (condition, _) in &self.conditions {
            let truth = match *condition {
                Condition::Compared(how, a, b) => compared(domain, how, &numbers[a], &numbers[b]),
                Condition::Not(a) => domain.not(&truths[a]),
                Condition::And(a, b) => domain.and(&truths[a], &truths[b]),
                Condition::Or(a, b) => domain.or(&truths[a], &truths[b]),
            };
            truths.push(truth);
        }
        Ok(truths.pop().unwrap_or_default())
    }

    fn numbers_in<D: Domain>(&self, domain: &D) -> Result<Vec<D::Number>, FormulaError> {
        let mut numbers: Vec<D::Number> = Vec::with_capacity(self.numbers.len());
        for (number, span) in &self.numbers {
            // A step is the operand of one other step at most, so it can be given away.
            let mut take = |at: usize| std::mem::take(&mut numbers[at]);
            let result = match *number {
                Number::Literal(number) => Ok(domain.literal(number)),
                Number::Name(name) => Ok(domain.name(name)),
                Number::Negated(a) => Ok(domain.negated(take(a))),
                Number::Rounded(how, a) => Ok(domain.rounded(how, take(a))),
                Number::Combined(how, a, b) => {
                    let (a, b) = (take(a), take(b));
                    domain.combined(how, a, b)
                }
            };
            let result = result.map_err(|fault| FormulaError {
                span: span.clone(),
                fault,
            })?;
            numbers.push(result);
        }
        Ok(numbers)
    }
}

fn compared<D: Domain>(domain: &D, how: Comparison, a: &D::Number, b: &D::Number) -> D::Truth {
    match how {
        Comparison::Less => domain.less(a, b),
        Comparison::AtMost => domain.at_most(a, b),
        Comparison::Greater => domain.less(b, a),
        Comparison::AtLeast => domain.at_most(b, a),
        Comparison::Equal => domain.equal(a, b),
        Comparison::Different => domain.not(&domain.equal(a, b)),
    }
}
