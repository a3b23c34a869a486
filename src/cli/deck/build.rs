//! `tradeoff deck build`: a deck of which all tables can be refreshed later.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use document::{Selection, Subject};
use export::refresh::Take;
use export::refresh::package::Options;

use super::known::Tables;
use crate::cli::output::{self, Outcome};
use crate::cli::printed;
use crate::deck_file::DeckFile;
use crate::outputs::{catalog, powerpoint};
use crate::whole_file;

const EXAMPLES: &str = "\
Examples:
  tradeoff deck build workshop              workshop.pptx
  tradeoff deck build workshop --template corp.potx --out talk.pptx
                                            in the look of a template
  tradeoff deck build workshop --template corp.potx --without-slides
                                            and without its own slides

It is the deck of `tradeoff export --format pptx`, and beside it the file that
remembers what was written, so that `tradeoff deck sync` can tell what a hand
changed. The slides of a template stand in front.
Exit codes: 0 written, 2 could not run.";

/// Write a deck of which all tables can be refreshed later
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    /// The deck, or a table alone
    #[arg(value_name = "DECK|TABLE")]
    what: String,

    /// The file; by default `DECK.pptx`
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// The presentation or template whose look the slides have
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// The layout of the template for tables
    #[arg(long, value_name = "NAME", requires = "template")]
    layout: Option<String>,

    /// Leave the template's own slides out, which otherwise stand in front
    #[arg(long, requires = "template")]
    without_slides: bool,

    /// Write over a deck that is there, with everything that was done in it by hand
    #[arg(long)]
    force: bool,
}

impl Build {
    pub(super) fn run(&self, tables: &Tables, root: &Path) -> anyhow::Result<Outcome> {
        let model = &tables.library.model;
        // Of a deck and a table with one id, the deck is meant.
        let found = catalog::find(&format!("deck:{}", self.what), model);
        let subject = found.or_else(|_| catalog::find(&self.what, model))?;
        let (Subject::Deck(id) | Subject::Table(id)) = &subject else {
            bail!(
                "`{}` is no deck: `tradeoff export --list` names all",
                self.what
            );
        };
        let path = self
            .out
            .clone()
            .unwrap_or_else(|| format!("{id}.pptx").into());
        ensure!(
            self.force || !path.exists(),
            "`{}` is there already: refresh it with `tradeoff deck sync`, or say `--force` to lose what was done in it by hand",
            path.display()
        );
        let template = match &self.template {
            Some(file) => {
                let template = powerpoint::template(file, self.layout.as_deref())?;
                match self.without_slides {
                    true => template,
                    false => template.with_slides(),
                }
            }
            None => powerpoint::base(root)?,
        };
        let content = tables.library.content(&subject, &Selection::default());
        let content = content.with_context(|| format!("`{}` cannot be shown", self.what))?;
        let (written, overflows) = tables.library.powerpoint(&content, &template)?;
        overflows.iter().for_each(printed::overflow);
        let cannot = || format!("`{}` cannot be written", path.display());
        // A lock of what was there says nothing of the new deck.
        DeckFile::remove_lock(&path).with_context(cannot)?;
        whole_file::write(&path, &written.bytes).with_context(cannot)?;
        let file = DeckFile::read(&path)?;
        let options = Options {
            take: &Take::default(),
            sentences: &tables.library.sentences,
            is_source: &|it| tables.is_source(it),
            shrink: false,
            split: false,
        };
        let (_, refreshed) = tables.compare(&path, &file, &options)?;
        file.save_lock(&refreshed.lock)?;
        output::line(&format!(
            "{}: {}",
            path.display(),
            output::count(refreshed.tables.len(), "table")
        ))?;
        let losses: Vec<_> = written.losses.iter().map(|it| it.words()).collect();
        if !losses.is_empty() {
            output::note(&format!("pptx has no place for {}", losses.join(", ")));
        }
        Ok(Outcome::Clean)
    }
}
