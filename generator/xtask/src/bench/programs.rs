//! The programs that are measured: built first, then copied, so that nothing changes them under way.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};
use tempfile::TempDir;

/// Copies of our programs, which go when this goes.
#[derive(Debug)]
pub(super) struct Programs {
    /// The command.
    pub(super) tradeoff: PathBuf,
    /// The preprocessor of stock mdBook.
    pub(super) preprocessor: PathBuf,
    /// What typesets, beside the command, where that looks for it.
    pub(super) printing: PathBuf,
    /// This program.
    pub(super) xtask: PathBuf,
    _folder: TempDir,
}

impl Programs {
    /// Builds the programs and copies them.
    ///
    /// # Errors
    /// When they cannot be built or copied.
    pub(super) fn build() -> anyhow::Result<Self> {
        // Of a package alone, with other features, all of Typst would be compiled again.
        ensure!(
            cargo(&["--workspace", "--bins"])?,
            "the programs cannot be built"
        );
        let own = std::env::current_exe().context("this program does not know where it is")?;
        let folder = tempfile::tempdir()?;
        // Cargo puts the programs of a workspace side by side.
        let copy = |name: &str| {
            let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
            let (from, to) = (own.with_file_name(&name), folder.path().join(&name));
            let copied = fs::copy(&from, &to);
            copied
                .with_context(|| format!("`{}` cannot be copied", from.display()))
                .map(|_| to)
        };
        Ok(Self {
            tradeoff: copy("tradeoff")?,
            preprocessor: copy("mdbook-tradeoff")?,
            printing: copy("tradeoff-print")?,
            xtask: copy("xtask")?,
            _folder: folder,
        })
    }
}

/// Builds `targets` of `package` as they are measured, optimized.
///
/// # Errors
/// When they cannot be built.
pub(super) fn compile(package: &str, targets: &[&str]) -> anyhow::Result<()> {
    let words = [&["--package", package], targets].concat();
    ensure!(cargo(&words)?, "`{package}` cannot be built");
    Ok(())
}

/// Whether cargo builds what `words` say.
fn cargo(words: &[&str]) -> anyhow::Result<bool> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut build = Command::new(program);
    build.args(["build", "--release", "--quiet"]).args(words);
    let built = build.current_dir(crate::synth::repository()).status();
    Ok(built.context("cargo cannot be started")?.success())
}
