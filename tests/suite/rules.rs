//! The rules of the checker: every one has its line, its file and its case file, and every case holds.

mod cases;
mod fill;
mod lists;
mod mends;
mod wiring;
