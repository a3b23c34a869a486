//! A large workbook: our writer, and openpyxl on the same cells, widths, looks, rules and table objects.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use export::{Format, Settings};

use super::sample;
use crate::bench::Bench;
use crate::bench::figures::{Runs, table, verdict};
use crate::bench::measure::{Cost, Task, own_cpu_us};
use crate::bench::python::{self, Python};

const ROWS: usize = 1_000;
const OPTIONS: usize = 6;
const SOURCES: usize = 300;

/// How much of the time of openpyxl is bearable.
const TARGET: f64 = 0.1;

/// Measures, and gives a report in Markdown. Of both only the writing counts, not the start of the program, nor how it comes
/// by what it writes.
pub(super) fn report(bench: &Bench, python: &Python) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let place = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (ours, cells, theirs) = (
        place("ours.xlsx"),
        place("cells.json"),
        place("theirs.xlsx"),
    );
    let scripts = crate::synth::repository().join("tests/bench");
    let script = |name: &str| scripts.join(name).to_string_lossy().into_owned();
    let own = Task::new(&bench.programs.xtask, &["written", &ours]);
    own.run(&bench.programs.xtask)?;
    let mut list = Command::new(python.program("python"));
    python::run(list.args([script("cells.py"), ours, cells.clone()]))?;
    let other = Task::new(
        &python.program("python"),
        &[&script("workbook.py"), &cells, &theirs],
    );
    let (mut our_runs, mut their_runs) = (Runs::default(), Runs::default());
    for _ in 0..bench.runs.unwrap_or(5) {
        our_runs.push(inside(&own, &bench.programs.xtask)?);
        their_runs.push(inside(&other, &bench.programs.xtask)?);
    }
    eprintln!(
        "workbook: {} against {}",
        our_runs.shown(),
        their_runs.shown()
    );
    let shown = table(
        &["a workbook", "CPU ms", "times ours"],
        &[
            vec!["Tradeoff".to_owned(), our_runs.shown(), "1".to_owned()],
            vec![
                "openpyxl".to_owned(),
                their_runs.shown(),
                format!("{:.1}", their_runs.median_ms() / our_runs.median_ms()),
            ],
        ],
    );
    let share = our_runs.median_ms() / their_runs.median_ms();
    let what = format!("a workbook of {ROWS} rows and {OPTIONS} options, of openpyxl's time");
    Ok(format!("{shown}\n{}\n", verdict(&what, share, TARGET, "")))
}

/// What a process says that its work took, with the memory of all of it.
fn inside(task: &Task, launcher: &Path) -> anyhow::Result<Cost> {
    let (whole, told) = task.told(launcher)?;
    let cpu_ms = told.trim().parse::<f64>().context("no time was told")? / 1e3;
    Ok(Cost { cpu_ms, ..whole })
}

/// Writes the workbook once to `out`, and prints the microseconds of processor time that its bytes took.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn written(out: &Path) -> anyhow::Result<()> {
    let table = sample::table(ROWS, OPTIONS, SOURCES)?;
    let before = own_cpu_us()?;
    let written = export::write(&table, Format::Xlsx, &Settings::default())?;
    println!("{}", own_cpu_us()? - before);
    fs::write(out, written.bytes)?;
    Ok(())
}
