//! The typed records of a knowledge base: decoded, every reference resolved, every text parsed.
//!
//! Start reading at [`load`] and at [`kinds`], the list of what a record can be. Loading never fails on bad data: it
//! gives a model of what could be understood and diagnostics for everything else.
//! Invariant: nothing here opens a file, reads the clock or knows an output format.

mod amount;
mod date;
mod decode;
mod definitions;
mod fact_text;
mod formula;
mod id;
mod kinds;
mod load;
mod nearest;
mod number_text;
mod query;
mod records;
pub mod reference;
mod resolve;
mod rules;
mod shape;
mod slip;
mod syntax;
mod text;
mod unit;
mod unknown;
mod validate;

pub use amount::{Amount, Bounds, Number};
pub use date::Date;
pub use decode::{At, Free, Keyed};
pub use fact_text::Texted;
pub use formula::Formula;
pub use id::{Id, IdProblem};
pub use kinds::*;
pub use load::{Loaded, load};
pub use nearest::nearest;
pub use number_text::{group, number_text, with_unit};
pub use records::{Card, Record, Records};
pub use reference::{Link, Ref, Reference, Space};
pub use rules::RULES;
pub use shape::{Field, Presence, Shape};
pub use text::{Block, Form, Line, Prose, Run, Target, Title, Word, Written};
pub use unit::Unit;
