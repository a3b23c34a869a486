//! A page under construction: turns texts of records into HTML, collects the sources they cite and the newest review.

use document::Notes;
use model::{Date, Id, Kind, Line, Prose, Ref, Source, Texted, Title};
use serde::Serialize;

use crate::address::{self, Links};
use crate::highlight;
use crate::markup::{self, Html, Linked};
use crate::pages::Knowledge;

/// A page under construction. Notes are numbered in the order in which texts are handed over: build from top to bottom.
pub(crate) struct Draft<'a> {
    pub(crate) know: &'a Knowledge,
    pub(crate) links: Links<'a>,
    notes: Notes<'a>,
}

/// Words that lead somewhere, if the book shows what they name.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Anchor {
    pub(crate) text: Html,
    pub(crate) href: Option<String>,
}

/// A numbered source at the end of a page.
#[derive(Debug, Serialize)]
pub(crate) struct SourceItem {
    number: usize,
    /// The anchor that citations lead to.
    anchor: String,
    title: String,
    publisher: String,
    /// Where the source itself is.
    url: Option<String>,
    /// Where the book says what the source proves.
    record: Option<String>,
    accessed: Html,
}

impl<'a> Draft<'a> {
    /// An empty page at the address `from`.
    pub(crate) fn new(know: &'a Knowledge, links: Links<'a>) -> Self {
        let notes = Notes::new(&know.model);
        Self { know, links, notes }
    }

    /// A line with its links.
    pub(crate) fn line(&mut self, line: &Line) -> Html {
        let runs = self.notes.runs(&line.runs);
        markup::runs(&runs, &self.links, Linked::Yes)
    }

    /// A line, if there is one.
    pub(crate) fn maybe(&mut self, line: Option<&Line>) -> Option<Html> {
        line.map(|line| self.line(line))
    }

    /// A line without links and citations, if there is one: it stands in a list that leads elsewhere.
    pub(crate) fn maybe_plain(&self, line: Option<&Line>) -> Option<Html> {
        line.map(|line| Html::text(&self.plain(line)))
    }

    /// A title, without links: it may become one.
    pub(crate) fn title(&mut self, title: &Title) -> Html {
        let runs = self.notes.runs(&title.runs);
        markup::runs(&runs, &self.links, Linked::No)
    }

    /// Paragraphs and lists.
    pub(crate) fn prose(&mut self, prose: &Prose) -> Html {
        let blocks = self.notes.blocks(&prose.blocks);
        markup::blocks(&blocks, &self.links)
    }

    /// The numbers of sources.
    pub(crate) fn cites(&mut self, sources: &[Ref<Source>]) -> Html {
        let numbers = self.notes.cite_all(sources);
        markup::cites(&numbers, &self.links)
    }

    /// A review date: the newest one is the page's own.
    pub(crate) fn reviewed(&mut self, date: Date) -> Html {
        markup::date(self.notes.reviewed(date))
    }

    /// The name of a record, leading to it.
    pub(crate) fn anchor(&self, kind: Kind, id: &Id) -> Anchor {
        let name = self.know.model.title_of(kind, id);
        // A statement is a sentence; among other names it has no full stop.
        let name = name.as_deref().unwrap_or(id).trim_end_matches('.');
        Anchor {
            text: Html::text(name),
            href: self.links.to(kind, id),
        }
    }

    /// The names of several records of one kind.
    pub(crate) fn anchors<'i>(
        &self,
        kind: Kind,
        ids: impl IntoIterator<Item = &'i Id>,
    ) -> Vec<Anchor> {
        ids.into_iter().map(|id| self.anchor(kind, id)).collect()
    }

    /// The name of the chapter that lists `kind`, leading to it; `name` is what it is called here.
    pub(crate) fn up(&self, kind: Kind, name: &str) -> Anchor {
        Anchor {
            text: Html::text(name),
            href: self.links.chapter(kind),
        }
    }

    /// Source code, highlighted if this run is for readers.
    pub(crate) fn code(&self, language: &str, text: &str) -> Html {
        if self.know.colors {
            Html::written(highlight::code_html(language, text))
        } else {
            Html::text(text)
        }
    }

    /// The plain form of a text, with facts written out.
    pub(crate) fn plain(&self, text: &impl Texted) -> String {
        self.know.model.plain_text(text)
    }

    /// The sources cited so far, in the order of their numbers.
    pub(crate) fn sources(&self) -> Vec<SourceItem> {
        source_items(&self.notes.list(), &self.links)
    }

    /// The newest review date handed over so far.
    pub(crate) fn as_of(&self) -> Option<Html> {
        self.notes.as_of().map(markup::date)
    }
}

/// Source notes as a page shows them.
pub(crate) fn source_items(notes: &[document::SourceNote], links: &Links<'_>) -> Vec<SourceItem> {
    let item = |note: &document::SourceNote| SourceItem {
        number: note.number,
        anchor: links.note(note.number),
        title: note.title.clone(),
        publisher: note.publisher.clone(),
        url: note.url.clone(),
        record: links.to(Kind::Source, &note.id),
        accessed: Date::parse(&note.accessed).map_or_else(Html::default, markup::date),
    };
    notes.iter().map(item).collect()
}

/// The anchor of a record on a page with many.
pub(crate) fn anchor_of(kind: Kind, id: &str) -> String {
    address::anchor(kind, id)
}
