//! `tradeoff deck adopt`: a table that somebody drew shows one of ours from now on.

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Args;
use document::Selection;
use export::refresh::package::{adopt, names};

use super::known::Tables;
use crate::cli::output::{self, Outcome};
use crate::deck_file::{DeckFile, Saving};

const EXAMPLES: &str = "\
Examples:
  tradeoff deck adopt talk.pptx --slide 4 overview
  tradeoff deck adopt talk.pptx --slide 4 --shape \"Table 3\" overview
  tradeoff deck adopt talk.pptx --slide 4 overview --options hammer,drill

Rows and columns are recognized by their names. The shape is named
`tradeoff:TABLE`, and the file `talk.pptx.tradeoff.json` remembers what it
shows; no text is changed before `tradeoff deck sync`.
Exit codes: 0 adopted, 1 adopted, but cells differ from the data, 2 could not
run; the deck is as it was.";

/// Take a table that is in a deck for one of ours
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Adopt {
    /// The deck
    #[arg(value_name = "DECK")]
    deck: PathBuf,

    /// What the table shows
    #[arg(value_name = "TABLE")]
    table: String,

    /// The number of the slide, from 1
    #[arg(long, value_name = "N")]
    slide: usize,

    /// The name of the shape, if the slide has several tables
    #[arg(long, value_name = "NAME")]
    shape: Option<String>,

    /// Only these options
    #[arg(long, value_name = "OPTION,…", value_delimiter = ',')]
    options: Vec<String>,

    /// Keep what was there as DECK.bak
    #[arg(long)]
    backup: bool,

    /// Write a signed deck too, which breaks its signature
    #[arg(long)]
    force: bool,
}

impl Adopt {
    pub(super) fn run(&self, tables: &Tables) -> anyhow::Result<Outcome> {
        let selection = Selection {
            options: tables.options(&self.options)?,
            differing: false,
        };
        let Some(table) = tables.table(&self.table, &selection) else {
            bail!(tables.unknown(&self.table));
        };
        let file = DeckFile::read(&self.deck)?;
        let mut package = file.open()?;
        let path = self.deck.display();
        let cannot = |error: &dyn std::fmt::Display| anyhow!("`{path}`: {error}");
        if !file.lock.shapes.is_empty() {
            let names = names(&mut package).map_err(|it| cannot(&it))?;
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            file.check_lock(&names)?;
        }
        let adopted = adopt(
            &mut package,
            self.slide,
            self.shape.as_deref(),
            &table,
            &file.lock,
        );
        let adopted = adopted.map_err(|it| cannot(&it))?;
        let saving = Saving {
            backup: self.backup,
            force: self.force,
        };
        file.save(&mut package, &adopted.lock, saving)?;
        output::line(&format!(
            "{path}: {}: the table `{}` is `{}` now",
            adopted.place, adopted.was, adopted.name
        ))?;
        for line in adopted.merge.words() {
            output::line(&format!("  {line}"))?;
        }
        let is_open = !adopted.merge.conflicts.is_empty();
        if is_open {
            output::note(
                "nobody knows which of these texts is newer: `tradeoff deck sync --take data` writes those of the data",
            );
        }
        Ok(Outcome::of(is_open))
    }
}
