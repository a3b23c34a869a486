//! The neutral document: what is shown, before anybody knows in which format.
//!
//! Start reading at [`Table`] and at [`comparison`], which makes one from a record. Facts are written out, citations
//! are numbered notes, links still name records: a writer only decides what these look like.
//! Invariant: nothing here knows HTML, Markdown or any other format, and nothing reads a file or the clock.

mod brief;
mod canonical;
mod cell;
mod cites;
mod comparison;
pub mod decision;
pub mod deck;
mod document;
pub mod fit;
mod hash;
pub mod measure;
mod notes;
mod number;
pub mod paper;
mod run;
mod selection;
pub mod sentence;
mod stamp;
mod table;
mod whole;

pub use brief::brief;
pub use comparison::{comparison, everything, selected};
pub use deck::{Slide, Slides, deck};
pub use document::{
    Contribution, Contributions, Document, Element, Grid, Point, RangeRow, Ranges, Section,
    ShareRow, Shares, Side, VerdictBand,
};
pub use notes::{Notes, SourceNote};
pub use number::Number;
pub use run::{Block, Run, plain};
pub use selection::Selection;
pub use stamp::{Stamp, Subject};
pub use table::{Cell, Column, Note, Row, RowGroup, Table};
pub use whole::whole;
