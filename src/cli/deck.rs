//! `tradeoff deck`: the tables of decks, kept up to date where they stand.

mod adopt;
mod build;
mod diff;
mod known;
mod report;
mod status;
mod sync;
mod walk;

use clap::{Args, Subcommand, ValueEnum};
use source::Format as Text;

use super::Context;
use super::output::{self, Outcome};
use crate::outputs::content::Library;
use crate::project::{self, Project, Stop};
use known::Tables;

const EXAMPLES: &str = "\
Examples:
  tradeoff deck build workshop            a deck whose tables can be refreshed
  tradeoff deck adopt talk.pptx --slide 4 overview
                                          its table shows `overview` from now on
  tradeoff deck status talks              which decks in a folder are stale
  tradeoff deck diff talk.pptx            what a refresh would change
  tradeoff deck sync talk.pptx --backup   write it; what a hand changed stays

A table is known by the name of its shape, `tradeoff:TABLE`. What was written
last is kept beside the deck, in `talk.pptx.tradeoff.json`: keep the two
together. Without that file, the description of the shape tells whether the
table is as it was written.
Exit codes: 0 up to date, 1 stale, in conflict or not all done, 2 could not
run.";

/// Keep the tables of decks up to date where they stand
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Deck {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Build(build::Build),
    Adopt(adopt::Adopt),
    Sync(sync::Sync),
    Status(status::Status),
    Diff(diff::Diff),
}

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    #[default]
    Text,
    /// For programs, as one line of JSON
    Json,
}

impl Deck {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let mut project = Project::load(&project::find(&cx.directory)?)?;
        let refused = |found: &[source::Diagnostic], project: &Project| {
            output::diagnostics(found, &project.sources, Text::Full);
            output::note("no deck was compared: mend the errors first");
            Ok(Outcome::Findings)
        };
        if project.is_broken() {
            return refused(&project.diagnostics, &project);
        }
        let library = match Library::of(&mut project) {
            Ok(library) => library,
            Err(Stop::Found(found)) => return refused(&found, &project),
            Err(Stop::Failed(error)) => return Err(error),
        };
        output::diagnostics(&project.diagnostics, &project.sources, Text::Full);
        let tables = Tables::of(&library);
        match &self.verb {
            Verb::Build(verb) => verb.run(&tables, &project.root),
            Verb::Adopt(verb) => verb.run(&tables),
            Verb::Sync(verb) => verb.run(&tables),
            Verb::Status(verb) => verb.run(&tables),
            Verb::Diff(verb) => verb.run(&tables),
        }
    }
}
