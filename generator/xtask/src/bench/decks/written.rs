//! A thousand slides with a table each: from records by our program, and from a list by the crate `ooxml` and by python-pptx.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::ensure;

use super::project;
use crate::bench::figures::{Runs, table, three, verdict};
use crate::bench::measure::Task;
use crate::bench::python::{self, Python};
use crate::bench::{Bench, TODAY};

const SLIDES: usize = 1_000;

/// How much of the time of python-pptx is bearable, and how many MiB.
const TARGET: f64 = 0.033;
const TARGET_MIB: f64 = 64.0;

/// One way to the deck.
struct Way {
    name: &'static str,
    task: Task,
    runs: Runs,
}

/// Measures, and gives a report in Markdown. Each is a whole process with its start.
pub(super) fn report(bench: &Bench, python: &Python) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let mut ways = ways(bench, python, folder.path())?;
    for _ in 0..bench.runs.unwrap_or(5) {
        for way in &mut ways {
            way.runs.push(way.task.run(&bench.programs.xtask)?);
        }
    }
    let [program, listed, theirs, bare, their_bare] = &ways;
    let head = [
        "a deck of 1,000 slides",
        "CPU ms",
        "times `ooxml`",
        "peak MiB",
    ];
    let lines = [
        line(bare, bare),
        line(bare, their_bare),
        line(listed, listed),
        line(listed, theirs),
        line(listed, program),
    ];
    let share = |ours: &Way, theirs: &Way, what: &str| {
        let share = ours.runs.median_ms() / theirs.runs.median_ms();
        verdict(&format!("{what}, of python-pptx's time"), share, TARGET, "")
    };
    let memory = |way: &Way, what: &str| {
        let what = format!("memory of {what}");
        verdict(&what, way.runs.peak_mib(), TARGET_MIB, " MiB")
    };
    let verdicts = [
        share(bare, their_bare, "tables from a list"),
        share(listed, theirs, "the same with notes"),
        share(program, theirs, "from records"),
        memory(bare, "tables from a list"),
        memory(listed, "the same with notes"),
        memory(program, "slides from records"),
    ];
    let shown = table(&head, &lines);
    Ok(format!("{shown}\n{}\n", verdicts.join("\n")))
}

/// The figures of a way, beside ours on the same list.
fn line(ours: &Way, it: &Way) -> Vec<String> {
    let times = it.runs.median_ms() / ours.runs.median_ms();
    vec![
        it.name.to_owned(),
        it.runs.shown(),
        format!("{times:.1}"),
        three(it.runs.peak_mib()),
    ]
}

/// The program, then list and python-pptx with notes, then both without.
fn ways(bench: &Bench, python: &Python, folder: &Path) -> anyhow::Result<[Way; 5]> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let place = |name: &str| text(&folder.join(name));
    let scripts = crate::synth::repository().join("tests/bench");
    let script = |name: &str| text(&scripts.join(name));
    let project = place("project");
    project::write(Path::new(&project), SLIDES)?;
    let export = |what| {
        let out = text(folder);
        let words = [
            "export", what, "-C", &project, "--format", "pptx", "--out", &out, "--today", TODAY,
        ];
        Task::new(&bench.programs.tradeoff, &words)
    };
    export("overview").run(&bench.programs.xtask)?;
    let program = export(project::DECK);
    program.run(&bench.programs.xtask)?;
    let (deck, template) = (place("slides.pptx"), place("overview.pptx"));
    let list = |name: &str, flags: &[&str]| -> anyhow::Result<String> {
        let out = place(name);
        let mut lister = Command::new(python.program("python"));
        lister.args([&script("slides.py"), &deck, &out]).args(flags);
        python::run(&mut lister)?;
        let listed: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(&out)?)?;
        ensure!(
            listed.len() == SLIDES,
            "the deck has {} slides with tables, not {SLIDES}",
            listed.len()
        );
        Ok(out)
    };
    let ours = |list: &str| {
        let words = ["listed", list, &template, &place("ours.pptx")];
        Task::new(&bench.programs.xtask, &words)
    };
    let theirs = |list: &str| {
        let (script, out) = (script("deck.py"), place("theirs.pptx"));
        let words = [script.as_str(), list, &template, &out];
        Task::new(&python.program("python"), &words)
    };
    let (full, bare) = (
        list("full.json", &[])?,
        list("bare.json", &["--without-notes"])?,
    );
    let way = |name, task| Way {
        name,
        task,
        runs: Runs::default(),
    };
    Ok([
        way("`tradeoff export` from records, with notes", program),
        way("`ooxml` from a list, with notes", ours(&full)),
        way("python-pptx from the list, with notes", theirs(&full)),
        way("`ooxml` from a list", ours(&bare)),
        way("python-pptx from the list", theirs(&bare)),
    ])
}
