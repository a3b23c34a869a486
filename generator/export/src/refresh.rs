//! Refreshing a table of a deck: what the data wants, what the deck shows and what was written last, merged cell by cell.
//!
//! Start reading at [`merge`]. Three tables go in: the [`Grid`] of the data, the [`DeckGrid`] of the deck, and the grid that
//! [`Lock`] kept when the deck was last written. Out come edits, conflicts and what was found to be done by hand. [`apply`] does
//! the edits in memory; a writer of packages does them in a file.
//!
//! Invariant: nothing that a hand wrote is overwritten or removed unless [`Take`] says so, and no text goes where a merged cell
//! hides it. Nothing here knows a file format but that of the lock.

mod align;
mod apply;
mod deck;
mod divide;
mod edit;
mod found;
mod grid;
mod hints;
mod lines;
mod lock;
mod mark;
mod merge;
mod name;
pub mod package;
mod report;
mod take;
mod text;
mod untouched;
mod words;

pub use apply::apply;
pub use deck::{DeckCell, DeckColumn, DeckGrid, DeckRow, Region, Span};
pub use divide::divide;
use divide::heading;
pub use edit::Edit;
pub use grid::{Grid, GridColumn, GridRow, HEADER, Kind, NAMES};
pub use hints::with_hints;
pub use lock::{Lock, LockError, Shape, VERSION};
pub(crate) use mark::{Mark, sentence, shown};
pub use merge::merge;
pub use name::ShapeName;
pub use report::{Conflict, Hidden, Kept, Line, Merge, Place};
pub use take::{Choice, Side, Take};
pub use text::{normal, same};
