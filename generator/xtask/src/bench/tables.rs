//! What tables and documents cost as files: printed, as a workbook, and all files of the flagship, beside programs of others.

mod flagship;
mod printed;
mod sample;
mod workbook;

use super::{Bench, python};

pub(crate) use workbook::written;

/// Measures, and gives a report in Markdown.
///
/// # Errors
/// When something cannot be built, installed or run.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let python = python::ready()?;
    let printed = printed::report(bench, &python)?;
    let workbook = workbook::report(bench, &python)?;
    let flagship = flagship::report(bench)?;
    Ok(format!("### Tables\n\n{printed}\n{workbook}\n{flagship}"))
}
