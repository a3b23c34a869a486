//! A use case with its verdict, and everything that is said of it.

use decide::Word;
use model::{Model, Record, UseCase};
use verdict::{Verdict, Verdicts};

use crate::decision::{self, Line, Names, Part, fixed, recomputed};
use crate::sentence::{Numbers, Sentences, Slots};
use crate::{Element, Section};

/// A decided use case.
#[derive(Debug)]
pub(crate) struct Decided<'a> {
    pub(crate) record: &'a Record<UseCase>,
    pub(crate) model: &'a Model,
    pub(crate) sentences: &'a Sentences,
    pub(crate) verdict: &'a Verdict,
    pub(crate) names: Names,
    lines: Vec<decision::Section>,
}

impl<'a> Decided<'a> {
    /// The use case `record` as it was decided; nothing if it was not.
    pub(crate) fn of(
        record: &'a Record<UseCase>,
        model: &'a Model,
        verdicts: &'a Verdicts,
        sentences: &'a Sentences,
    ) -> Option<Self> {
        let verdict = verdicts.get(&record.id)?;
        let Verdict { problem, outcome } = verdict;
        let names = Names::of(record, problem, model);
        let mut lines = recomputed(problem, outcome, &names, sentences, false);
        lines.extend(fixed(problem, outcome, &names, sentences));
        Some(Self {
            record,
            model,
            sentences,
            verdict,
            names,
            lines,
        })
    }

    /// Whether it is decided in parts.
    pub(crate) fn has_parts(&self) -> bool {
        matches!(self.verdict.outcome, decide::Outcome::Parts(_))
    }

    /// Calls `of` with the decision, or with that of each component.
    pub(crate) fn each(&self, of: impl FnMut(&Part<'_>)) {
        let Verdict { problem, outcome } = self.verdict;
        Part::each(problem, outcome, &self.names, self.sentences, of);
    }

    /// The lines that the book has in a section.
    pub(crate) fn lines(&self, id: &str, component: Option<&str>) -> &[Line] {
        let mut sections = self.lines.iter();
        let found = sections.find(|it| it.id == id && it.part.as_deref() == component);
        found.map_or(&[], |it| &it.lines)
    }

    /// A section of the whole; its heading is that of the book, or else a word of what is printed.
    pub(crate) fn section(&self, id: &str, elements: Vec<Element>) -> Section {
        let headings = ["heading", "print"].map(|it| format!("{it}.{id}"));
        let mut headings = headings.iter().filter(|it| self.sentences.has(it));
        Section {
            id: id.to_owned(),
            part: None,
            level: 1,
            heading: headings.next().map_or_else(String::new, |it| self.say(it)),
            elements,
        }
    }

    /// What the word of a verdict is called.
    pub(crate) fn word(&self, word: Word) -> String {
        self.say(&format!("word.{}", word.id()))
    }

    /// A sentence without slots.
    pub(crate) fn say(&self, name: &str) -> String {
        self.sentences.text(name, &Slots::new())
    }

    /// What says how much more of something the book has; nothing for nothing.
    pub(crate) fn more(&self, n: usize) -> Option<String> {
        let slots = Slots::new().text("n", Numbers::new(self.sentences).count(n));
        (n > 0).then(|| self.sentences.text("print.more", &slots))
    }
}
