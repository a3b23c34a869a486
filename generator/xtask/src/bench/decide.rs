//! What deciding costs: a book of use cases in process, and `tradeoff check` on the flagship with all its verdicts.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use source::Sources;

use super::Bench;
use super::figures::{Runs, verdict};
use super::measure::{Cost, Task};
use super::programs::compile;

/// What is bearable, in milliseconds of processor time.
const TARGET_DECIDE_MS: f64 = 250.0;
const TARGET_CHECK_MS: f64 = 400.0;

/// Measures, and gives a report in Markdown.
///
/// # Errors
/// When something cannot be built or run.
pub(super) fn report(bench: &Bench) -> anyhow::Result<String> {
    let example = example()?;
    let n_runs = bench.runs.unwrap_or(15);
    let mut decide = Runs::default();
    for cpu_ms in in_process(&example, n_runs)? {
        let peak_mib = 0.0;
        decide.push(Cost { cpu_ms, peak_mib });
    }
    let root = crate::synth::repository();
    let project = root.to_string_lossy().into_owned();
    let today = newest_review(&root)?;
    let check = Task::new(
        &bench.programs.tradeoff,
        &["check", "-C", &project, "--today", &today],
    );
    let mut checks = Runs::default();
    for _ in 0..n_runs {
        checks.push(check.run(&bench.programs.xtask)?);
    }
    let mut out = String::from("### Decide\n\n");
    writeln!(
        out,
        "- 30 use cases, 5 options, 30 dimensions, all of them needs, 10,000 draws and stress, CPU ms: {}",
        decide.shown()
    )?;
    writeln!(
        out,
        "- `tradeoff check` of the flagship, CPU ms: {}",
        checks.shown()
    )?;
    writeln!(
        out,
        "{}",
        verdict(
            "deciding 30 use cases",
            decide.least_ms(),
            TARGET_DECIDE_MS,
            " ms"
        )
    )?;
    out += &verdict(
        "`tradeoff check` of the flagship",
        checks.least_ms(),
        TARGET_CHECK_MS,
        " ms",
    );
    if bench.instructions {
        let count = instructions(&example)?;
        write!(
            out,
            "\n- instructions of deciding 30 use cases: {:.0} million",
            count / 1e6
        )?;
    }
    Ok(out + "\n")
}

/// Builds the example that decides, and gives its path.
fn example() -> anyhow::Result<PathBuf> {
    compile("decide", &["--example", "bench"])?;
    let own = std::env::current_exe().context("this program does not know where it is")?;
    let name = format!("bench{}", std::env::consts::EXE_SUFFIX);
    Ok(own.with_file_name("examples").join(name))
}

/// The milliseconds that each of `n_runs` takes in one process, as the example prints them.
fn in_process(example: &Path, n_runs: usize) -> anyhow::Result<Vec<f64>> {
    let output = Command::new(example).arg(n_runs.to_string()).output();
    let output = output.with_context(|| format!("`{}` cannot be run", example.display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let times = text.lines().map(|line| {
        let (time, _) = line.split_once(" ms").context("the example told no time")?;
        Ok(time.parse()?)
    });
    let times: Vec<f64> = times.collect::<anyhow::Result<_>>()?;
    ensure!(
        times.len() == n_runs,
        "the example told {} times",
        times.len()
    );
    Ok(times)
}

/// The newest day of review in the records of the project at `root`: on that day nothing is stale, and nothing of the future.
pub(super) fn newest_review(root: &Path) -> anyhow::Result<String> {
    let mut sources = Sources::default();
    source::read_folder(root, "data", &mut sources).context("`data/` cannot be listed")?;
    let lines = sources.iter().flat_map(|(_, file)| file.text.lines());
    let days = lines.filter_map(|it| it.strip_prefix("reviewed = "));
    let newest = days.max().context("nothing was ever reviewed")?;
    Ok(newest.trim().to_owned())
}

/// Instructions of one run, counted by valgrind: the same every time.
fn instructions(example: &Path) -> anyhow::Result<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let output = valgrind.arg(example).arg("1").output();
    let output =
        output.context("`valgrind` cannot be started; leave out --instructions, or install it")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text
        .lines()
        .find_map(|line| line.split_once("Collected : "))
        .context("valgrind told no count")?;
    Ok(count.1.trim().parse()?)
}
