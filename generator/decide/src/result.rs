//! The parts of an outcome: what it depends on, what ties, what limits did, and what other methods say.
//!
//! Maps and lists are in id order unless they say otherwise; counts are draws.

use std::collections::BTreeMap;
use std::fmt;

/// The input that decides, and what happens at its two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Depends {
    /// What kind of input it is.
    pub kind: InputKind,
    /// Its id; of a cell, `option/dimension`.
    pub id: String,
    /// The draws in its low third; of a limit, those in which it holds (`fires`).
    pub low: Group,
    /// The draws in its high third; of a limit, all others (`else`).
    pub high: Group,
    /// Where the winner changes: an amount, a weight, or nothing if there is no such place.
    pub flip: Option<f64>,
}

/// A kind of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputKind {
    /// Whether a limit holds.
    Limit,
    /// What is known of an option.
    Cell,
    /// How much a need matters.
    Need,
    /// A quantity of the workload.
    Quantity,
}

impl InputKind {
    /// The kind as data has it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Cell => "cell",
            Self::Need => "need",
            Self::Quantity => "quantity",
        }
    }
}

/// Some of the draws, and who wins them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The option that is first most often.
    pub best: String,
    /// How often it is.
    pub first: u32,
    /// How many draws these are.
    pub draws: u32,
}

/// Whole thousandths of a score that sum exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// By need.
    pub points: BTreeMap<String, i32>,
    /// Their sum.
    pub total: i32,
}

/// The run with wider ranges.
#[derive(Clone, Debug, PartialEq)]
pub struct Stress {
    /// The option that is first most often.
    pub best: Option<String>,
    /// How often each option is first.
    pub first: BTreeMap<String, u32>,
    /// How often a limit keeps each option out.
    pub out: BTreeMap<String, u32>,
    /// How often nobody is first because of a tie.
    pub tied: u32,
    /// How often every option is out.
    pub none: u32,
    /// By option, the mean weights of the draws in which it is first; nothing if there is none.
    pub central_weights: BTreeMap<String, Option<BTreeMap<String, f64>>>,
}

/// What became of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitResult {
    /// The limit.
    pub id: String,
    /// The option it can rule out.
    pub option: String,
    /// What it did.
    pub status: LimitStatus,
    /// In how many draws of the base run it kept the option out.
    pub draws: u32,
}

/// What a limit does to its option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitStatus {
    /// It holds: the option is ruled out.
    Fires,
    /// It does not hold.
    Clear,
    /// It holds in some draws.
    Straddles,
    /// It cannot be told, because a quantity is not stated.
    Unstated,
    /// It would hold, at least in some draws, but an escape is taken.
    Lifted,
}

impl LimitStatus {
    /// The status as data has it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fires => "fires",
            Self::Clear => "clear",
            Self::Straddles => "straddles",
            Self::Unstated => "unstated",
            Self::Lifted => "lifted",
        }
    }
}

/// An option that is ruled out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledOut {
    /// The option.
    pub option: String,
    /// The limits that rule it out.
    pub limits: Vec<String>,
    /// Their open escapes, as `limit/escape`.
    pub open_escapes: Vec<String>,
    /// Whether it would have the highest score without its limits.
    pub first_if_lifted: bool,
}

/// A weight at which best and runner-up tie, the others keeping their proportions.
#[derive(Clone, Debug, PartialEq)]
pub struct TieWeight {
    /// The need.
    pub need: String,
    /// Its weight.
    pub now: f64,
    /// Its weight at the tie, 0 to 1.
    pub at: f64,
}

/// A value at which best and runner-up tie.
#[derive(Clone, Debug, PartialEq)]
pub struct TieScore {
    /// The option whose cell it is.
    pub option: String,
    /// The dimension.
    pub dimension: String,
    /// Its central value.
    pub value_now: f64,
    /// Its value at the tie.
    pub value_at: f64,
    /// Its most likely amount; nothing if the cell states none.
    pub now: Option<f64>,
    /// The nearest amount that is worth the tie.
    pub at: Option<f64>,
    /// Whether that amount lies within what the cell states.
    pub inside_range: bool,
    /// On levels, the first whole one at or beyond the tie.
    pub level: Option<String>,
}

/// How far a quantity can go before another option comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct TieQuantity {
    /// The quantity.
    pub quantity: String,
    /// Its mean.
    pub now: f64,
    /// The change found by doubling it.
    pub above: Option<Change>,
    /// The change found by halving it.
    pub below: Option<Change>,
}

/// Where another option comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The amount.
    pub at: f64,
    /// The option that comes first there; nothing if none is left.
    pub best: Option<String>,
}

/// Whom other ways of adding up choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// By method, its single winner.
    pub winners: BTreeMap<&'static str, Option<String>>,
    /// How many methods choose the best option.
    pub agree: usize,
    /// Of how many.
    pub of: usize,
}

/// Figures of a formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// At the most likely quantities.
    pub mode: f64,
    /// Mean of the base run.
    pub mean: f64,
    /// Least of the base run.
    pub min: f64,
    /// Greatest of the base run.
    pub max: f64,
}

/// Where two computed numbers cross.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossings {
    /// The question.
    pub id: String,
    /// The quantity at each crossing, rising; nothing if a formula reads a quantity that is not stated.
    pub crossings: Option<Vec<f64>>,
}

/// What a reader should be told about the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The comparisons of needs contradict each other: their consistency ratio is above 0.10.
    Inconsistent(f64),
    /// A cell counts as not known because its formula reads quantities that are not stated.
    NotStated {
        /// The cell, as `option/dimension`.
        cell: String,
        /// The quantities.
        quantities: Vec<String>,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inconsistent(ratio) => write!(
                out,
                "inconsistent judgements: the consistency ratio of the pairs is {ratio:.3}, above 0.10"
            ),
            Self::NotStated { cell, quantities } => write!(
                out,
                "`{cell}` counts as not known: the workload does not state `{}`",
                quantities.join("`, `")
            ),
        }
    }
}
