//! What a brief and the whole comparison say, of the knowledge base that ships with the program and of a small one.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

mod brief;
mod edges;
mod records;
mod sources;
mod whole;
