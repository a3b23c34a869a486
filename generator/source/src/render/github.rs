//! Workflow commands of GitHub: it shows each as an annotation beside the line in a pull request.

use std::fmt::Write as _;

use super::{message, visible};
use crate::{Diagnostic, Sources};

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources, base: &str) -> String {
    let mut out = String::new();
    for it in diagnostics {
        let span = it.primary.span;
        let (start, end) = (sources.position(span), sources.end(span));
        let file = property(&format!("{base}{}", sources.file(span.file).path));
        // Writing to a text cannot fail.
        _ = writeln!(
            out,
            "::{} file={file},line={},col={},endLine={},endColumn={},title={}::{}",
            it.level.word(),
            start.line,
            start.column,
            end.line,
            end.column,
            property(it.rule),
            data(&message(it)),
        );
    }
    out
}

/// Text after the second `::`, where only a line break would end the command.
fn data(text: &str) -> String {
    visible(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text of a property, which a comma or a colon would end too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
