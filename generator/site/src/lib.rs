//! The book: chapters, pages, highlighting, head data and the live preview.
//!
//! Start reading at [`content`], the seam between chapters and records, then [`pages`] (what records become),
//! [`preprocess`] (what mdBook calls), [`html`] (a build), [`finish`] (what a build still lacks) and [`serve`] (the live
//! preview).
//! Invariant: nothing here writes outside the folder it is given, and nothing here writes into the book's own folder.

mod address;
pub mod content;
pub mod directive;
mod draft;
pub mod finish;
pub mod highlight;
pub mod html;
mod markup;
pub mod pages;
pub mod preprocess;
pub mod serve;
mod settings;
pub mod template;

pub use settings::Settings;
