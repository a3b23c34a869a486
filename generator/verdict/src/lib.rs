//! What the records say, computed: scores of cells and the marks they earn.
//!
//! Start reading at [`Scores::of`]. This crate is the one bridge between records and mathematics: it maps a cell and its
//! scale to a problem of `decide`, and names the outcome.
//! Invariant: no word or number of a record is copied here; everything is computed from the model it is given.

mod mark;
mod scores;

pub use mark::Mark;
pub use scores::{Score, Scores};
