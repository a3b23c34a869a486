//! What the records say, computed: scores of cells, the marks they earn, and the verdict of every use case.
//!
//! Start reading at [`Scores::of`] and [`Verdicts::of`]. This crate is the one bridge between records and mathematics: it
//! maps cells, workloads and needs to problems of `decide`, and names the outcome; [`json`] does so for problems that
//! come from elsewhere; [`lock`] remembers what was accepted.
//! Invariant: no word or number of a record is copied here; everything is computed from the model it is given.

#![deny(clippy::disallowed_methods)]

mod answers;
mod case;
mod completeness;
mod decisive;
mod dominance;
mod expectation;
mod finding;
mod formulas;
pub mod json;
pub mod lock;
mod mark;
mod open;
mod reading;
mod rules;
mod scale;
mod scores;
mod verdicts;

pub use completeness::{Balance, Completeness, Coverage, Side, percent};
pub use decide::{Decision, Outcome, Problem};
pub use decisive::{Decisive, decisive};
pub use dominance::dominated;
pub use expectation::meets;
pub use formulas::formulas;
pub use mark::Mark;
pub use open::open_problem;
pub use rules::RULES;
pub use scores::{Score, Scores};
pub use verdicts::{Verdict, Verdicts};
