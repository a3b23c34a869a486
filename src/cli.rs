//! The verbs of `tradeoff`: one file each.

mod accept;
mod add;
mod build;
mod check;
mod completeness;
mod completions;
mod decide;
mod deck;
mod diff;
mod explain;
mod export;
mod fmt;
mod man;
mod new;
mod output;
mod printed;
mod progress;
mod report;
mod schema;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use model::Date;

pub use output::Outcome;
pub(crate) use output::{diagnostics, failure, line, note, warning};
pub(crate) use printed::{failures, missing};

use crate::today::today;

const EXAMPLES: &str = "\
First steps:
  tradeoff new my-comparison         a small, complete project to change
  tradeoff -C my-comparison serve    see it, and every change to it, in a browser
  tradeoff -C my-comparison build    write it to my-comparison/dist/book

Facts stand in data/, one TOML file per record; chapters stand in book/. Everything else is made of them.
Exit codes: 0 no error, warnings at most; 1 errors; 2 could not run.";

/// Facts about competing options, written once; a book and tables made of them.
#[derive(Debug, Parser)]
#[command(name = "tradeoff", version, after_help = EXAMPLES)]
struct Arguments {
    /// Work on the project in (or above) this folder
    #[arg(short = 'C', value_name = "DIR", global = true, default_value = ".")]
    directory: PathBuf,

    /// Judge dates as of this day instead of the current one
    #[arg(long, value_name = "YYYY-MM-DD", global = true, value_parser = day)]
    today: Option<Date>,

    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    New(new::New),
    Add(add::Add),
    Check(check::Check),
    Build(build::Build),
    Serve(serve::Serve),
    Export(export::Export),
    Deck(deck::Deck),
    Decide(decide::Decide),
    Accept(accept::Accept),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Fmt(fmt::Fmt),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// What every verb is told.
#[derive(Clone, Debug)]
pub struct Context {
    /// The folder in which, or above which, the project is.
    pub directory: PathBuf,
    /// The day on which dates are judged.
    pub today: Date,
}

/// Runs the command line and says how it went: 0 clean, 1 findings, 2 could not run.
pub fn run() -> ExitCode {
    let Arguments {
        directory,
        today: given,
        verb,
    } = Arguments::parse();
    let cx = Context {
        directory,
        today: given.unwrap_or_else(today),
    };
    let result = match verb {
        Verb::New(verb) => verb.run(&cx),
        Verb::Add(verb) => verb.run(&cx),
        Verb::Check(verb) => verb.run(&cx),
        Verb::Build(verb) => verb.run(&cx),
        Verb::Serve(verb) => verb.run(&cx),
        Verb::Export(verb) => verb.run(&cx),
        Verb::Deck(verb) => verb.run(&cx),
        Verb::Decide(verb) => return verb.run(&cx),
        Verb::Accept(verb) => verb.run(&cx),
        Verb::Diff(verb) => verb.run(&cx),
        Verb::Explain(verb) => verb.run(),
        Verb::Fmt(verb) => verb.run(&cx),
        Verb::Schema(verb) => verb.run(&cx),
        Verb::Completions(verb) => verb.run(),
        Verb::Man(verb) => verb.run(),
    };
    match result {
        Ok(outcome) => outcome.code(),
        Err(error) => failure(&error),
    }
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day of the calendar as YYYY-MM-DD".to_owned())
}
