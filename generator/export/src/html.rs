//! HTML to paste: a fragment that looks the same in Word, Docs, a mail or a wiki, because every cell carries its own style.
//!
//! No class, no style sheet, no variable and no transparent color: what pastes a fragment keeps none of them.

mod document;
mod escape;
mod page;
mod style;
mod table;

pub(crate) use self::document::write as write_document;
pub(crate) use escape::escape;
pub(crate) use page::{Page, linked};
pub(crate) use table::{rows, show, write};
