//! decks by hand
