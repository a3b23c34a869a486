//! All files of the flagship: a whole build, and one after which nothing has changed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, ensure};

use crate::bench::figures::{Runs, three, verdict};
use crate::bench::measure::Task;
use crate::bench::{Bench, decide, memory};

/// What is bearable: seconds of processor time, MiB of all processes together, seconds on the clock.
const TARGET_CPU_S: f64 = 15.0;
const TARGET_MIB: f64 = 400.0;
const TARGET_AGAIN_S: f64 = 0.5;

/// How often memory is looked at.
const PAUSE: Duration = Duration::from_millis(10);

/// Measures, and gives a report in Markdown.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let root = crate::synth::repository();
    let today = decide::newest_review(&root)?;
    let folder = tempfile::tempdir_in(root.join("target"))?;
    let dest = folder.path().join("dist").to_string_lossy().into_owned();
    let tradeoff = &bench.programs.tradeoff;
    let project = root.to_string_lossy().into_owned();
    let words = ["build", "-C", &project, "--today", &today, "--dest", &dest];
    let forced = [&words[..], &["--force"]].concat();
    let (mut cpu, mut wall_s, mut peak_mib) = (Runs::default(), f64::INFINITY, 0.0_f64);
    for _ in 0..bench.runs.unwrap_or(3) {
        let start = Instant::now();
        cpu.push(Task::new(tradeoff, &forced).run(&bench.programs.xtask)?);
        wall_s = wall_s.min(start.elapsed().as_secs_f64());
        // Looking at memory costs time of its own, so it has a run of its own.
        peak_mib = peak_mib.max(peak(tradeoff, &forced)?);
    }
    let before = state(Path::new(&dest))?;
    let start = Instant::now();
    Task::new(tradeoff, &words).run(&bench.programs.xtask)?;
    let again_s = start.elapsed().as_secs_f64();
    ensure!(
        before == state(Path::new(&dest))?,
        "a build without a change has written something"
    );
    let cpu_s = cpu.median_ms() / 1e3;
    Ok(format!(
        "- a build of all {} files of the flagship: {} CPU s, {} s on the clock, {} cores busy\n{}\n{}\n{}; it writes no file\n",
        before.len(),
        three(cpu_s),
        three(wall_s),
        three(cpu.least_ms() / 1e3 / wall_s),
        verdict("all files of the flagship", cpu_s, TARGET_CPU_S, " CPU s"),
        verdict(
            "memory of all processes of that build",
            peak_mib,
            TARGET_MIB,
            " MiB"
        ),
        verdict(
            "a build without a change, on the clock",
            again_s,
            TARGET_AGAIN_S,
            " s"
        ),
    ))
}

/// The most memory that the processes of a run held together, in MiB.
fn peak(program: &Path, words: &[&str]) -> anyhow::Result<f64> {
    let mut command = Command::new(program);
    command
        .args(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().context("`tradeoff` cannot be started")?;
    let mut peak_mib = 0.0_f64;
    while child.try_wait()?.is_none() {
        peak_mib = peak_mib.max(memory::of_tree(child.id()));
        thread::sleep(PAUSE);
    }
    ensure!(
        peak_mib > 0.0,
        "the system does not tell how much memory a process has"
    );
    Ok(peak_mib)
}

/// Every file below `folder`, with its length and when it was last written.
fn state(folder: &Path) -> anyhow::Result<Vec<(PathBuf, u64, std::time::SystemTime)>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder)? {
        let (path, about) = entry.and_then(|it| Ok((it.path(), it.metadata()?)))?;
        if about.is_dir() {
            out.extend(state(&path)?);
        } else {
            out.push((path, about.len(), about.modified()?));
        }
    }
    out.sort();
    Ok(out)
}
