//! What the user sees: results on standard output, everything else on standard error, and the exit code.
//!
//! Whatever is printed as text goes through [`source::visible`], so that no text of a record, a path or another program
//! can drive the terminal.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use source::{Diagnostic, Format, Level, Palette, Screen, Sources, WIDTH, visible};
use terminal_size::{Width, terminal_size_of};

/// How a verb that could run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report.
    Clean,
    /// Something was found.
    Findings,
}

impl Outcome {
    /// Whether something was found.
    pub(crate) fn of(is_found: bool) -> Self {
        match is_found {
            true => Self::Findings,
            false => Self::Clean,
        }
    }

    /// The worse of two.
    pub(crate) fn and(self, other: Self) -> Self {
        match self {
            Self::Clean => other,
            Self::Findings => self,
        }
    }

    /// The exit code.
    pub(crate) fn code(self) -> ExitCode {
        match self {
            Self::Clean => ExitCode::SUCCESS,
            Self::Findings => ExitCode::from(1),
        }
    }
}

/// At most this many diagnostics are shown: nobody reads more, and the first explain many of the rest.
const SHOWN: usize = 200;

/// Prints diagnostics and a line that counts them; of very many only the first, errors before warnings.
pub(crate) fn diagnostics(found: &[Diagnostic], sources: &Sources, format: Format<'_>) -> Outcome {
    if found.len() <= SHOWN {
        return all_diagnostics(found, sources, format);
    }
    let shown = first(found, SHOWN);
    let text = source::render(&shown, sources, format, screen());
    let more = count(found.len() - shown.len(), "more finding");
    let hint = "`tradeoff check --all` shows every one";
    to_stderr(&format!("{text}{more}: {hint}\n{}\n", tally(found)));
    outcome(found)
}

/// At most `limit` of the diagnostics in their order, and no warning in the place of an error.
fn first(found: &[Diagnostic], limit: usize) -> Vec<Diagnostic> {
    let errors = found.iter().filter(|it| it.level == Level::Error).count();
    let mut errors = errors.min(limit);
    let mut warnings = limit - errors;
    let fits = |it: &&Diagnostic| {
        let left = match it.level {
            Level::Error => &mut errors,
            Level::Warning => &mut warnings,
        };
        let fits = *left > 0;
        *left = left.saturating_sub(1);
        fits
    };
    found.iter().filter(fits).cloned().collect()
}

/// Prints diagnostics, however many, and a line that counts them.
pub(crate) fn all_diagnostics(
    found: &[Diagnostic],
    sources: &Sources,
    format: Format<'_>,
) -> Outcome {
    let mut text = source::render(found, sources, format, screen());
    if !found.is_empty() {
        text += &tally(found);
        text.push('\n');
    }
    to_stderr(&text);
    outcome(found)
}

/// Whether an error is among them.
pub(crate) fn outcome(found: &[Diagnostic]) -> Outcome {
    if found.iter().any(|it| it.level == Level::Error) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Prints why the program could not run, and gives the exit code that says so.
pub(crate) fn failure(error: &anyhow::Error) -> ExitCode {
    to_stderr(&format!("error: {}\n", visible(&format!("{error:#}"))));
    ExitCode::from(2)
}

/// Prints something that was asked for and not done.
pub(crate) fn error(text: &str) {
    to_stderr(&format!("error: {}\n", visible(text)));
}

/// Prints something that went otherwise than the user may expect.
pub(crate) fn warning(text: &str) {
    to_stderr(&format!("warning: {}\n", visible(text)));
}

/// Prints something that is worth knowing.
pub(crate) fn note(text: &str) {
    to_stderr(&format!("note: {}\n", visible(text)));
}

/// Writes over the last line of a terminal; the last time it is cleared.
pub(super) fn over(text: &str, last: bool) {
    let text = if last { String::new() } else { visible(text) };
    to_stderr(&format!("\r\u{1b}[K{text}"));
}

/// Prints one line of the result.
///
/// # Errors
/// When standard output does not take it.
pub(crate) fn line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", visible(text))?;
    out.flush()
}

/// Writes a document to standard output: as it is into a file or another program, with everything visible on a terminal.
///
/// # Errors
/// When standard output does not take it.
pub(super) fn document(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if out.is_terminal() {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        out.write_all(visible(&text).as_bytes())?;
    } else {
        out.write_all(bytes)?;
    }
    out.flush()
}

/// What standard error is: how wide, and whether it shows color.
fn screen() -> Screen {
    Screen {
        palette: palette(),
        width: width(),
    }
}

/// The narrowest text that can be read; the widest is that of a screen of which nothing is known.
const NARROWEST: usize = 80;

/// How many characters fit on a line of standard error: what `COLUMNS` says, else what the terminal says.
fn width() -> usize {
    let said = std::env::var("COLUMNS").ok();
    let said = said.and_then(|it| it.trim().parse().ok());
    let asked = || terminal_size_of(io::stderr()).map(|(Width(width), _)| usize::from(width));
    let width = said.filter(|it| *it > 0).or_else(asked);
    width.unwrap_or(WIDTH).clamp(NARROWEST, WIDTH)
}

/// Whether standard error may carry color: a terminal that was not told otherwise.
fn palette() -> Palette {
    let set =
        |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    if set("NO_COLOR") {
        Palette::Plain
    } else if set("CLICOLOR_FORCE") || io::stderr().is_terminal() {
        Palette::Ansi
    } else {
        Palette::Plain
    }
}

/// When nobody reads standard error there is nobody to tell.
fn to_stderr(text: &str) {
    drop(io::stderr().lock().write_all(text.as_bytes()));
}

/// How many errors and warnings there are.
pub(super) fn tally(found: &[Diagnostic]) -> String {
    let errors = found.iter().filter(|it| it.level == Level::Error).count();
    match (errors, found.len() - errors) {
        (_, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (_, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

/// A number of things, with the word for one of them.
pub(crate) fn count(number: usize, word: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {word}{s}")
}

#[cfg(test)]
mod tests {
    use source::Span;

    use super::*;

    #[test]
    fn an_error_behind_many_warnings_is_among_the_first() {
        let mut sources = Sources::default();
        let span = Span::whole(sources.add("a", ""));
        let warning = |at: usize| Diagnostic::warning("w", span, at.to_string());
        let mut found: Vec<_> = (0..5).map(warning).collect();
        found.push(Diagnostic::error("e", span, "5"));
        let titles = |limit| -> Vec<String> {
            let first = first(&found, limit).into_iter();
            first.map(|it| it.title).collect()
        };
        assert_eq!(titles(1), ["5"]);
        assert_eq!(titles(3), ["0", "1", "5"]);
        assert_eq!(titles(6), ["0", "1", "2", "3", "4", "5"]);
    }
}
