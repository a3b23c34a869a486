//! Files, spans and line numbers; what a diagnostic is, and how it is shown.
//!
//! Start reading at [`Diagnostic`]. This is the only crate below the book that opens files ([`read_folder`]); everything
//! above works on the text it returns.
//! Invariant: nothing here knows what a record is. A folder is a list of files, a problem is a span and words.

mod diagnostic;
mod file;
mod fix;
mod line_index;
mod read;
mod render;
mod revision;
mod span;

pub use diagnostic::{Diagnostic, Edit, Fix, Label, Level};
pub use file::{SourceFile, Sources};
pub use fix::{Fixed, apply};
pub use line_index::{LineIndex, Position};
pub use read::{Contents, MAX_FILE_BYTES, RULES, read_file, read_folder};
pub use render::{About, Format, Palette, Screen, Tool, WIDTH, render, visible};
pub use revision::revision;
pub use span::{FileId, Span};
