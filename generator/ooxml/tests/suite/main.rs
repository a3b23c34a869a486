//! The crate from outside: decks of four producers and decks built by hand, opened, changed and written.

mod deck;
mod decks;
mod zipper;
