//! The tables that the records have, and decks compared with them.

use std::path::Path;

use anyhow::bail;
use document::{Selection, Subject, Table};
use export::refresh::package::{Options, Refreshed, refresh};
use export::refresh::{HEADER, NAMES, Take};
use model::Kind;

use crate::deck_file::{DeckFile, Open, about};
use crate::outputs::content::{Content, Library};

/// The tables of the records.
pub(super) struct Tables<'a> {
    /// What they are made from.
    pub(super) library: &'a Library,
}

impl<'a> Tables<'a> {
    pub(super) fn of(library: &'a Library) -> Self {
        Self { library }
    }

    /// The table with this id, or a part of it.
    pub(super) fn table(&self, id: &str, selection: &Selection) -> Option<Table> {
        let subject = Subject::Table(id.to_owned());
        match self.library.content(&subject, selection) {
            Some(Content::Table(table)) => Some(*table),
            _ => None,
        }
    }

    /// Whether an address is that of a source.
    pub(super) fn is_source(&self, url: &str) -> bool {
        let mut sources = self.library.model.sources.iter();
        sources.any(|it| it.url.as_ref().is_some_and(|it| it.text == url))
    }

    /// What to say of a table that is not there.
    pub(super) fn unknown(&self, id: &str) -> String {
        self.without("table", id, Kind::Table)
    }

    fn without(&self, word: &str, id: &str, kind: Kind) -> String {
        let known = self.library.model.ids(kind);
        match model::nearest(id, known.iter().map(|it| it.as_str())) {
            Some(near) => format!("there is no {word} `{id}`: did you mean `{near}`?"),
            None => format!("there is no {word} `{id}`: `tradeoff export --list` names all tables"),
        }
    }

    /// The options among `ids` that are wanted; nothing for all.
    ///
    /// # Errors
    /// One of them is none.
    pub(super) fn options(&self, ids: &[String]) -> anyhow::Result<Option<Vec<String>>> {
        for id in ids {
            if self.library.model.options.get(id.as_str()).is_none() {
                bail!(self.without("option", id, Kind::Alternative));
            }
        }
        Ok((!ids.is_empty()).then(|| ids.to_vec()))
    }

    /// What was decided, as `--take` said it.
    ///
    /// # Errors
    /// It is written otherwise, or names a row or column that no table can have.
    pub(super) fn take(&self, said: &[String]) -> anyhow::Result<Take> {
        let mut take = Take::default();
        for text in said {
            if let Err(why) = take.add(text) {
                bail!("`--take {text}`: {why}");
            }
        }
        let model = &self.library.model;
        for it in &take.choices {
            let row = it
                .row
                .as_deref()
                .filter(|it| *it != HEADER && !it.starts_with("group:"));
            let row = row.map(|it| it.split('#').next().unwrap_or(it));
            if let Some(row) = row.filter(|it| model.dimensions.get(it).is_none()) {
                bail!(
                    "`--take`: {}",
                    self.without("question", row, Kind::Dimension)
                );
            }
            let column = it.column.as_deref().filter(|it| *it != NAMES);
            if let Some(column) = column.filter(|it| model.options.get(it).is_none()) {
                bail!(
                    "`--take`: {}",
                    self.without("option", column, Kind::Alternative)
                );
            }
        }
        Ok(take)
    }

    /// Compares a deck with the records and merges it with them, writing nothing.
    ///
    /// # Errors
    /// The deck cannot be read, or the lock beside it is of another one.
    pub(super) fn compare(
        &self,
        path: &Path,
        file: &DeckFile,
        options: &Options,
    ) -> anyhow::Result<(Open, Refreshed)> {
        let mut package = file.open()?;
        let data = |id: &str, selection: &Selection| self.table(id, selection);
        let refreshed = refresh(&mut package, &file.lock, &data, options);
        let refreshed = refreshed.map_err(|error| about(path, &error))?;
        let names: Vec<_> = refreshed
            .tables
            .iter()
            .map(|it| it.shape.as_str())
            .collect();
        file.check_lock(&names)?;
        Ok((package, refreshed))
    }
}
