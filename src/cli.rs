//! The verbs of `tradeoff`: one file each.

mod check;
mod output;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use output::Outcome;

/// Facts about competing options, written once; a book, tables and slides made of them.
#[derive(Debug, Parser)]
#[command(name = "tradeoff", version)]
struct Arguments {
    /// Work on the project in (or above) this folder
    #[arg(short = 'C', value_name = "DIR", global = true, default_value = ".")]
    directory: PathBuf,

    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Report everything that is wrong with the records
    Check(check::Check),
}

/// Runs the command line and says how it went: 0 clean, 1 findings, 2 could not run.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.verb {
        Verb::Check(verb) => verb.run(&arguments.directory),
    };
    match result {
        Ok(outcome) => outcome.code(),
        Err(error) => {
            output::failure(&error);
            ExitCode::from(2)
        }
    }
}
