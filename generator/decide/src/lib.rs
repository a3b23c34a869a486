//! The mathematics of a decision: numbers in, numbers out, the same bits on every machine.
//!
//! Start reading at [`solve`]: a [`Problem`] goes in, an [`Outcome`] comes out. Limits rule options out; what is left is
//! weighed by an additive model, ten thousand times with amounts drawn from their ranges, and once more with wider ones.
//! A [`ValueFunction`] says what an amount is worth, [`central_value`] what a range is worth on average. Everything is
//! computed with `+ - * /`, `sqrt`, rounding to whole numbers and comparisons, which IEEE 754 fixes to the bit; sums run
//! from left to right, in the order of ids.
//! Invariant: nothing here knows a file, a record, the clock or a source of chance. A draw depends on the name of its
//! [`Stream`] alone, never on which options exist or in which order they are declared.

#![deny(clippy::disallowed_methods)]

mod agreement;
mod bisect;
mod breakeven;
mod central;
mod columns;
mod contribution;
mod decision;
mod depends;
mod evaluate;
mod figures;
mod formula;
mod formula_error;
mod groups;
mod interval;
mod landscape;
mod lanes;
mod limit;
mod logarithm;
mod order;
mod outcome;
mod pairs;
mod parse;
mod plan;
mod problem;
mod problem_error;
mod result;
mod run;
mod solve;
mod sources;
mod stream;
mod tally;
mod tie_quantity;
mod tie_score;
mod tie_weight;
mod token;
mod triangular;
mod truth;
mod value;
mod verdict;
mod weighing;
mod weights;
mod workload;

pub use agreement::{additive, promethee2, topsis, weighted_product};
pub use central::{DRAWS, central_value};
pub use formula::{Combination, Comparison, Condition, Formula, Name, Number, Rounding};
pub use formula_error::{FormulaError, FormulaFault};
pub use outcome::{Decision, Outcome, Parts, Word};
pub use pairs::{INCONSISTENT, Priorities, priorities};
pub use problem::{
    Amount, BaseWeights, BreakEven, Cell, Choice, Component, Computed, Dimension, Escape,
    EscapeState, Limit, Need, Pair, Problem, Scale, Thresholds,
};
pub use problem_error::{Fault, ProblemError};
pub use result::{
    Agreement, Change, Crossings, Depends, Figures, Group, InputKind, LimitResult, LimitStatus,
    Points, RuledOut, Stress, TieQuantity, TieScore, TieWeight, Warning,
};
pub use solve::{solve, solve_all};
pub use stream::Stream;
pub use tie_weight::tie_weight;
pub use triangular::{RangeError, Triangular};
pub use value::{ScaleError, ValueFunction};
pub use weights::{rank_order_centroid, weights_from_ranks, weights_from_swings};
