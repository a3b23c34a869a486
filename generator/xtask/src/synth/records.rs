//! The records of a synthetic project: valid, connected, and about as long as those of a real one.

mod comparison;
mod decisions;
mod dimension;
mod evidence;

use model::Kind;

use super::names::Names;
use super::plan::Plan;
use super::words::Words;

/// A file of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its path below the project.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// One record to be written.
#[derive(Clone, Copy)]
struct Seat<'p> {
    names: Names<'p>,
    kind: Kind,
    index: usize,
}

/// Every file below `data/`.
pub(super) fn files(plan: &Plan) -> Vec<File> {
    let names = Names::new(plan);
    let mut files = vec![File {
        path: "data/comparison.toml".to_owned(),
        text: comparison::manifest(names),
    }];
    for kind in Kind::ALL.iter().copied() {
        for index in 0..plan.count(kind) {
            let seat = Seat { names, kind, index };
            files.push(File {
                path: format!("data/{}/{}.toml", kind.folder(), seat.id()),
                text: record(seat),
            });
            if kind == Kind::Snippet {
                files.extend(decisions::attachments(seat));
            }
        }
    }
    files
}

fn record(seat: Seat<'_>) -> String {
    match seat.kind {
        Kind::Alternative => comparison::option(seat),
        Kind::Case => evidence::case(seat),
        Kind::Change => evidence::change(seat),
        Kind::Con | Kind::Pro => comparison::claim(seat),
        Kind::Contradiction => evidence::contradiction(seat),
        Kind::Cost => decisions::cost(seat),
        Kind::Deck => comparison::deck(seat),
        Kind::Dimension => dimension::dimension(seat),
        Kind::Fact => evidence::fact(seat),
        Kind::Limit => decisions::limit(seat),
        Kind::Product => comparison::product(seat),
        Kind::Quantity => decisions::quantity(seat),
        Kind::Snippet => decisions::snippet(seat),
        Kind::Source => evidence::source(seat),
        Kind::Statement => evidence::statement(seat),
        Kind::Table => comparison::table(seat),
        Kind::Term => evidence::term(seat),
        Kind::UseCase => decisions::use_case(seat),
    }
}

impl Seat<'_> {
    fn id(self) -> String {
        self.names.id(self.kind, self.index)
    }

    fn title(self) -> String {
        self.names.title(self.kind, self.index)
    }

    /// The words of this record.
    fn words(self) -> Words {
        Words::of(&self.id())
    }

    /// A day of review, never after the day on which tests run.
    fn day(self) -> String {
        format!("2026-11-{:02}", 1 + self.index % 23)
    }

    /// The ids of two sources.
    fn sources(self) -> Vec<String> {
        // Kinds begin at different places, so that small ones do not all cite the same sources.
        self.names
            .some(Kind::Source, self.index + 7 * self.kind as usize, 2)
    }

    /// Prose as authors write it: sentences with a fact, a citation, a term and a link.
    fn prose(self, words: &mut Words, sentences: usize) -> String {
        let at = self.index + words.below(97);
        let fact = self.names.some(Kind::Fact, at, 1).concat();
        let source = self.names.some(Kind::Source, at, 1).concat();
        let term = self.names.link(Kind::Term, at);
        let dimension = self.names.link(Kind::Dimension, at);
        format!(
            "{} at {{{{ fact.{fact} }}}}.[^{source}]\n{}\nSee [what it is called]({term}) and [what it \
             answers]({dimension}); `retry = 3` is a *common* setting.",
            words.clause(),
            words.sentences(sentences),
        )
    }
}
