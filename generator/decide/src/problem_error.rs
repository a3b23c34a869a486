//! What can be wrong with a problem, and at which field.

use std::error::Error;
use std::fmt;

use crate::{FormulaError, RangeError, ScaleError};

/// Why a problem cannot be solved.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemError {
    /// The field, as a path into the problem: `cells.serverless.cold-start`, `limits[2].when`.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Three numbers are no range.
    Range(RangeError),
    /// Points or levels are no scale.
    Scale(ScaleError),
    /// A formula or condition cannot be read or computed.
    Formula(FormulaError),
    /// A number is infinite or none.
    NotFinite,
    /// A number lies outside of what it may be; the text says what that is.
    Outside(&'static str),
    /// An id has other characters than `a-z`, `0-9` and `-`, or none.
    NoId(String),
    /// A name that is none of a kind.
    Unknown {
        /// What kind of thing is named: `option`, `dimension`, `level`, `formula`, `quantity`, `need`.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// Something stands twice.
    Twice(String),
    /// Something is missing; the text says what.
    Missing(&'static str),
    /// Needs of different kinds: ranks, swings, comparisons.
    MixedNeeds,
    /// Weights are to be drawn by rank, and the needs have none.
    NotRanked,
    /// Two comparisons that cannot both hold.
    Contradiction {
        /// The need that is compared.
        a: String,
        /// The one it is compared with.
        b: String,
    },
    /// Two needs that no comparison compares.
    NotCompared {
        /// A need.
        a: String,
        /// Another.
        b: String,
    },
}

impl Fault {
    /// The error that this fault is at the field `path`.
    pub(crate) fn at(self, path: impl Into<String>) -> ProblemError {
        let (path, fault) = (path.into(), self);
        ProblemError { path, fault }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(error) => error.fmt(out),
            Self::Scale(error) => error.fmt(out),
            Self::Formula(error) => error.fmt(out),
            Self::NotFinite => write!(out, "the number is not finite"),
            Self::Outside(what) => write!(out, "the number must be {what}"),
            Self::NoId(id) => write!(
                out,
                "`{}` is no id: use `a-z`, `0-9` and `-`",
                id.escape_debug()
            ),
            Self::Unknown { kind, name } => {
                write!(out, "there is no {kind} `{}`", name.escape_debug())
            }
            Self::Twice(name) => write!(out, "`{}` stands twice", name.escape_debug()),
            Self::Missing(what) => write!(out, "{what} is missing"),
            Self::MixedNeeds => write!(out, "ranks, swings and comparisons are mixed: use one"),
            Self::NotRanked => write!(out, "`order` draws by rank: give every need a rank"),
            Self::Contradiction { a, b } => write!(
                out,
                "`{a}` and `{b}` are compared twice, with different results"
            ),
            Self::NotCompared { a, b } => write!(out, "`{a}` and `{b}` are not compared"),
        }
    }
}

impl fmt::Display for ProblemError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.fault)
    }
}

impl Error for ProblemError {}
