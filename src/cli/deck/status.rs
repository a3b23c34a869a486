//! `tradeoff deck status`: which decks show what the data says.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::Args;
use export::refresh::Take;
use export::refresh::package::{Options, State};

use super::Form;
use super::known::Tables;
use super::report::{self, Detail};
use super::walk::{self, Each};
use crate::cli::output::{self, Outcome};
use crate::deck_file::DeckFile;

const EXAMPLES: &str = "\
Examples:
  tradeoff deck status talk.pptx
  tradeoff deck status talks                  all decks in and below a folder
  tradeoff deck status talks --format json    the same for programs

Exit codes: 0 up to date, but for what was done by hand; 1 stale or in
conflict; 2 could not run.";

/// Say which decks are stale
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Status {
    /// The decks, or folders of decks; in a folder, those without a table of ours are passed over
    #[arg(value_name = "DECK|FOLDER", required = true)]
    decks: Vec<PathBuf>,

    /// How the report is written
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

impl Status {
    pub(super) fn run(&self, tables: &Tables) -> anyhow::Result<Outcome> {
        let decks = walk::decks(&self.decks)?;
        let named: HashSet<_> = decks
            .iter()
            .filter(|it| it.1)
            .map(|it| it.0.clone())
            .collect();
        let paths: Vec<_> = decks.into_iter().map(|it| it.0).collect();
        let options = Options {
            take: &Take::default(),
            sentences: &tables.library.sentences,
            is_source: &|it| tables.is_source(it),
            shrink: false,
            split: false,
        };
        let mut n_ours = 0;
        let outcome = walk::each(&paths, self.format, |path| {
            let file = DeckFile::read(path)?;
            let (_, refreshed) = tables.compare(path, &file, &options)?;
            let is_ours = !refreshed.tables.is_empty();
            n_ours += usize::from(is_ours);
            if self.format == Form::Text && (is_ours || named.contains(path)) {
                report::print(path, &refreshed, tables, Detail::Tables, None)?;
            }
            Ok(Each {
                outcome: Outcome::of(report::state(&refreshed) > State::ByHand),
                value: report::value(path, &refreshed, None),
            })
        });
        if outcome.is_ok() && n_ours == 0 && self.format == Form::Text && named.is_empty() {
            output::note("no deck there has a table of ours");
        }
        outcome
    }
}
