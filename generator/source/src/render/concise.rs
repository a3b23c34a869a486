//! One line per diagnostic, for people in a hurry and for editors that read compiler output.

use super::visible;
use crate::{Diagnostic, Sources};

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for it in diagnostics {
        let path = &sources.file(it.primary.span.file).path;
        let at = sources.position(it.primary.span);
        let level = it.level.word();
        let mut line = format!(
            "{path}:{}:{}: {level}[{}] {}",
            at.line, at.column, it.rule, it.title
        );
        if !it.primary.text.is_empty() {
            line += ": ";
            line += &it.primary.text;
        }
        out += &visible(&line.replace('\n', " "));
        out.push('\n');
    }
    out
}
