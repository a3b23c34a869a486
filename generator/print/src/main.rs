//! `tradeoff-print`: typesets the documents of a job list with Typst, to PDF, SVG and PNG.
//!
//! Start reading at [`job`], what comes in, [`report`], what goes out, and [`work`], which leads from one to the other.
//! Invariant: text of records reaches Typst as data only, and a template can open no file, see no clock and fetch nothing.

mod file;
mod fonts;
mod glyphs;
mod job;
mod places;
mod render;
mod report;
mod sheet;
mod typeset;
mod work;

use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, panic};

use crate::fonts::Fonts;
use crate::job::JobList;
use crate::sheet::Press;

const HELP: &str = "\
Typesets documents. `tradeoff build` and `tradeoff export` start this program; nobody needs to.

Usage: tradeoff-print < JOBS

JOBS is one JSON object: `templates`, texts by file name; `fonts`, a folder or null; `jobs`, what to typeset.
For each job, one line of JSON is printed: what was written, and what is wrong.

Options:
  -h, --help     Print help
  -V, --version  Print version

Exit codes: 0 the list was read, and each line says what became of its job; 2 it was not.
";

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let outcome = match env::args().nth(1).as_deref() {
        None => print(&mut out),
        Some("-h" | "--help") => out.write_all(HELP.as_bytes()).map_err(said),
        Some("-V" | "--version") => {
            writeln!(out, "tradeoff-print {}", env!("CARGO_PKG_VERSION")).map_err(said)
        }
        Some(other) => Err(format!(
            "unexpected argument `{}`; see `tradeoff-print --help`",
            other.escape_debug()
        )),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn print(out: &mut impl Write) -> Result<(), String> {
    let list: JobList = serde_json::from_reader(io::stdin().lock())
        .map_err(|error| format!("standard input is no job list: {error}"))?;
    let fonts = Fonts::load(list.fonts.as_deref())?;
    let press = Press::new(fonts, &list.templates)?;
    // A panic becomes a line of the report.
    panic::set_hook(Box::new(|_| {}));
    work::work(&list.jobs, &press, out).map_err(said)
}

fn said(error: io::Error) -> String {
    format!("cannot write to standard output: {error}")
}
