//! The program `tradeoff`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tradeoff::cli::run()
}
