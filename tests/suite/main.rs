//! The tests that need only Rust: through the program, on a small base of two options.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

mod accept;
mod add;
mod bad_book;
mod build;
mod command;
mod decide;
mod deck;
mod diff;
mod documents;
mod export;
mod fix;
mod format;
mod formats;
mod hostile;
mod interrupted;
mod layers;
mod loading;
mod mutations;
mod new;
mod outcomes;
mod outputs;
mod own_case;
mod pages;
mod project;
mod records;
mod report;
mod repository;
mod rule_pages;
mod rules;
mod schema;
mod sentences;
mod serve;
mod slides_page;
mod slips;
mod stock_book;
mod tidy;
mod tree;
