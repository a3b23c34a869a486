//! `tradeoff man`: the manual pages, from the same declarations as `--help`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;

use super::Arguments;
use super::output::{self, Outcome};

const EXAMPLES: &str = "\
Examples:
  tradeoff man | man -l -            reads the first page
  tradeoff man --out ~/.local/share/man/man1";

/// Print the manual page, or write those of all verbs
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Man {
    /// Write one page for each verb into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let mut command = Arguments::command();
        // Without this the verbs lack the flags that all of them take.
        command.build();
        let Some(folder) = &self.out else {
            output::document(&page(command)?)?;
            return Ok(Outcome::Clean);
        };
        let pages = write(&command, folder)?;
        let pages = output::count(pages, "page");
        output::line(&format!("{pages} in {}", folder.display()))?;
        Ok(Outcome::Clean)
    }
}

/// Writes the page of the program and of each verb, and says how many they are.
fn write(command: &Command, folder: &Path) -> anyhow::Result<usize> {
    fs::create_dir_all(folder).with_context(|| format!("`{}` cannot be made", folder.display()))?;
    let verbs = command
        .get_subcommands()
        .filter(|it| it.get_name() != "help");
    let all: Vec<_> = std::iter::once(command).chain(verbs).collect();
    for it in &all {
        let name = it
            .get_display_name()
            .unwrap_or_else(|| it.get_name())
            .to_owned();
        let path = folder.join(format!("{name}.1"));
        fs::write(&path, page((*it).clone())?)
            .with_context(|| format!("`{}` cannot be written", path.display()))?;
    }
    Ok(all.len())
}

fn page(command: Command) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Page::new(command).render(&mut bytes)?;
    Ok(bytes)
}
