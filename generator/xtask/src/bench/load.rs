//! What loading costs: records read, decoded and resolved, clean and broken, small and large.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use source::Sources;

use super::Bench;
use super::figures::{Runs, slope, table, three, verdict};
use super::measure::{Cost, Task, own_cpu_us};
use crate::synth::{self, Size};

const SIZES: [usize; 3] = [200, 2_000, 20_000];

/// What is bearable: milliseconds of processor time for the first size, and the exponent of growth to the last.
const TARGET_MS: f64 = 10.0;
const TARGET_SLOPE: f64 = 1.1;

/// The figures of one size.
struct Row {
    records: usize,
    check: Runs,
    load: Runs,
}

/// Measures, and gives a report in Markdown.
///
/// # Errors
/// When something cannot be written or run.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let clean = rows(bench, folder.path(), false)?;
    let broken = rows(bench, folder.path(), true)?;
    let mut out = String::from("### Load\n\n");
    for (title, rows) in [
        ("Clean records", &clean),
        ("One error in every record", &broken),
    ] {
        writeln!(out, "{title}:\n\n{}", shown(rows))?;
    }
    out += &verdict(
        "load of 200 records, in process",
        clean[0].load.least_ms(),
        TARGET_MS,
        " ms",
    );
    for (title, rows) in [("clean", &clean), ("broken", &broken)] {
        let [.., small, large] = rows.as_slice() else {
            continue;
        };
        let of = |figure: &dyn Fn(&Row) -> f64| {
            slope(
                (small.records, figure(small)),
                (large.records, figure(large)),
            )
        };
        let slopes = [
            ("time of load in process", of(&|row| row.load.least_ms())),
            ("memory of load in process", of(&|row| row.load.peak_mib())),
            ("time of `tradeoff check`", of(&|row| row.check.least_ms())),
            (
                "memory of `tradeoff check`",
                of(&|row| row.check.peak_mib()),
            ),
        ];
        for (what, slope) in slopes {
            let what = format!(
                "slope of {what}, {title}, {} to {} records",
                small.records, large.records
            );
            write!(out, "\n{}", verdict(&what, slope, TARGET_SLOPE, ""))?;
        }
    }
    if bench.instructions {
        let count = instructions(bench, &folder.path().join("clean-200"))?;
        write!(
            out,
            "\n- instructions of load in process, 200 records: {:.1} million",
            count / 1e6
        )?;
    }
    Ok(out + "\n")
}

fn rows(bench: &Bench, folder: &Path, broken: bool) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (size, records) in SIZES.into_iter().enumerate() {
        let project = folder.join(format!(
            "{}-{records}",
            if broken { "broken" } else { "clean" }
        ));
        synth::write(Size::Records(records), broken, &project)?;
        let mut row = Row {
            records,
            check: Runs::default(),
            load: Runs::default(),
        };
        let project = project.to_string_lossy().into_owned();
        let mut check = Task::new(
            &bench.programs.tradeoff,
            &["check", "-C", &project, "--today", super::TODAY],
        );
        check.code = i32::from(broken);
        for _ in 0..bench.runs.unwrap_or([15, 7, 5][size]) {
            row.check.push(check.run(&bench.programs.xtask)?);
            row.load.push(in_process(bench, &project)?);
        }
        eprintln!(
            "{records} records{}: {}",
            if broken { ", broken" } else { "" },
            row.check.shown()
        );
        rows.push(row);
    }
    Ok(rows)
}

fn shown(rows: &[Row]) -> String {
    let head = [
        "records",
        "load in process, CPU ms",
        "load in process, peak MiB",
        "`tradeoff check`, CPU ms",
        "`tradeoff check`, peak MiB",
    ];
    let line = |row: &Row| {
        vec![
            row.records.to_string(),
            row.load.shown(),
            three(row.load.peak_mib()),
            row.check.shown(),
            three(row.check.peak_mib()),
        ]
    };
    table(&head, &rows.iter().map(line).collect::<Vec<_>>())
}

/// The cost of reading and loading alone, in a process of its own: its time without the start of the process, its memory
/// with it.
fn in_process(bench: &Bench, project: &str) -> anyhow::Result<Cost> {
    let (whole, told) =
        Task::new(&bench.programs.xtask, &["loaded", project]).told(&bench.programs.xtask)?;
    let cpu_ms = told.trim().parse::<f64>()? / 1e3;
    Ok(Cost { cpu_ms, ..whole })
}

/// Loads the project once and prints the microseconds of processor time.
///
/// # Errors
/// When `data/` cannot be listed.
pub(crate) fn loaded(project: &Path) -> anyhow::Result<()> {
    let before = own_cpu_us()?;
    let loaded = read_and_load(project)?;
    let after = own_cpu_us()?;
    // Taking it apart again is not part of the figure, but it must not be left out by the compiler either.
    drop(std::hint::black_box(loaded));
    println!("{}", after - before);
    Ok(())
}

/// Not inlined, so that its instructions can be counted by its name.
#[inline(never)]
fn read_and_load(project: &Path) -> anyhow::Result<(Sources, model::Loaded)> {
    let mut sources = Sources::default();
    let contents = source::read_folder(project, "data", &mut sources)
        .with_context(|| format!("`{}` cannot be listed", project.join("data").display()))?;
    let loaded = model::load(&sources, &contents.files);
    Ok((sources, loaded))
}

/// Instructions of [`read_and_load`], counted by valgrind: the same on every run.
fn instructions(bench: &Bench, project: &Path) -> anyhow::Result<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args([
        "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        "--collect-atstart=no",
    ]);
    valgrind
        .arg("--toggle-collect=*read_and_load*")
        .arg(&bench.programs.xtask)
        .arg("loaded")
        .arg(project);
    let output = valgrind
        .output()
        .context("`valgrind` cannot be started; leave out --instructions, or install it")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text
        .lines()
        .find_map(|line| line.split_once("Collected : "))
        .context("valgrind told no count")?;
    Ok(count.1.trim().parse()?)
}
