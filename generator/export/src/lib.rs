//! One writer for each format of a table, a document and a deck: bytes out, and a list of what the format could not carry.
//!
//! Start reading at [`Format`] and [`write`]. A writer is a function from what is shown to [`Written`]; the command puts the
//! losses into words.
//! Invariant: no writer reads a record, a file or the clock; two calls with one table give the same bytes. Nothing from data
//! becomes markup.

mod address;
mod comment;
mod csv;
mod format;
mod grid;
mod heading;
mod html;
mod json;
mod loss;
mod markdown;
mod refused;
mod settings;
pub mod pptx;
mod slides;
pub mod refresh;
mod spaces;
mod stamps;
mod write;
mod xlsx;

pub use format::Format;
pub use loss::{Loss, Written};
pub use refused::Refused;
pub use settings::Settings;
pub use stamps::stamps;
pub use write::{write, write_deck, write_document, write_workbook};
