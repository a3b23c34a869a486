//! `tradeoff deck sync`: writes what the data says into the tables of decks.

use std::path::{Path, PathBuf};

use clap::Args;
use export::refresh::package::Options;

use super::Form;
use super::known::Tables;
use super::report::{self, Detail};
use super::walk::{self, Each};
use crate::cli::output::Outcome;
use crate::deck_file::{DeckFile, Saving};

const EXAMPLES: &str = "\
Examples:
  tradeoff deck sync talk.pptx                  write what the data says
  tradeoff deck sync talk.pptx --dry-run        only say what would be written
  tradeoff deck sync talk.pptx --take data      settle conflicts by the data
  tradeoff deck sync talk.pptx --take cost-idle/serverless=deck
  tradeoff deck sync talk.pptx --shrink --split
                                  where a table grows past its slide, smaller
                                  text first, then new slides behind it

A text that only the data changed is written, one that only a hand changed
stays, and where both did, nothing happens until `--take` says whose text
counts: throughout, or in one cell, one row (`ROW=data`) or one column
(`/COLUMN=data`). Of a slide, only the table and the footer that we wrote are
changed; notes, pictures and animations stay as they are. A piece of a table
that loses all its rows stays as a slide, and is named.
Exit codes: 0 up to date, 1 conflicts or something left undone, 2 could not
run; that deck is as it was.";

/// Write what the data says into the tables of decks
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = EXAMPLES)]
pub(super) struct Sync {
    /// The decks
    #[arg(value_name = "DECK", required = true)]
    decks: Vec<PathBuf>,

    /// Whose text counts where both have a new one: `data` or `deck`, or one of them for a place
    #[arg(long, value_name = "[ROW/COLUMN=]data|deck")]
    take: Vec<String>,

    /// Make text smaller, down to 12 points, where a table grows past its slide
    #[arg(long)]
    shrink: bool,

    /// Let a table go on to new slides where it grows past its slide
    #[arg(long)]
    split: bool,

    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Keep what was there as DECK.bak
    #[arg(long)]
    backup: bool,

    /// Write a signed deck too, which breaks its signature
    #[arg(long)]
    force: bool,

    /// How the report is written
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

impl Sync {
    pub(super) fn run(&self, tables: &Tables) -> anyhow::Result<Outcome> {
        let take = tables.take(&self.take)?;
        let options = Options {
            take: &take,
            sentences: &tables.library.sentences,
            is_source: &|it| tables.is_source(it),
            shrink: self.shrink,
            split: self.split,
        };
        walk::each(&self.decks, self.format, |path| {
            self.one(path, tables, &options)
        })
    }

    fn one(&self, path: &Path, tables: &Tables, options: &Options) -> anyhow::Result<Each> {
        let file = DeckFile::read(path)?;
        let (mut package, refreshed) = tables.compare(path, &file, options)?;
        let saving = Saving {
            backup: self.backup,
            force: self.force,
        };
        let written = match self.dry_run {
            true => None,
            false => Some(file.save(&mut package, &refreshed.lock, saving)?),
        };
        if self.format == Form::Text {
            report::print(path, &refreshed, tables, Detail::Cells, written)?;
        }
        let stale =
            self.dry_run && report::state(&refreshed) > export::refresh::package::State::ByHand;
        let undone = refreshed.tables.iter().any(|it| it.outcome.is_undone());
        Ok(Each {
            outcome: Outcome::of(stale || undone),
            value: report::value(path, &refreshed, Some(written == Some(true))),
        })
    }
}
