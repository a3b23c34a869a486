//! The outcome of a problem: a word, the best option, and everything that can be said about why and how surely.
//!
//! Maps and lists are in id order unless they say otherwise; counts are draws.

use std::collections::BTreeMap;

use crate::result::{
    Agreement, Crossings, Depends, Figures, LimitResult, Points, RuledOut, Stress, TieQuantity,
    TieScore, TieWeight, Warning,
};

/// What came out: of the problem as a whole, or of its components.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A problem without components.
    Whole(Box<Decision>),
    /// A problem whose components are decided alone.
    Parts(Parts),
}

/// What came out of the components of a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The id of the problem.
    pub id: String,
    /// The word for all of them.
    pub word: Word,
    /// The option that is best in all of them.
    pub best: Option<String>,
    /// The component on which it depends, when the word is [`Word::Depends`].
    pub depends: Option<String>,
    /// By component. The id of each decision is that of its component.
    pub components: BTreeMap<String, Decision>,
}

/// How sure the decision is; an order, surest first, up to [`Word::TooClose`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// First in almost all draws, or the only option left.
    Clear,
    /// First in most.
    Leaning,
    /// One input decides.
    Depends,
    /// None of these.
    TooClose,
    /// Components are best served by different options.
    Split,
    /// Every option is ruled out.
    NothingFits,
}

impl Word {
    /// The word as data has it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Leaning => "leaning",
            Self::Depends => "depends",
            Self::TooClose => "too-close",
            Self::Split => "split",
            Self::NothingFits => "nothing-fits",
        }
    }
}

/// What came out of a problem without components, or of one component.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The id of the problem or component.
    pub id: String,
    /// How many draws each run had.
    pub draws: u32,
    /// How sure it is.
    pub word: Word,
    /// The option that is first most often; nothing if all are ruled out.
    pub best: Option<String>,
    /// The next; nothing if only one is left.
    pub runner_up: Option<String>,
    /// Whether the best option is the only one that no limit rules out.
    pub by_elimination: bool,
    /// What it depends on, when the word is [`Word::Depends`].
    pub depends: Option<Depends>,
    /// Central weight of each need; sum 1.
    pub weights: BTreeMap<String, f64>,
    /// Central value, 0 to 1, by option, then by need.
    pub values: BTreeMap<String, BTreeMap<String, f64>>,
    /// Central score, 0 to 1, of each option.
    pub scores: BTreeMap<String, f64>,
    /// What makes up each score.
    pub contributions: BTreeMap<String, Points>,
    /// The points of the best option less those of the runner-up.
    pub waterfall: Option<Points>,
    /// How often each option is first.
    pub first: BTreeMap<String, u32>,
    /// How often each option has each rank, first rank first.
    pub ranks: BTreeMap<String, Vec<u32>>,
    /// How often a limit keeps each option out.
    pub out: BTreeMap<String, u32>,
    /// How often nobody is first because of a tie.
    pub tied: u32,
    /// How often every option is out.
    pub none: u32,
    /// How often one option beats another.
    pub pairwise: BTreeMap<String, BTreeMap<String, u32>>,
    /// What the stress run says.
    pub stress: Stress,
    /// What became of each limit.
    pub limits: Vec<LimitResult>,
    /// The options that are ruled out.
    pub ruled_out: Vec<RuledOut>,
    /// Weights at which best and runner-up tie, nearest first.
    pub tie_weights: Vec<TieWeight>,
    /// Values at which they tie, those within the stated range first, then nearest first.
    pub tie_scores: Vec<TieScore>,
    /// Quantities at which another option comes first.
    pub tie_quantities: Vec<TieQuantity>,
    /// Whether other ways of adding up agree.
    pub agreement: Agreement,
    /// Figures of each formula; nothing for one that reads a quantity that is not stated.
    pub formulas: BTreeMap<String, Option<Figures>>,
    /// Where computed numbers cross.
    pub breakevens: Vec<Crossings>,
    /// The cells that are not known, as `option/dimension`.
    pub unknown: Vec<String>,
    /// What a reader should be told about the input.
    pub warnings: Vec<Warning>,
}

impl Outcome {
    /// The id of the problem.
    pub fn id(&self) -> &str {
        match self {
            Self::Whole(decision) => &decision.id,
            Self::Parts(parts) => &parts.id,
        }
    }

    /// How sure the decision is.
    pub fn word(&self) -> Word {
        match self {
            Self::Whole(decision) => decision.word,
            Self::Parts(parts) => parts.word,
        }
    }

    /// The best option, if there is one.
    pub fn best(&self) -> Option<&str> {
        match self {
            Self::Whole(decision) => decision.best.as_deref(),
            Self::Parts(parts) => parts.best.as_deref(),
        }
    }
}
