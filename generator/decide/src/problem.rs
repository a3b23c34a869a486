//! A decision problem: options, what is known of them, what is needed, and what rules an option out.
//!
//! Plain data, in the form of the problem JSON. [`solve`](crate::solve) checks it; no order of a list matters but that of
//! the formulas, each of which may read the ones before it.

use std::collections::BTreeMap;

/// A decision to be made. Ids are made of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Its name, repeated in the result.
    pub id: String,
    /// The name of the draws: the same seed gives the same numbers.
    pub seed: String,
    /// How many draws a run has, 1 to 1,000,000.
    pub draws: u32,
    /// From which share of draws on a word holds.
    pub thresholds: Thresholds,
    /// What ranks mean in the base run.
    pub base_weights: BaseWeights,
    /// What can be chosen; two or more.
    pub options: Vec<Choice>,
    /// What amounts are worth, by dimension.
    pub dimensions: BTreeMap<String, Dimension>,
    /// What is known, by option, then by dimension; every option has a cell for every need.
    pub cells: BTreeMap<String, BTreeMap<String, Cell>>,
    /// Numbers that formulas and limits read.
    pub facts: BTreeMap<String, f64>,
    /// The workload; nothing where a quantity is known to exist and not stated.
    pub quantities: BTreeMap<String, Option<Amount>>,
    /// Computed numbers; each may read the ones before it.
    pub formulas: Vec<Computed>,
    /// What rules an option out.
    pub limits: Vec<Limit>,
    /// What the decision needs, by dimension; all ranks, all swings, or all compared in pairs.
    pub needs: BTreeMap<String, Need>,
    /// Comparisons of two needs; every two are compared when the needs are [`Need::Compared`], else there are none.
    pub pairs: Vec<Pair>,
    /// Where two computed numbers cross.
    pub breakevens: Vec<BreakEven>,
    /// Parts that are decided alone.
    pub components: Vec<Component>,
}

impl Problem {
    /// A problem without content; its seed is `tradeoff`, it has 10,000 draws and the usual thresholds.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            seed: "tradeoff".into(),
            draws: crate::DRAWS,
            thresholds: Thresholds::default(),
            base_weights: BaseWeights::Centroid,
            options: Vec::new(),
            dimensions: BTreeMap::new(),
            cells: BTreeMap::new(),
            facts: BTreeMap::new(),
            quantities: BTreeMap::new(),
            formulas: Vec::new(),
            limits: Vec::new(),
            needs: BTreeMap::new(),
            pairs: Vec::new(),
            breakevens: Vec::new(),
            components: Vec::new(),
        }
    }
}

/// Whole percents of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// First in so many: `clear`, if [`stress`](Self::stress) agrees.
    pub clear: u8,
    /// First in so many draws of the stress run.
    pub stress: u8,
    /// First in so many: `leaning`.
    pub leaning: u8,
    /// First in so many of a group of draws: the winner of that group.
    pub depends: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            clear: 90,
            stress: 80,
            leaning: 70,
            depends: 70,
        }
    }
}

/// What ranks mean in the base run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BaseWeights {
    /// The mean of all weights that respect them.
    #[default]
    Centroid,
    /// Any weights that respect them, drawn anew each time.
    Order,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// The id of the family it belongs to.
    pub family: Option<String>,
}

/// A dimension: what its amounts are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// The unit of its amounts.
    pub unit: Option<String>,
    /// Their value.
    pub scale: Scale,
}

/// What amounts are worth, from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// Pairs of amount and value, amounts rising.
    Points(Vec<(f64, f64)>),
    /// Levels, worst first; an amount is the index of a level, from 0.
    Levels {
        /// What they are called.
        names: Vec<String>,
        /// What each is worth; evenly spaced without.
        values: Option<Vec<f64>>,
    },
}

/// What is known of an option on a dimension.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// An amount, in the unit of the dimension; on levels, an index.
    Amount(Amount),
    /// A level, by its name.
    Level(String),
    /// Nothing: counted as anything from worst to best.
    Unknown,
    /// A value from 0 to 1 that stands whatever happens.
    Value(f64),
    /// What the formula with this id computes.
    Formula(String),
}

/// A number, or a range with its most likely number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The least it can be.
    pub low: f64,
    /// The most likely.
    pub mode: f64,
    /// The greatest it can be.
    pub high: f64,
}

impl Amount {
    /// One number.
    pub fn exact(number: f64) -> Self {
        Self {
            low: number,
            mode: number,
            high: number,
        }
    }
}

/// A computed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// Its name in later formulas and in limits.
    pub id: String,
    /// How it is computed.
    pub formula: String,
    /// Its unit.
    pub unit: Option<String>,
}

/// A limit of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its id; no two limits share one.
    pub id: String,
    /// The option it can rule out.
    pub option: String,
    /// The condition under which it does.
    pub when: String,
    /// What would lift it.
    pub unless: Vec<Escape>,
}

/// A way around a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escape {
    /// Its id within the limit.
    pub id: String,
    /// Whether it is taken.
    pub state: EscapeState,
}

/// What was said about an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EscapeState {
    /// Nothing.
    Open,
    /// It is taken: the limit does not hold.
    Taken,
    /// It is not possible here.
    Closed,
}

/// How much a need matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// Its place among the needs, 1 for the first; equal ones are tied.
    Rank(u32),
    /// Points for moving the dimension from its worst to its best, usually 0 to 100; the most likely number is above 0.
    Swing(Amount),
    /// As [`Problem::pairs`] says.
    Compared,
}

/// The comparison of two needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// A need.
    pub a: String,
    /// Another.
    pub b: String,
    /// How many times as much `a` weighs as `b`; above 0.
    pub ratio: f64,
}

/// A question: where do two computed numbers cross?
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// Its id.
    pub id: String,
    /// A formula.
    pub a: String,
    /// Another.
    pub b: String,
    /// The quantity that is moved; all others have their most likely number.
    pub quantity: String,
    /// Where the search begins, above 0.
    pub from: f64,
    /// Where it ends, above `from`.
    pub to: f64,
}

/// A part of the problem that is decided alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its id.
    pub id: String,
    /// Quantities that are others here.
    pub quantities: BTreeMap<String, Option<Amount>>,
    /// The needs, where they are others here.
    pub needs: Option<BTreeMap<String, Need>>,
}
