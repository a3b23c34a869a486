//! What a run costs: processor time and memory of a child, told by the system.
//!
//! A child runs below a launcher of its own (`cargo xtask measured`), because the system adds up what all children of a
//! process have used: each launcher has one.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail, ensure};

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// User and system time of the process and its children, in milliseconds.
    pub(super) cpu_ms: f64,
    /// The most memory that it held, in MiB.
    pub(super) peak_mib: f64,
}

/// A command to be measured, and the exit code that it must have.
#[derive(Clone, Debug)]
pub(super) struct Task {
    /// Program and arguments.
    pub(super) words: Vec<String>,
    /// 0, or 1 for a check that must find something.
    pub(super) code: i32,
}

impl Task {
    /// A task that must succeed.
    pub(super) fn new(program: &Path, arguments: &[&str]) -> Self {
        let program = program.to_string_lossy().into_owned();
        let words = std::iter::once(program).chain(arguments.iter().map(ToString::to_string));
        Self {
            words: words.collect(),
            code: 0,
        }
    }

    /// Runs it once below `launcher`, which is this program.
    ///
    /// # Errors
    /// When it cannot be run, or ends with another code.
    pub(super) fn run(&self, launcher: &Path) -> anyhow::Result<Cost> {
        self.told(launcher).map(|(cost, _)| cost)
    }

    /// Runs it once, and gives what it printed as well.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub(super) fn told(&self, launcher: &Path) -> anyhow::Result<(Cost, String)> {
        let mut launcher = Command::new(launcher);
        let output = launcher
            .arg("measured")
            .arg("--")
            .args(&self.words)
            .output()?;
        let failure = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{}", failure.trim());
        let text = String::from_utf8_lossy(&output.stdout);
        let (figures, told) = text.split_once('\n').context("the launcher said nothing")?;
        let figures = figures.split(' ').map(str::parse);
        let figures: Vec<f64> = figures.collect::<Result<_, _>>()?;
        let &[code, cpu_us, peak_kib] = figures.as_slice() else {
            bail!("the launcher gave {} figures, not 3", figures.len())
        };
        ensure!(
            code as i32 == self.code,
            "`{}` ended with {code}, not {}; run it to see why",
            self.words.join(" "),
            self.code
        );
        let (cpu_ms, peak_mib) = (cpu_us / 1e3, peak_kib / 1024.0);
        Ok((Cost { cpu_ms, peak_mib }, told.to_owned()))
    }
}

/// The launcher: runs `words`, and prints its exit code, microseconds and KiB on one line and then what it printed.
///
/// # Errors
/// When it cannot be started, or was killed.
pub(crate) fn launch(words: &[String]) -> anyhow::Result<()> {
    let [program, arguments @ ..] = words else {
        bail!("name a program")
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let output = command
        .output()
        .with_context(|| format!("`{program}` cannot be started"))?;
    let code = output.status.code();
    let code = code.with_context(|| format!("`{}` was killed", words.join(" ")))?;
    let (cpu_us, peak_kib) = clock::of_children()?;
    let told = String::from_utf8_lossy(&output.stdout);
    print!("{code} {cpu_us} {peak_kib}\n{told}");
    Ok(())
}

/// Processor time that this process has used so far, in microseconds.
///
/// # Errors
/// When the system does not tell.
pub(super) fn own_cpu_us() -> anyhow::Result<f64> {
    clock::own_us()
}

#[cfg(unix)]
mod clock {
    //! The clocks of Unix.

    use nix::sys::resource::{UsageWho, getrusage};
    use nix::time::{ClockId, clock_gettime};

    /// What peaks of memory are divided by to be KiB: macOS counts bytes.
    const UNIT: i64 = if cfg!(target_os = "macos") { 1024 } else { 1 };

    /// Microseconds and KiB.
    pub(super) fn of_children() -> anyhow::Result<(i64, i64)> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        let microseconds =
            |time: nix::sys::time::TimeVal| time.tv_sec() * 1_000_000 + time.tv_usec();
        Ok((
            microseconds(usage.user_time()) + microseconds(usage.system_time()),
            usage.max_rss() / UNIT,
        ))
    }

    pub(super) fn own_us() -> anyhow::Result<f64> {
        let time = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?;
        Ok(time.tv_sec() as f64 * 1e6 + time.tv_nsec() as f64 / 1e3)
    }
}

#[cfg(not(unix))]
mod clock {
    //! Elsewhere nobody has asked the system yet.

    pub(super) fn of_children() -> anyhow::Result<(i64, i64)> {
        anyhow::bail!("benchmarks need Linux or macOS")
    }

    pub(super) fn own_us() -> anyhow::Result<f64> {
        anyhow::bail!("benchmarks need Linux or macOS")
    }
}
