//! The Python that runs programs of others: an environment below `target/` with what `tests/bench/requirements.txt` pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

/// Where its lock stands.
const LOCK: &str = "tests/bench/requirements.txt";

/// The programs of the environment.
#[derive(Debug)]
pub(super) struct Python {
    folder: PathBuf,
}

impl Python {
    /// A program of the environment, such as `python` or `weasyprint`.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }
}

/// The environment, made again when its lock has changed.
///
/// # Errors
/// When there is no Python, or something cannot be installed.
pub(super) fn ready() -> anyhow::Result<Python> {
    let root = crate::synth::repository();
    let (lock, folder) = (root.join(LOCK), root.join("target/bench-venv"));
    let (wanted, note) = (fs::read(&lock)?, folder.join("installed-from"));
    if fs::read(&note).ok().as_ref() != Some(&wanted) {
        eprintln!("installing {LOCK}");
        run(Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder))?;
        let mut pip = Command::new(folder.join("bin/pip"));
        pip.args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
        ]);
        run(pip.arg("--requirement").arg(&lock))?;
        fs::write(note, wanted)?;
    }
    Ok(Python { folder })
}

/// Runs a command that must succeed.
///
/// # Errors
/// When it cannot be started, or does not succeed.
pub(super) fn run(command: &mut Command) -> anyhow::Result<()> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command
        .output()
        .with_context(|| format!("`{program}` cannot be started"))?;
    let failure = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "`{program}` failed: {}",
        failure.trim()
    );
    Ok(())
}
