//! The program `mdbook-tradeoff`, which stock mdBook runs.

use std::process::ExitCode;

fn main() -> ExitCode {
    tradeoff::mdbook::run()
}
