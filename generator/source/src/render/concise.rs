//! One line per diagnostic, for people in a hurry and for editors that read compiler output.

use super::{headline, visible};
use crate::{Diagnostic, Sources};

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for it in diagnostics {
        let path = &sources.file(it.primary.span.file).path;
        let at = sources.position(it.primary.span);
        let (level, rule, text) = (it.level.word(), it.rule, headline(it));
        let line = format!("{path}:{}:{}: {level}[{rule}] {text}", at.line, at.column);
        out += &visible(&line.replace('\n', " "));
        out.push('\n');
    }
    out
}
