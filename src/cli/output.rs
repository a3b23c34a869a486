//! What the user sees: diagnostics and progress on standard error, and the exit code.

use std::io::IsTerminal;
use std::process::ExitCode;

use source::{Diagnostic, Format, Level, Palette, Sources};

/// How a verb that could run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report.
    Clean,
    /// Something was found.
    Findings,
}

impl Outcome {
    /// The exit code.
    pub(super) fn code(self) -> ExitCode {
        match self {
            Self::Clean => ExitCode::SUCCESS,
            Self::Findings => ExitCode::from(1),
        }
    }
}

/// Prints diagnostics and a line that counts them.
pub(super) fn diagnostics(found: &[Diagnostic], sources: &Sources, format: Format) -> Outcome {
    eprint!("{}", source::render(found, sources, format, palette()));
    let errors = found.iter().filter(|it| it.level == Level::Error).count();
    let warnings = found.len() - errors;
    if !found.is_empty() {
        eprintln!("{}", tally(errors, warnings));
    }
    if errors > 0 { Outcome::Findings } else { Outcome::Clean }
}

/// Prints why the program could not run.
pub(super) fn failure(error: &anyhow::Error) {
    eprintln!("error: {}", source::visible(&format!("{error:#}")));
}

/// Whether standard error may carry color: a terminal that was not told otherwise.
fn palette() -> Palette {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    if set("NO_COLOR") {
        Palette::Plain
    } else if set("CLICOLOR_FORCE") || std::io::stderr().is_terminal() {
        Palette::Ansi
    } else {
        Palette::Plain
    }
}

fn tally(errors: usize, warnings: usize) -> String {
    let count = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    match (errors, warnings) {
        (_, 0) => count(errors, "error"),
        (0, _) => count(warnings, "warning"),
        _ => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}
