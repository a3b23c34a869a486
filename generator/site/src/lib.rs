//! The book: chapters, pages, highlighting, head data and the live preview.
//!
//! Start reading at [`content`], the seam between chapters and records, then [`preprocess`] (what mdBook calls),
//! [`html`] (a build), [`finish`] (what a build still lacks) and [`serve`] (the live preview).
//! Invariant: nothing here writes outside the folder it is given, and nothing here writes into the book's own folder.

pub mod content;
pub mod directive;
pub mod highlight;
pub mod html;
pub mod preprocess;
mod settings;

pub use settings::Settings;
