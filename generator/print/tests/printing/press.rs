//! Runs the program, and makes what it is given.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use serde_json::{Map, Value, json};

/// What a run gave.
pub(crate) struct Outcome {
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// The lines of standard output, one for each job.
    pub(crate) reports: Vec<Value>,
    /// Standard error.
    pub(crate) errors: String,
}

/// Runs the program with `input`.
pub(crate) fn run(input: &str) -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tradeoff-print"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_owned();
    // It may end without reading everything, so that a failed write is no failure of the test.
    let writing = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("its output");
    let _ = writing.join().expect("a thread");
    let lines = String::from_utf8(output.stdout).expect("text");
    Outcome {
        code: output.status.code(),
        reports: lines
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect(),
        errors: String::from_utf8(output.stderr).expect("text"),
    }
}

/// The reports of `jobs`, which use the templates of the repository and the `extra` ones.
pub(crate) fn print(jobs: &[Value], extra: &[(&str, &str)]) -> Vec<Value> {
    let mut templates = templates();
    for (name, text) in extra {
        templates.insert((*name).to_owned(), json!(text));
    }
    let list = json!({ "templates": templates, "fonts": null, "jobs": jobs });
    let outcome = run(&list.to_string());
    assert_eq!(outcome.code, Some(0), "{}", outcome.errors);
    assert_eq!(outcome.reports.len(), jobs.len());
    outcome.reports
}

/// The report of one job.
pub(crate) fn print_one(job: &Value, extra: &[(&str, &str)]) -> Value {
    print(std::slice::from_ref(job), extra).remove(0)
}

/// A job of `template` for a table or a document, with the files that are wanted.
pub(crate) fn job(name: &str, template: &str, data: Value, outputs: &[(&str, &Path)]) -> Value {
    let output = |(format, path): &(&str, &Path)| json!({ "format": format, "path": path });
    json!({
        "name": name,
        "template": template,
        "ident": name,
        "data": data,
        "options": { "paper": "a4", "flipped": false, "standards": ["ua-1", "a-2a"] },
        "outputs": outputs.iter().map(output).collect::<Vec<_>>(),
    })
}

/// The data of a job for [`table`] with a change.
pub(crate) fn with_table(change: impl FnOnce(&mut Value)) -> Value {
    let mut table = table();
    change(&mut table);
    json!({ "stamp": STAMP, "language": "en", "table": table })
}

/// What the files of tests say about themselves.
pub(crate) const STAMP: &str =
    "tradeoff:speed@0123456789abcdef data 1a2b3c4d as of 2026-11-23 rows start:ab12cd";

/// A table of two options and two rows, in the form that `document::Table` has as JSON.
pub(crate) fn table() -> Value {
    json!({
        "id": "speed",
        "selection": { "options": null, "differing": false },
        "comparison": "Boats",
        "title": "Speed",
        "question": [{ "text": "Which is faster?" }],
        "note": [],
        "corner": "Question",
        "columns": [
            { "id": "oar", "name": "Oar", "symbol": "■", "family": "Muscle" },
            { "id": "sail", "name": "Sail", "symbol": "○", "family": "Wind" },
        ],
        "groups": [{ "id": "going", "name": "Going", "rows": [
            { "id": "start", "name": "Start", "question": [{ "text": "How soon?" }], "cells": [
                cell("strong", "at once", &[1]), cell("weak", "with the wind", &[]),
            ] },
            { "id": "range", "name": "Range", "question": [{ "text": "How far?" }], "cells": [
                cell("mixed", "10 km", &[1]), cell("unknown", "not known", &[]),
            ] },
        ] }],
        "notes": [{ "letter": "a", "runs": [{ "text": "Nobody measured it." }] }],
        "sources": [{
            "number": 1, "id": "log", "title": "A log", "publisher": "Harbor", "url": "https://example.org/log",
            "accessed": "2026-11-20",
        }],
        "as_of": "2026-11-23",
        "revision": "1a2b3c4d",
    })
}

fn cell(mark: &str, value: &str, sources: &[usize]) -> Value {
    json!({
        "mark": mark, "glyphs": null, "value": [{ "text": value }], "number": null, "prose": [], "basis": "measured",
        "because": [], "sources": sources, "notes": if sources.is_empty() { vec!["a"] } else { Vec::new() },
        "reviewed": "2026-11-23",
    })
}

/// The first cell of a table.
pub(crate) fn first_cell(table: &mut Value) -> &mut Value {
    &mut table["groups"][0]["rows"][0]["cells"][0]
}

/// The templates of the repository.
pub(crate) fn templates() -> Map<String, Value> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../templates/print");
    let entries = fs::read_dir(folder).expect("templates/print");
    let paths = entries.map(|it| it.expect("an entry").path());
    let templates = paths.filter(|it| it.extension().is_some_and(|it| it == "typ"));
    let named = |path: PathBuf| {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, json!(fs::read_to_string(&path).expect("a text")))
    };
    templates.map(named).collect()
}

/// The messages of a report.
pub(crate) fn messages(report: &Value) -> Vec<String> {
    let all = report["diagnostics"].as_array().expect("diagnostics");
    all.iter()
        .map(|it| it["message"].as_str().expect("a message").to_owned())
        .collect()
}
