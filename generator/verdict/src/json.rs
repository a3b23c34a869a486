//! Decision problems and their results as JSON, for whoever wants to compare the engine with another one.
//!
//! A problem is read strictly: an unknown or missing field, a wrong type or a name that stands twice is an error with the
//! path of the field. What is written, a result or a problem, has its fields in a fixed order and its numbers as the
//! shortest text that reads back the same, so that equal results are equal bytes.

mod fields;
mod outcome;
mod problem;
mod statement;
mod tree;

pub use fields::JsonError;
pub use outcome::outcome;
pub use problem::problem;
pub use statement::problem_text;
pub(crate) use statement::tree;
pub(crate) use tree::Tree;
