//! The command: verbs, flags, exit codes, and where diagnostics go.
//!
//! Start reading at [`cli`], one file per verb, then [`project`] (what is read) and [`book`] (what is made of it). The
//! second program, `mdbook-tradeoff`, begins at [`mdbook`].
//! Invariant: only this package reads the clock and the environment, and only [`destination`] replaces a folder.

pub mod book;
pub mod cli;
mod deck_file;
pub mod destination;
mod dist;
mod entry;
pub mod mdbook;
mod mend;
mod outputs;
mod press;
pub mod project;
mod rewrite;
mod rule_text;
mod schema;
mod stamp;
mod starter;
mod today;
mod whole_file;
