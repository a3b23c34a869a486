//! The crate from outside: decks of four producers and decks built by hand, opened, changed and written.

#![expect(
    clippy::unwrap_used,
    reason = "the place says enough when a test fails"
)]

mod continued;
mod deck;
mod decks;
mod faults;
mod hostile;
mod layouts;
mod properties;
mod slides;
mod structure;
mod tables;
mod texts;
mod zipper;
mod zips;
