//! The refresh of one cell, in a deck of a few slides and in the same deck with a hundred megabytes of pictures.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::Context;
use ooxml::Package;

use super::project;
use crate::bench::figures::{Runs, table, three, verdict};
use crate::bench::measure::Task;
use crate::bench::{Bench, TODAY};
use crate::synth::Words;

const TABLES: usize = 12;
/// The pictures: how many, and how large each is.
const PICTURES: usize = 20;
const PICTURE_BYTES: usize = 5_000_000;

/// What is bearable: milliseconds, and MiB beyond the light deck apart from what is edited, that as often as said.
const TARGET_MS: f64 = 500.0;
const TARGET_MIB: f64 = 8.0;
const TIMES_PART: f64 = 1.5;

/// Measures, and gives a report in Markdown. Each is the whole command with its start and the loading of records.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("project");
    project::write(&root, TABLES)?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (light, heavy) = (
        folder.path().join("light.pptx"),
        folder.path().join("heavy.pptx"),
    );
    let command = |words: &[&str]| {
        let root = text(&root);
        let more = ["-C", &root, "--today", TODAY];
        Task::new(&bench.programs.tradeoff, &[words, &more].concat())
    };
    command(&["deck", "build", "slides", "--out", &text(&light)]).run(&bench.programs.xtask)?;
    let part_mib = weigh_down(&light, &heavy)?;
    let sync = |deck: &Path| command(&["deck", "sync", &text(deck)]);
    let (mut light_runs, mut heavy_runs) = (Runs::default(), Runs::default());
    for run in 0..bench.runs.unwrap_or(5) {
        project::answer_otherwise(&root, run)?;
        for (deck, runs) in [(&light, &mut light_runs), (&heavy, &mut heavy_runs)] {
            let before = fs::read(deck)?;
            runs.push(sync(deck).run(&bench.programs.xtask)?);
            anyhow::ensure!(
                fs::read(deck)? != before,
                "`{}` was not refreshed",
                deck.display()
            );
        }
    }
    let line =
        |name: &str, runs: &Runs| vec![name.to_owned(), runs.shown(), three(runs.peak_mib())];
    let shown = table(
        &["`tradeoff deck sync` of one cell", "CPU ms", "peak MiB"],
        &[
            line("a deck of 13 slides", &light_runs),
            line("the same with 100 MB of pictures", &heavy_runs),
        ],
    );
    Ok(format!(
        "{shown}\n{}\n{}\n",
        verdict(
            "refresh of a cell in 100 MB",
            heavy_runs.median_ms(),
            TARGET_MS,
            " ms"
        ),
        verdict(
            "memory beyond that of the light deck",
            heavy_runs.peak_mib() - light_runs.peak_mib(),
            (TARGET_MIB + TIMES_PART * part_mib).round(),
            " MiB"
        ),
    ))
}

/// Writes the deck `light` with pictures as `heavy`, and its lock beside that. Gives the size of its largest slide in MiB.
fn weigh_down(light: &Path, heavy: &Path) -> anyhow::Result<f64> {
    let mut package = Package::open(Cursor::new(fs::read(light)?))?;
    for number in 1..=PICTURES {
        let mut words = Words::of(&format!("picture {number}"));
        let bytes = (0..PICTURE_BYTES).map(|_| words.below(256) as u8);
        let name = format!("ppt/media/image{number}.png");
        package.add(&name, "image/png", bytes.collect())?;
    }
    let mut out = Vec::new();
    package.save(&mut out)?;
    fs::write(heavy, out)?;
    let lock = |deck: &Path| {
        let name = deck.file_name().unwrap_or_default().to_string_lossy();
        deck.with_file_name(format!("{name}.tradeoff.json"))
    };
    fs::copy(lock(light), lock(heavy)).context("the deck has no lock")?;
    let slides = package
        .names()
        .filter(|it| it.starts_with("ppt/slides/slide"));
    let slides: Vec<_> = slides.map(str::to_owned).collect();
    let mut largest = 0;
    for name in slides {
        largest = largest.max(package.part(&name)?.len());
    }
    Ok(largest as f64 / 1024.0 / 1024.0)
}
