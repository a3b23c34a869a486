//! A deck as slides: title, agenda, tables in pieces, decisions, sources, each with what the speaker has to know.
//!
//! Nothing here is a format: a writer places what it finds. Tables and texts are fitted to one [`Frame`], so that they are
//! cut in the same places whoever writes them. All sources of a deck are numbered together.

mod decisions;
mod lists;
mod making;
mod numbers;
mod reasons;
mod room;
mod single;
mod tables;
mod together;

use model::{Deck, Model, Record};
use serde::Serialize;
use verdict::{Scores, Verdicts};

use crate::fit::{Entry, Overflow};
use crate::sentence::Sentences;
use crate::{Run, SourceNote, Subject, Table, VerdictBand};
use making::Making;

pub use crate::fit::Frame;
pub use single::of_table;

/// A deck.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Slides {
    /// The deck it is.
    pub subject: Subject,
    /// The title of the comparison.
    pub comparison: String,
    /// Its own title.
    pub title: String,
    /// The slides in order; the first is the title.
    pub slides: Vec<Slide>,
    /// The numbered sources of all slides.
    pub sources: Vec<SourceNote>,
    /// The newest review date of what is shown, ISO 8601.
    pub as_of: Option<String>,
    /// The revision of the data.
    pub revision: String,
    /// Both as printed.
    pub edition: String,
    /// What does not fit its slide even at the smallest size.
    pub overflows: Vec<SlideOverflow>,
}

/// A row of a table that is taller than its slide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SlideOverflow {
    /// The id of the table.
    pub table: String,
    /// What of it.
    pub what: Overflow,
}

/// One slide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Slide {
    /// `title`, `agenda`, `table:ID`, `use-case:ID`, `use-case:ID/COMPONENT` or `sources`, with `#2/3` behind it if it is
    /// the second of three of its kind.
    pub id: String,
    /// Its title, in which a piece says which it is.
    pub title: String,
    /// What stands below the title.
    pub content: Content,
    /// The numbers of the sources of what is shown, smallest first.
    pub sources: Vec<usize>,
    /// What the speaker has to know, in paragraphs.
    pub notes: Vec<String>,
    /// The sources, in paragraphs below those: a heading, then each as printed.
    pub source_notes: Vec<String>,
}

/// What stands on a slide. Sizes and lengths are points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Content {
    /// The title of the deck; that of the comparison and [`Slides::edition`] stand below it.
    Title,
    /// What the deck holds.
    Agenda {
        /// The size of the text.
        size_pt: f32,
        /// The parts.
        parts: Vec<AgendaPart>,
    },
    /// A table, or a piece of one.
    Table(Box<TableSlide>),
    /// What a decision came to.
    Decision(Box<DecisionSlide>),
    /// Sources.
    Sources {
        /// The size of the text.
        size_pt: f32,
        /// How many columns it is set in.
        columns: usize,
        /// The sources.
        sources: Vec<PrintedSource>,
    },
}

/// A part of the agenda.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgendaPart {
    /// What it is called.
    pub title: String,
    /// The number of its first slide, from 1.
    pub slide: usize,
}

/// A source on a slide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrintedSource {
    /// Its number in the deck.
    pub number: usize,
    /// It as printed, with its number, the day it was read, and its address.
    pub printed: String,
    /// Its address on the web, if it has one.
    pub url: Option<String>,
}

/// A table on a slide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableSlide {
    /// The rows that stand here, with the numbers of sources of the deck. The name of a group that began on an earlier slide
    /// says so.
    pub table: Table,
    /// Which piece of the whole table it is, from 1.
    pub number: usize,
    /// How many pieces there are.
    pub of: usize,
    /// The size of all text.
    pub size_pt: f32,
    /// The width of the column of row names, then that of each option's.
    pub columns_pt: Vec<f32>,
    /// The height of the row with the names of the options.
    pub header_pt: f32,
    /// What stands below it; places are those in `table`.
    pub entries: Vec<Entry>,
    /// The height of all of it.
    pub height_pt: f32,
    /// The stamp of the whole table.
    pub stamp: String,
}

/// A decision on a slide: the verdict across, below it why and what it costs on the left, what would change it on the right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionSlide {
    /// What it came to.
    pub band: VerdictBand,
    /// The size of its lines.
    pub band_pt: f32,
    /// The size of the text below the verdict.
    pub size_pt: f32,
    /// What stands on the left; across, if nothing stands on the right.
    pub left: Vec<Lines>,
    /// What stands on the right.
    pub right: Vec<Lines>,
}

/// Lines under one heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lines {
    /// `why`, `change`, `costs` or `component`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// The lines.
    pub lines: Vec<Vec<Run>>,
}

/// The slides of `record`, fitted to `frame`. A use case that could not be decided has none: why is told elsewhere.
pub fn deck(
    record: &Record<Deck>,
    model: &Model,
    scores: &Scores,
    verdicts: &Verdicts,
    sentences: &Sentences,
    frame: &Frame,
) -> Slides {
    let mut making = Making::new(model, scores, verdicts, sentences, *frame);
    let title = model.plain_text(&record.title);
    let slides = making.slides(&title, &record.parts);
    let as_of = making.notes.as_of().map(|date| date.to_string());
    making.closed(Subject::Deck(record.id.to_string()), title, slides, as_of)
}
