//! `tradeoff deck diff`: what a refresh would change, cell by cell.

use std::path::PathBuf;

use clap::Args;
use export::refresh::Take;
use export::refresh::package::{Options, State};

use super::Form;
use super::known::Tables;
use super::report::{self, Detail};
use super::walk::{self, Each};
use crate::cli::output::Outcome;
use crate::deck_file::DeckFile;

const EXAMPLES: &str = "\
Examples:
  tradeoff deck diff talk.pptx                  what `sync` would write
  tradeoff deck diff talk.pptx --format json    the same for programs

Exit codes: 0 no difference, but for what was done by hand; 1 differences;
2 could not run.";

/// Show how the tables of decks differ from the data
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// The decks
    #[arg(value_name = "DECK", required = true)]
    decks: Vec<PathBuf>,

    /// How the differences are written
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

impl Diff {
    pub(super) fn run(&self, tables: &Tables) -> anyhow::Result<Outcome> {
        let options = Options {
            take: &Take::default(),
            sentences: &tables.library.sentences,
            is_source: &|it| tables.is_source(it),
            shrink: false,
            split: false,
        };
        walk::each(&self.decks, self.format, |path| {
            let file = DeckFile::read(path)?;
            let (_, refreshed) = tables.compare(path, &file, &options)?;
            if self.format == Form::Text {
                report::print(path, &refreshed, tables, Detail::Cells, None)?;
            }
            Ok(Each {
                outcome: Outcome::of(report::state(&refreshed) > State::ByHand),
                value: report::value(path, &refreshed, None),
            })
        })
    }
}
