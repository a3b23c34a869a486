//! Markdown: GitHub Flavored Markdown 0.29 with its pipe tables (section 4.10), and footnotes as GitHub and pandoc read them.

mod document;
mod escape;
mod page;
mod table;

pub(crate) use self::document::write as write_document;
pub(crate) use escape::escape;
pub(crate) use page::{Page, linked};
pub(crate) use table::{rows, write};
