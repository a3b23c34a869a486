//! One object of JSON per line, for programs. The names of the fields are part of the interface.

use serde::Serialize;

use crate::{Diagnostic, Edit, Label, Sources, Span};

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for it in diagnostics {
        // Text and numbers are all there is, so nothing can fail.
        out += &serde_json::to_string(&Finding::of(it, sources)).unwrap_or_default();
        out.push('\n');
    }
    out
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    level: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
    label: &'a str,
    also: Vec<Labelled<'a>>,
    help: &'a [String],
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Change<'a>>,
}

/// Where something stands. Lines and columns count from 1, columns in characters; the end is the place after the last
/// character. A finding about a file as a whole begins and ends at 1:1.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Labelled<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
}

#[derive(Serialize)]
struct Change<'a> {
    edits: Vec<Replaced<'a>>,
}

#[derive(Serialize)]
struct Replaced<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

impl<'a> Finding<'a> {
    fn of(it: &'a Diagnostic, sources: &'a Sources) -> Self {
        let labelled = |Label { span, text }: &'a Label| Labelled {
            place: Place::of(*span, sources),
            label: text,
        };
        let replaced = |Edit { span, text }: &'a Edit| Replaced {
            place: Place::of(*span, sources),
            text,
        };
        Self {
            rule: it.rule,
            level: it.level.word(),
            place: Place::of(it.primary.span, sources),
            message: &it.title,
            label: &it.primary.text,
            also: it.also.iter().map(labelled).collect(),
            help: &it.help,
            notes: &it.notes,
            fix: it.fix.as_ref().map(|fix| Change {
                edits: fix.edits.iter().map(replaced).collect(),
            }),
        }
    }
}

impl<'a> Place<'a> {
    fn of(span: Span, sources: &'a Sources) -> Self {
        let (start, end) = (sources.position(span), sources.end(span));
        Self {
            file: &sources.file(span.file).path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
