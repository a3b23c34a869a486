//! What can be wrong with a formula, and where.

use std::error::Error;
use std::fmt;
use std::ops::Range;

/// Why a formula cannot be read or computed, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaError {
    /// The bytes of the formula's text that are wrong.
    pub span: Range<usize>,
    /// What is wrong there.
    pub fault: FormulaFault,
}

/// What can be wrong at one place of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum FormulaFault {
    /// A character that belongs to no word of a formula.
    UnexpectedCharacter(char),
    /// A word where something else must stand; the text says what.
    Expected(&'static str),
    /// Parentheses, calls, `not` and minus signs lie more than 64 deep.
    TooDeep,
    /// A condition where a number must stand.
    NumberExpected,
    /// A number where a condition must stand.
    TruthExpected,
    /// No function of this name.
    UnknownFunction(String),
    /// A function with the wrong number of arguments; the text says how many it takes.
    Arguments(&'static str),
    /// A name that is no quantity, no fact and no earlier formula.
    UnknownName(String),
    /// The divisor can be 0.
    DividesByZero,
    /// The result is too large to be computed with.
    Overflow,
}

impl fmt::Display for FormulaFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedCharacter('=') => write!(out, "`=` is no sign: equality is `==`"),
            Self::UnexpectedCharacter(found) => {
                write!(
                    out,
                    "`{}` has no meaning in a formula",
                    found.escape_debug()
                )
            }
            Self::Expected(what) => write!(out, "{what} is expected here"),
            Self::TooDeep => write!(out, "the formula is nested more than 64 deep: split it"),
            Self::NumberExpected => write!(out, "this is a condition, a number is expected"),
            Self::TruthExpected => write!(out, "this is a number, a condition is expected"),
            Self::UnknownFunction(name) => write!(
                out,
                "`{name}` is no function: there are `min`, `max`, `ceil` and `floor`"
            ),
            Self::Arguments(what) => write!(out, "the function takes {what}"),
            Self::UnknownName(name) => {
                write!(
                    out,
                    "`{name}` is no quantity, no fact and no earlier formula"
                )
            }
            Self::DividesByZero => write!(out, "the divisor can be 0: state a range without 0"),
            Self::Overflow => write!(out, "the number is too large to be computed with"),
        }
    }
}

impl fmt::Display for FormulaError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "at byte {}: {}", self.span.start, self.fault)
    }
}

impl Error for FormulaError {}
