//! `tradeoff diff`: which facts, marks and verdicts differ between two states of the records.

mod git;
mod state;
mod text;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use source::{Format, Sources};

use super::Context;
use super::output::{self, Outcome};
use crate::project::{self, MANIFEST, Project};
use state::{Differences, State};

const EXAMPLES: &str = "\
Examples:
  tradeoff diff                      what differs from the last commit
  tradeoff diff v1.2                 what differs from a tag, a branch or a commit
  tradeoff diff ../last-year         what differs from the project in another folder
  tradeoff diff --format json        the same for programs: facts, marks, verdicts

A fact differs when it is printed differently, a mark when it is another word, a verdict when its word, its best option, what it
depends on, who is ruled out, or a count of first places is another.
Exit codes: 0 no difference, 1 differences, 2 the states could not be compared.";

/// Show which facts, marks and verdicts differ from another state
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// A revision of git, or the folder of a project
    #[arg(value_name = "REV|DIR", default_value = "HEAD")]
    other: String,

    /// How the differences are written
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

/// How differences are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    #[default]
    Text,
    /// For programs, as one line of JSON
    Json,
}

impl Diff {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let root = project::find(&cx.directory)?;
        let mut project = Project::load(&root)?;
        project.decide();
        if project.is_broken() {
            output::diagnostics(&project.diagnostics, &project.sources, Format::Full);
            bail!("these records cannot be compared: mend the errors first");
        }
        let now = State::of_project(&project);
        let before = self.before(&root)?;
        if before.is_broken {
            let title = format!(
                "the records of `{}` have errors: what could not be read counts as absent, and no verdict is compared",
                self.other
            );
            output::warning(&title);
        }
        let differences = Differences::between(&before, &now);
        let written = match self.format {
            Form::Json => differences.json().to_string() + "\n",
            Form::Text if differences.is_empty() => {
                format!("no fact, mark or verdict differs from `{}`\n", self.other)
            }
            Form::Text => text::text(&differences),
        };
        output::document(written.as_bytes()).context("standard output cannot be written")?;
        Ok(if differences.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }

    /// The state to compare with: of a folder, if there is a project in it, else of a revision.
    fn before(&self, root: &Path) -> anyhow::Result<State> {
        let folder = PathBuf::from(&self.other);
        let mut sources = Sources::default();
        let files = if folder.join(MANIFEST).is_file() {
            let contents = source::read_folder(&folder, "data", &mut sources);
            contents
                .with_context(|| format!("`{}` cannot be listed", folder.join("data").display()))?
                .files
        } else {
            git::records(root, &self.other, &mut sources)?
        };
        Ok(State::of(&sources, &files))
    }
}
