//! Source notes: the sources that a document cites, numbered in the order in which they first appear.

use std::collections::HashMap;

use model::{Date, Id, Model, Ref, Source};
use serde::Serialize;

use crate::{Block, Run};

/// A numbered source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceNote {
    /// Its number in this document, from 1.
    pub number: usize,
    /// The id of the source.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address on the web, if it has one.
    pub url: Option<String>,
    /// The day it was read, ISO 8601.
    pub accessed: String,
}

/// Turns the texts of records into runs of one document and collects the sources they cite.
#[derive(Debug)]
pub struct Notes<'m> {
    model: &'m Model,
    cited: Vec<Id>,
    numbers: HashMap<Id, usize>,
    newest: Option<Date>,
}

impl<'m> Notes<'m> {
    /// An empty list of notes.
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            cited: Vec::new(),
            numbers: HashMap::new(),
            newest: None,
        }
    }

    /// The records that the texts come from.
    pub(crate) fn model(&self) -> &'m Model {
        self.model
    }

    /// The number of a source, a new one if it has none yet; nothing if there is no such source.
    pub fn cite(&mut self, id: &Id) -> Option<usize> {
        self.model.sources.get(id)?;
        if let Some(number) = self.numbers.get(id) {
            return Some(*number);
        }
        self.cited.push(id.clone());
        self.numbers.insert(id.clone(), self.cited.len());
        Some(self.cited.len())
    }

    /// The numbers of several sources, smallest first.
    pub fn cite_all(&mut self, sources: &[Ref<Source>]) -> Vec<usize> {
        let mut numbers: Vec<_> = sources.iter().filter_map(|it| self.cite(&it.id)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Notes a review date that is shown; the newest is the document's "as of".
    pub fn reviewed(&mut self, date: Date) -> Date {
        self.newest = self.newest.max(Some(date));
        date
    }

    /// The newest review date noted so far.
    pub fn as_of(&self) -> Option<Date> {
        self.newest
    }

    /// The runs of a text. A fact brings its sources with it, but prints no number for them.
    pub fn runs(&mut self, runs: &[model::Run]) -> Vec<Run> {
        runs.iter().filter_map(|run| self.run(run)).collect()
    }

    /// The blocks of a text.
    pub fn blocks(&mut self, blocks: &[model::Block]) -> Vec<Block> {
        let block = |it: &model::Block| match it {
            model::Block::Paragraph(runs) => Block::Paragraph(self.runs(runs)),
            model::Block::List { ordered, items } => Block::List {
                ordered: *ordered,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
        };
        blocks.iter().map(block).collect()
    }

    /// The sources cited so far, in the order of their numbers.
    pub fn list(&self) -> Vec<SourceNote> {
        let sources = self
            .cited
            .iter()
            .filter_map(|id| self.model.sources.get(id));
        let note = |(at, source): (usize, &model::Record<Source>)| SourceNote {
            number: at + 1,
            id: source.id.to_string(),
            title: source.title.text.clone(),
            publisher: source.publisher.text.clone(),
            url: source.url.as_ref().map(|it| it.text.clone()),
            accessed: source.accessed.to_string(),
        };
        sources.enumerate().map(note).collect()
    }

    fn run(&mut self, run: &model::Run) -> Option<Run> {
        Some(match run {
            model::Run::Text(text) => Run::Text(text.clone()),
            model::Run::Code(text) => Run::Code(text.clone()),
            model::Run::Emphasis(inner) => Run::Emphasis(self.runs(inner)),
            model::Run::Strong(inner) => Run::Strong(self.runs(inner)),
            model::Run::Link(target, inner) => Run::Link(target.clone(), self.runs(inner)),
            model::Run::Fact(fact) => {
                let record = self.model.facts.get(&fact.id)?;
                self.cite_all(&record.sources);
                Run::Fact(record.id.to_string(), record.text())
            }
            model::Run::Cite(source) => Run::Cite(self.cite(&source.id)?),
        })
    }
}
