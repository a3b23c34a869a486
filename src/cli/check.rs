//! `tradeoff check`: everything that is wrong with the records, in one run.

use std::path::Path;

use clap::{Args, ValueEnum};
use source::Format;

use super::output::{self, Outcome};
use crate::project::{self, Project};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Form {
    /// The lines concerned, with labels, and what to do
    #[default]
    Full,
    /// One line each: file:line:column: level[rule] message
    Concise,
}

/// Report everything that is wrong with the records.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// How findings are written
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

impl Check {
    pub(super) fn run(&self, directory: &Path) -> anyhow::Result<Outcome> {
        let project = Project::load(&project::find(directory)?)?;
        let format = match self.format {
            Form::Full => Format::Full,
            Form::Concise => Format::Concise,
        };
        Ok(output::diagnostics(&project.diagnostics, &project.sources, format))
    }
}
