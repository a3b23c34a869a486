//! What the whole comparison is made from.

use model::{Id, Kind, Model};
use verdict::{Scores, Verdicts};

use crate::brief::Decided;
use crate::sentence::{Numbers, Sentences, Slots};
use crate::{Element, Grid, Run, Section};

/// Records, marks and verdicts, and the words for them.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub(super) model: &'a Model,
    pub(super) scores: &'a Scores,
    pub(super) sentences: &'a Sentences,
    /// The use cases that could be decided, by their titles.
    pub(super) decided: Vec<Decided<'a>>,
}

impl<'a> Known<'a> {
    pub(super) fn of(
        model: &'a Model,
        scores: &'a Scores,
        verdicts: &'a Verdicts,
        sentences: &'a Sentences,
    ) -> Self {
        let ids = by_name(model, Kind::UseCase).into_iter();
        let records = ids.filter_map(|id| model.use_cases.get(id));
        let decided = records.filter_map(|it| Decided::of(it, model, verdicts, sentences));
        Self {
            model,
            scores,
            sentences,
            decided: decided.collect(),
        }
    }

    /// One of the words of what is printed.
    pub(super) fn say(&self, name: &str) -> String {
        self.sentences.text(&format!("print.{name}"), &Slots::new())
    }

    /// How many there are of what `name` is one of, such as `1 use case` for `use-case`.
    pub(super) fn count(&self, name: &str, n: usize) -> String {
        match n {
            1 => self.say(&format!("one-{name}")),
            _ => {
                let n = Numbers::new(self.sentences).count(n);
                let slots = Slots::new().text("n", n);
                self.sentences.text(&format!("print.all-{name}s"), &slots)
            }
        }
    }

    /// A chapter and its sections; nothing if there is nothing in it. Its heading is that of the book, or else a word of
    /// what is printed.
    pub(super) fn chapter(
        &self,
        id: &str,
        elements: Vec<Element>,
        sections: Vec<Section>,
    ) -> Vec<Section> {
        if elements.is_empty() && sections.is_empty() {
            return Vec::new();
        }
        let heading = format!("heading.{id}");
        let heading = match self.sentences.has(&heading) {
            true => self.sentences.text(&heading, &Slots::new()),
            false => self.say(id),
        };
        let mut all = vec![Section {
            id: id.to_owned(),
            part: None,
            level: 1,
            heading,
            elements,
        }];
        all.extend(sections);
        all
    }

    /// A table of short texts with words of what is printed above its columns; nothing without rows.
    pub(super) fn grid(&self, headings: &[&str], rows: Vec<Vec<Vec<Run>>>) -> Vec<Element> {
        if rows.is_empty() {
            return Vec::new();
        }
        let headings = headings.iter().map(|it| (self.say(it), false));
        vec![Element::Grid(Grid {
            headings: headings.collect(),
            rows,
        })]
    }
}

/// A section of a chapter.
pub(super) fn section(id: String, heading: String, elements: Vec<Element>) -> Section {
    Section {
        id,
        part: None,
        level: 2,
        heading,
        elements,
    }
}

/// A text without form.
pub(super) fn text(text: impl Into<String>) -> Vec<Run> {
    vec![Run::Text(text.into())]
}

/// The ids of a kind in the order of the alphabet of their names.
pub(super) fn by_name(model: &Model, kind: Kind) -> Vec<&Id> {
    let mut ids = model.ids(kind);
    ids.sort_by_cached_key(|id| {
        let name = model.title_of(kind, id).unwrap_or_default();
        (name.to_lowercase(), (*id).clone())
    });
    ids
}
