//! One writer for each format of a table: text or bytes out, and a list of what the format could not carry.
//!
//! Start reading at [`Format`]. A writer is a function from a [`document::Table`] to [`Written`]; the command puts the
//! losses into words.
//! Invariant: no writer reads a record, a file or the clock; two calls with one table give the same bytes.

mod csv;
mod format;
mod loss;
mod markdown;
pub mod refresh;
mod spaces;

pub use format::{Format, write};
pub use loss::{Loss, Written};
