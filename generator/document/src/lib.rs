//! The neutral document: what is shown, before anybody knows in which format.
//!
//! Start reading at [`Table`] and at [`comparison`], which makes one from a record. Facts are written out, citations
//! are numbered notes, links still name records: a writer only decides what these look like.
//! Invariant: nothing here knows HTML, Markdown or any other format, and nothing reads a file or the clock.

mod cell;
mod comparison;
pub mod decision;
mod hash;
mod notes;
mod run;
pub mod sentence;
mod table;

pub use comparison::comparison;
pub use notes::{Notes, SourceNote};
pub use run::{Block, Run, plain};
pub use table::{Cell, Column, Row, RowGroup, Table};
