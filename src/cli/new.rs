//! `tradeoff new`: a small, complete project to change.

use std::path::PathBuf;

use clap::Args;

use super::Context;
use super::output::{self, Outcome};
use crate::starter::Starter;

const EXAMPLES: &str = "\
Examples:
  tradeoff new my-comparison
  tradeoff new databases --title \"PostgreSQL or SQLite\"

The new project checks clean and builds as it is. Change its records one by one: `tradeoff check` says what does not fit.";

/// Make a small, complete project to change
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct New {
    /// The folder to make; one that exists must be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The title of the comparison
    #[arg(long)]
    title: Option<String>,
}

impl New {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let starter = Starter::new(self.title.as_deref())?;
        // `-C` is where relative paths begin, when it is given.
        let folder = if cx.directory.as_os_str() == "." {
            self.folder.clone()
        } else {
            cx.directory.join(&self.folder)
        };
        starter.write(&folder)?;
        let shown = folder.display();
        output::line(&format!(
            "a complete comparison with {} records is in `{shown}`",
            starter.records()
        ))?;
        output::line(&format!(
            "see it: `tradeoff -C {shown} serve`, then open the address that it prints"
        ))?;
        output::line(
            "make it yours: edit `data/` and `book/src/`; `tradeoff check` says what is wrong and where",
        )?;
        Ok(Outcome::Clean)
    }
}
