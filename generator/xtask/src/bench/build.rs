//! What a build costs, beside stock mdBook on a book of the same chapters.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};

use super::figures::{Runs, slope, table, three, verdict};
use super::measure::Task;
use super::{Bench, plain_book};
use crate::synth::{self, Size};

const SIZES: [usize; 2] = [200, 1_000];

/// How much more processor time than stock mdBook is bearable.
const TARGET_RATIO: f64 = 1.5;

/// The figures of one size.
struct Row {
    pages: usize,
    ours: Runs,
    stock: Runs,
}

impl Row {
    fn ratio(&self) -> f64 {
        self.ours.least_ms() / self.stock.least_ms()
    }
}

/// Measures, and gives a report in Markdown; `stock` says what the other mdBook is.
///
/// # Errors
/// When something cannot be written or run.
pub(super) fn report(bench: &Bench, stock: &str) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let mut rows = Vec::new();
    for (size, pages) in SIZES.into_iter().enumerate() {
        let runs = bench.runs.unwrap_or([9, 5][size]);
        let row = measure(bench, &folder.path().join(pages.to_string()), pages, runs)?;
        eprintln!(
            "{pages} pages: {} against {}",
            row.ours.shown(),
            row.stock.shown()
        );
        rows.push(row);
    }
    let mut out = format!("### Build\n\nStock: {}.\n\n{}", stock, shown(&rows));
    for row in &rows {
        write!(
            out,
            "\n{}",
            verdict(
                &format!("build of {} pages, times stock", row.pages),
                row.ratio(),
                TARGET_RATIO,
                ""
            )
        )?;
    }
    if let [small, large] = rows.as_slice() {
        let of = |figure: &dyn Fn(&Row) -> f64| {
            slope((small.pages, figure(small)), (large.pages, figure(large)))
        };
        let (ours, stock) = (
            of(&|row| row.ours.least_ms()),
            of(&|row| row.stock.least_ms()),
        );
        write!(
            out,
            "\n- slope of time, {} to {} pages: {ours:.2}, stock {stock:.2}",
            small.pages, large.pages
        )?;
    }
    Ok(out + "\n")
}

fn measure(bench: &Bench, folder: &Path, pages: usize, runs: usize) -> anyhow::Result<Row> {
    let (project, plain) = (folder.join("project"), folder.join("plain"));
    synth::write(Size::Pages(pages), false, &project)?;
    let written = plain_book::write(&project.join("book"), &bench.programs.preprocessor, &plain)?;
    ensure!(
        written == pages,
        "{written} chapters came of a project of {pages} pages"
    );
    let path = project.to_string_lossy().into_owned();
    let ours = Task::new(
        &bench.programs.tradeoff,
        &["build", "--no-print", "-C", &path, "--today", super::TODAY],
    );
    let stock = Task::new(&bench.mdbook, &["build", &plain.to_string_lossy()]);
    let mut row = Row {
        pages,
        ours: Runs::default(),
        stock: Runs::default(),
    };
    for _ in 0..runs {
        // Neither finds what it wrote before, and taking that away is not measured.
        remove(&project.join("dist"))?;
        remove(&project.join(".tradeoff"))?;
        row.ours.push(ours.run(&bench.programs.xtask)?);
        remove(&plain.join("book"))?;
        row.stock.push(stock.run(&bench.programs.xtask)?);
    }
    for page in [
        project.join("dist/book/index.html"),
        plain.join("book/index.html"),
    ] {
        ensure!(
            page.is_file(),
            "`{}` was not written, so nothing was measured",
            page.display()
        );
    }
    Ok(row)
}

fn shown(rows: &[Row]) -> String {
    let head = [
        "pages",
        "`tradeoff build`, CPU ms",
        "stock, CPU ms",
        "ratio",
        "`tradeoff build`, peak MiB",
        "stock, peak MiB",
    ];
    let line = |row: &Row| {
        vec![
            row.pages.to_string(),
            row.ours.shown(),
            row.stock.shown(),
            format!("{:.2}", row.ratio()),
            three(row.ours.peak_mib()),
            three(row.stock.peak_mib()),
        ]
    };
    table(&head, &rows.iter().map(line).collect::<Vec<_>>())
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("`{}` cannot be removed", folder.display()))?;
    }
    Ok(())
}

/// What stock mdBook says it is.
///
/// # Errors
/// When it cannot be started.
pub(super) fn version(mdbook: &Path) -> anyhow::Result<String> {
    let output = Command::new(mdbook).arg("--version").output();
    let output = output.with_context(|| {
        format!(
            "`{}` cannot be started; name stock mdBook with --mdbook or in TRADEOFF_MDBOOK",
            mdbook.display()
        )
    })?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
