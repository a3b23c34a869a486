//! What a file shows, made of the records once for all its formats.

use std::sync::Arc;

use document::sentence::Sentences;
use document::{Document, Selection, Slides, Stamp, Subject, Table};
use export::{Format, Refused, Settings, Written};
use model::Model;
use verdict::{Scores, Verdicts};

use crate::project::{Project, Stop};

/// Everything that is needed to make what files show.
#[derive(Clone)]
pub(crate) struct Library {
    pub(crate) model: Arc<Model>,
    pub(crate) scores: Arc<Scores>,
    pub(crate) verdicts: Arc<Verdicts>,
    pub(crate) sentences: Arc<Sentences>,
}

/// What a file shows.
pub(crate) enum Content {
    /// Options side by side.
    Table(Box<Table>),
    /// A decision.
    Document(Box<Document>),
    /// Everything, and its tables for a workbook.
    Whole(Box<Document>, Vec<Table>),
    /// A set of slides.
    Slides(Box<Slides>),
}

impl Library {
    /// What `project` has, decided.
    ///
    /// # Errors
    /// What is wrong with the author's sentences, or why they cannot be read.
    pub(crate) fn of(project: &mut Project) -> Result<Self, Stop> {
        project.decide();
        let sentences = project.sentences().map_err(Stop::Failed)?;
        Ok(Self {
            model: Arc::clone(&project.model),
            scores: Arc::clone(&project.scores),
            verdicts: Arc::clone(&project.verdicts),
            sentences: Arc::new(sentences.map_err(Stop::Found)?),
        })
    }

    /// What `subject` shows, or the part of a table that `selection` names; nothing if there is no such record, or if its
    /// use case could not be decided.
    pub(crate) fn content(&self, subject: &Subject, selection: &Selection) -> Option<Content> {
        let Self {
            model,
            scores,
            verdicts,
            sentences,
        } = self;
        Some(match subject {
            Subject::Table(id) => {
                let record = model.tables.get(id.as_str())?;
                Content::Table(Box::new(document::selected(
                    record, selection, model, scores,
                )))
            }
            Subject::UseCase(id) => {
                let record = model.use_cases.get(id.as_str())?;
                let brief = document::brief(record, model, verdicts, sentences)?;
                Content::Document(Box::new(brief))
            }
            Subject::Deck(id) => {
                let record = model.decks.get(id.as_str())?;
                let frame = document::deck::Frame::default();
                let slides = document::deck(record, model, scores, verdicts, sentences, &frame);
                Content::Slides(Box::new(slides))
            }
            Subject::Comparison => {
                let whole = document::whole(model, scores, verdicts, sentences);
                let tables = model.tables.iter();
                let tables = tables.map(|it| document::comparison(it, model, scores));
                Content::Whole(Box::new(whole), tables.collect())
            }
        })
    }
}

impl Content {
    /// What a file with it says about itself.
    pub(crate) fn stamp(&self) -> Stamp {
        match self {
            Self::Table(table) => table.stamp(),
            Self::Document(document) | Self::Whole(document, _) => document.stamp(),
            Self::Slides(slides) => slides.stamp(),
        }
    }

    /// The table, if it is one.
    pub(crate) fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The file in a format that is not printed.
    ///
    /// # Errors
    /// When the format cannot show it.
    pub(crate) fn write(&self, format: Format, settings: Settings) -> Result<Written, Refused> {
        match self {
            Self::Table(table) => export::write(table, format, &settings),
            Self::Whole(document, tables) if format == Format::Xlsx => {
                export::write_workbook(tables)
            }
            Self::Document(document) | Self::Whole(document, _) => {
                export::write_document(document, format)
            }
            Self::Slides(slides) => export::write_deck(slides, format),
        }
    }
}
