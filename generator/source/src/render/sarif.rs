//! SARIF 2.1.0, the exchange format of static analysis: one document with one run.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::message;
use crate::{Diagnostic, Edit, Label, Level, Sources, Span};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Who reports, and what its rules are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tool<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// What is put before every path: the folder of the project as seen from the root of the repository, with a `/` at the
    /// end, or nothing.
    pub base: &'a str,
    /// What is known about rules, sorted by id.
    pub rules: &'a [About<'a>],
}

/// What there is to say about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it flags, in a sentence.
    pub sentence: &'a str,
    /// Why that matters and what to do.
    pub help: &'a str,
    /// Its level unless a project changes it.
    pub level: Level,
}

pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources, tool: &Tool<'_>) -> String {
    let mut ids: Vec<_> = diagnostics.iter().map(|it| it.rule).collect();
    ids.sort_unstable();
    ids.dedup();
    let writer = Writer { sources, tool };
    let results = diagnostics.iter().map(|it| writer.result(it, &ids));
    let results: Vec<_> = results.collect();
    let rules: Vec<_> = ids.iter().map(|id| rule(id, tool)).collect();
    let (name, version) = (tool.name, tool.version);
    let run = json!({
        "tool": { "driver": { "name": name, "version": version, "rules": rules } },
        "columnKind": "utf16CodeUnits",
        "results": results,
    });
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    let mut out = serde_json::to_string_pretty(&log).unwrap_or_default();
    out.push('\n');
    out
}

fn rule(id: &str, tool: &Tool<'_>) -> Value {
    let Some(about) = tool.rules.iter().find(|it| it.id == id) else {
        return json!({ "id": id });
    };
    json!({
        "id": id,
        "shortDescription": { "text": about.sentence },
        "help": { "text": about.help },
        "defaultConfiguration": { "level": about.level.word() },
    })
}

struct Writer<'a> {
    sources: &'a Sources,
    tool: &'a Tool<'a>,
}

impl Writer<'_> {
    fn result(&self, it: &Diagnostic, ids: &[&str]) -> Value {
        let related = |(at, Label { span, text }): (usize, &Label)| {
            let mut location = Map::new();
            location.insert("id".into(), (at + 1).into());
            location.insert("physicalLocation".into(), self.place(*span));
            if !text.is_empty() {
                location.insert("message".into(), json!({ "text": text }));
            }
            Value::Object(location)
        };
        let mut result = Map::new();
        result.insert("ruleId".into(), it.rule.into());
        if let Ok(at) = ids.binary_search(&it.rule) {
            result.insert("ruleIndex".into(), at.into());
        }
        result.insert("level".into(), it.level.word().into());
        result.insert("message".into(), json!({ "text": message(it) }));
        let location = json!({ "physicalLocation": self.place(it.primary.span) });
        result.insert("locations".into(), json!([location]));
        if !it.also.is_empty() {
            let also = it.also.iter().enumerate().map(related);
            result.insert("relatedLocations".into(), also.collect());
        }
        if let Some(fix) = &it.fix {
            result.insert("fixes".into(), json!([self.fix(&fix.edits)]));
        }
        Value::Object(result)
    }

    /// The edits, gathered by file.
    fn fix(&self, edits: &[Edit]) -> Value {
        let mut files: Vec<_> = edits.iter().map(|it| it.span.file).collect();
        files.sort_unstable();
        files.dedup();
        let replaced = |Edit { span, text }: &Edit| {
            json!({
                "deletedRegion": self.region(*span),
                "insertedContent": { "text": text },
            })
        };
        let changes = files.into_iter().map(|file| {
            let mine = edits.iter().filter(|it| it.span.file == file);
            json!({
                "artifactLocation": self.artifact(Span::whole(file)),
                "replacements": mine.map(replaced).collect::<Vec<_>>(),
            })
        });
        json!({ "artifactChanges": changes.collect::<Vec<_>>() })
    }

    fn place(&self, span: Span) -> Value {
        let whole = span == Span::whole(span.file);
        let region = if whole {
            // A file as a whole: some viewers want a line nevertheless.
            json!({ "startLine": 1 })
        } else {
            self.region(span)
        };
        json!({ "artifactLocation": self.artifact(span), "region": region })
    }

    fn artifact(&self, span: Span) -> Value {
        let path = &self.sources.file(span.file).path;
        json!({ "uri": encoded(&format!("{}{path}", self.tool.base)) })
    }

    fn region(&self, span: Span) -> Value {
        let (start, end) = (self.sources.position(span), self.sources.end(span));
        json!({
            "startLine": start.line,
            "startColumn": self.column(span, start.line, span.start),
            "endLine": end.line,
            "endColumn": self.column(span, end.line, span.end),
        })
    }

    /// The column of `offset` in code units of UTF-16, from 1.
    fn column(&self, span: Span, line: usize, offset: u32) -> usize {
        let file = self.sources.file(span.file);
        let before = file.text.get(file.lines().start(line)..offset as usize);
        before.map_or(0, |it| it.encode_utf16().count()) + 1
    }
}

/// A path as a relative reference: everything but letters, digits, `-._~` and `/` as `%` and two digits.
fn encoded(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
