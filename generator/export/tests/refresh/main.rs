//! Refreshing a table of a deck, free of any file format.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "what fails in a test is a finding"
)]

mod cells;
mod columns;
mod headings;
mod lock;
mod merged;
mod pieces;
mod properties;
mod rows;
mod scenarios;
mod tables;
mod take;
mod words;
