//! What decks cost: a thousand slides with tables beside python-pptx, and the refresh of one cell in a heavy deck.

mod list;
mod project;
mod refreshed;
mod written;

use super::{Bench, python};

pub(crate) use list::listed;

/// Measures, and gives a report in Markdown.
///
/// # Errors
/// When something cannot be built, installed or run.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let python = python::ready()?;
    let written = written::report(bench, &python)?;
    let refreshed = refreshed::report(bench)?;
    Ok(format!("### Decks\n\n{written}\n{refreshed}"))
}
