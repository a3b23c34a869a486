//! Ids and names of synthetic records, and who refers to whom.

use std::ops::Range;

use model::Kind;

use super::plan::Plan;

/// The ids of the options, in the order of their columns and of the alphabet.
pub(super) const OPTIONS: [&str; super::plan::OPTIONS] = ["alder", "birch", "cedar", "elm", "fir"];

const GROUPS: [&str; 8] = [
    "cost", "speed", "reach", "control", "safety", "care", "making", "people",
];

const ADJECTIVES: [&str; 12] = [
    "brisk", "calm", "dense", "early", "frugal", "gentle", "hollow", "idle", "late", "narrow",
    "plain", "steady",
];

/// Names the records of a plan.
#[derive(Clone, Copy)]
pub(super) struct Names<'p> {
    plan: &'p Plan,
}

impl<'p> Names<'p> {
    /// The names for `plan`.
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self { plan }
    }

    /// How many records of `kind` there are.
    pub(super) fn count(self, kind: Kind) -> usize {
        self.plan.count(kind)
    }

    /// The id of record `index` of `kind`, counted round.
    pub(super) fn id(self, kind: Kind, index: usize) -> String {
        let index = index % self.count(kind);
        match kind {
            Kind::Alternative => OPTIONS[index].to_owned(),
            _ => format!("{}-{}-{index}", adjective(index), nouns(kind)[index % 2]),
        }
    }

    /// The name of a record as readers see it: its id with blanks and a capital.
    pub(super) fn title(self, kind: Kind, index: usize) -> String {
        let mut title = self.id(kind, index).replace('-', " ");
        title[..1].make_ascii_uppercase();
        title
    }

    /// `kind:id`, as links are written.
    pub(super) fn link(self, kind: Kind, index: usize) -> String {
        format!("{}:{}", kind.link(), self.id(kind, index))
    }

    /// The ids of up to `count` different records of `kind`; `index` takes turns through all of them, so that each is named
    /// about as often as any other and no page grows with the whole.
    pub(super) fn some(self, kind: Kind, index: usize, count: usize) -> Vec<String> {
        let places = self.places(kind, index, count);
        places.map(|at| self.id(kind, at)).collect()
    }

    /// The places of those records among all of their kind.
    pub(super) fn places(self, kind: Kind, index: usize, count: usize) -> Range<usize> {
        let count = count.min(self.count(kind));
        let first = index % (self.count(kind) / count) * count;
        first..first + count
    }

    /// The groups of dimensions: as many as there are dimensions for.
    pub(super) fn groups(self) -> &'static [&'static str] {
        &GROUPS[..GROUPS.len().min(self.count(Kind::Dimension))]
    }

    /// The id of a fact of one form, near `index`.
    pub(super) fn fact(self, form: FactForm, index: usize) -> String {
        let rounds = self.count(Kind::Fact) / FactForm::ALL.len();
        self.id(
            Kind::Fact,
            index % rounds * FactForm::ALL.len() + form as usize,
        )
    }
}

/// What a fact holds; facts take turns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FactForm {
    /// Milliseconds, below a second.
    Milliseconds,
    /// Seconds, at least one minute, shown in minutes.
    Seconds,
    /// A price.
    Price,
    /// A range of milliseconds.
    Range,
    /// A word.
    Word,
}

impl FactForm {
    /// Every form, in the order of turns.
    pub(super) const ALL: [Self; 5] = [
        Self::Milliseconds,
        Self::Seconds,
        Self::Price,
        Self::Range,
        Self::Word,
    ];

    /// The form of fact `index`.
    pub(super) fn of(index: usize) -> Self {
        Self::ALL[index % Self::ALL.len()]
    }
}

fn adjective(index: usize) -> &'static str {
    ADJECTIVES[index / 2 % ADJECTIVES.len()]
}

/// Words that no two kinds share: facts, quantities and costs have one space of names.
fn nouns(kind: Kind) -> [&'static str; 2] {
    match kind {
        Kind::Alternative => ["tree", "wood"],
        Kind::Case => ["move", "switch"],
        Kind::Change => ["notice", "update"],
        Kind::Con => ["burden", "drawback"],
        Kind::Contradiction => ["conflict", "mismatch"],
        Kind::Cost => ["bill", "expense"],
        Kind::Deck => ["talk", "slides"],
        Kind::Dimension => ["question", "measure"],
        Kind::Fact => ["figure", "quota"],
        Kind::Limit => ["barrier", "ceiling"],
        Kind::Pro => ["benefit", "strength"],
        Kind::Product => ["engine", "platform"],
        Kind::Quantity => ["load", "rate"],
        Kind::Snippet => ["sample", "handler"],
        Kind::Source => ["manual", "report"],
        Kind::Statement => ["claim", "remark"],
        Kind::Table => ["table", "overview"],
        Kind::Term => ["term", "word"],
        Kind::UseCase => ["job", "task"],
    }
}
