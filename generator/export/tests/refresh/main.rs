//! Refreshing a table of a deck, free of any file format.

mod cells;
mod columns;
mod headings;
mod lock;
mod merged;
mod pieces;
mod properties;
mod rows;
mod tables;
mod take;
mod words;
