//! A table as PDF: our printing program, Chromium and `WeasyPrint` on the same content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use document::Table;
use export::{Format, Settings};
use serde_json::{Map, Value, json};

use super::sample;
use crate::bench::Bench;
use crate::bench::figures::{Runs, table, three, verdict};
use crate::bench::measure::Task;
use crate::bench::python::Python;

const ROWS: usize = 24;
const OPTIONS: usize = 4;
const SOURCES: usize = 50;

/// How much of the time of the others is bearable.
const TARGET_CHROMIUM: f64 = 0.25;
const TARGET_WEASYPRINT: f64 = 0.083;

/// The page around the fragment that we export: the same paper as ours.
const PAGE: &str = "<!doctype html><html lang=\"en\"><title>Sample</title>\
    <style>@page { size: A4 landscape; margin: 15mm }</style><body>";

/// Measures, and gives a report in Markdown. Each is a whole process with its start.
pub(super) fn report(bench: &Bench, python: &Python) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let content = sample::table(ROWS, OPTIONS, SOURCES)?;
    let tasks = tasks(&content, folder.path(), python, &bench.programs.printing)?;
    let mut rows: Vec<(&str, Runs)> = tasks.iter().map(|it| (it.name, Runs::default())).collect();
    for _ in 0..bench.runs.unwrap_or(7) {
        for (task, (_, runs)) in tasks.iter().zip(&mut rows) {
            if task.out.exists() {
                fs::remove_file(&task.out)?;
            }
            runs.push(task.task.run(&bench.programs.xtask)?);
            ensure!(
                task.out.is_file(),
                "{} wrote no PDF, so nothing was measured",
                task.name
            );
        }
    }
    let least = rows[0].1.median_ms();
    let line = |(name, runs): &(&str, Runs)| {
        let times = format!("{:.1}", runs.median_ms() / least);
        vec![
            (*name).to_owned(),
            runs.shown(),
            times,
            three(runs.peak_mib()),
        ]
    };
    let head = [
        "a table as PDF",
        "CPU ms",
        "times ours",
        "peak of the largest process, MiB",
    ];
    let shown = table(&head, &rows.iter().map(line).collect::<Vec<_>>());
    let share = |other: usize| least / rows[other].1.median_ms();
    let what = |other| format!("{ROWS} rows and {OPTIONS} options as PDF, of the time of {other}");
    Ok(format!(
        "{shown}\n{}\n{}\n",
        verdict(&what("Chromium"), share(1), TARGET_CHROMIUM, ""),
        verdict(&what("WeasyPrint"), share(2), TARGET_WEASYPRINT, ""),
    ))
}

/// One way to a PDF.
struct Way {
    name: &'static str,
    task: Task,
    out: PathBuf,
}

/// Ours first.
fn tasks(
    content: &Table,
    folder: &Path,
    python: &Python,
    printing: &Path,
) -> anyhow::Result<Vec<Way>> {
    let place = |name: &str| folder.join(name);
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (ours, chromium, weasyprint) = (place("a.pdf"), place("b.pdf"), place("c.pdf"));
    let (jobs, page) = (place("jobs.json"), place("page.html"));
    fs::write(&jobs, job(content, &ours)?.to_string())?;
    let fragment = export::write(content, Format::Html, &Settings::default())?;
    fs::write(&page, [PAGE.as_bytes(), &fragment.bytes].concat())?;
    let shell = format!("exec '{}' < '{}'", text(printing), text(&jobs));
    Ok(vec![
        Way {
            name: "tradeoff-print",
            task: Task::new(Path::new("sh"), &["-c", &shell]),
            out: ours,
        },
        Way {
            name: "Chromium",
            task: Task::new(
                Path::new("chromium"),
                &[
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-pdf-header-footer",
                    &format!("--user-data-dir={}", text(&place("profile"))),
                    &format!("--print-to-pdf={}", text(&chromium)),
                    &text(&page),
                ],
            ),
            out: chromium,
        },
        Way {
            name: "WeasyPrint",
            task: Task::new(
                &python.program("weasyprint"),
                &[
                    "--pdf-variant",
                    "pdf/ua-1",
                    &text(&page),
                    &text(&weasyprint),
                ],
            ),
            out: weasyprint,
        },
    ])
}

/// The list of one job for our program, with the templates of this repository.
fn job(content: &Table, out: &Path) -> anyhow::Result<Value> {
    let mut templates = Map::new();
    for entry in fs::read_dir(crate::synth::repository().join("templates/print"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "typ") {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            templates.insert(name, fs::read_to_string(&path)?.into());
        }
    }
    Ok(json!({
        "templates": templates,
        "fonts": null,
        "jobs": [{
            "name": "sample",
            "template": "table.typ",
            "ident": "table:sample",
            "data": { "stamp": content.stamp().to_string(), "language": "en", "table": content },
            "options": { "paper": "a4", "flipped": true, "standards": ["ua-1", "a-2a"] },
            "outputs": [{ "format": "pdf", "path": out }],
        }],
    }))
}
