//! The lock: every verdict as somebody last accepted it, so that an edit which changes one is noticed.
//!
//! It stands in `data/verdicts.lock` and is written by `tradeoff accept` alone. Words, best options, what they depend on
//! and who is ruled out are compared; figures are kept so that a change can be explained, and may drift.

mod compare;
mod difference;
mod inputs;
mod read;
mod write;

use std::collections::BTreeMap;

use decide::{Decision, Outcome};
use model::Date;
use source::Span;

use crate::Verdict;

pub use compare::{Change, How};
pub use difference::{Difference, Moved};
pub use inputs::inputs;
pub use write::Unwritable;

/// Where the lock stands in a project.
pub const PATH: &str = "data/verdicts.lock";

/// The accepted verdicts, by use case.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    entries: BTreeMap<String, Entry>,
    /// The names of the entries in their headers.
    spans: BTreeMap<String, Span>,
}

/// The accepted verdict of a use case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The verdict of the whole.
    pub verdict: Recorded,
    /// The verdicts of its components, if it has some.
    pub parts: BTreeMap<String, Recorded>,
    /// The fingerprint of the problem that was decided.
    pub inputs: String,
    /// The day on which somebody accepted it.
    pub accepted: Date,
    /// Why.
    pub because: String,
}

/// A verdict and the figures behind it, as they were when it was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// How sure it is.
    pub word: String,
    /// On what it depends, as `kind/id`; of a whole with components, the component.
    pub depends: Option<String>,
    /// The best option.
    pub best: Option<String>,
    /// The next.
    pub runner_up: Option<String>,
    /// How often each option came first.
    pub first: BTreeMap<String, u32>,
    /// How often in the stress run.
    pub stress: BTreeMap<String, u32>,
    /// Who was ruled out by what, as `option:limit`, sorted.
    pub ruled_out: Vec<String>,
    /// How many draws a run had; 0 for a whole with components.
    pub draws: u32,
    /// What mattered, by dimension.
    pub values: BTreeMap<String, Row>,
}

/// A need: what it weighed, and what each option was worth on it, in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its weight.
    pub weight: i64,
    /// The value of each option.
    pub options: BTreeMap<String, i64>,
}

impl Lock {
    /// The accepted verdict of the use case `id`.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// All entries, in the order of their use cases.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(id, it)| (id.as_str(), it))
    }

    /// Where the entry of `id` begins: its name in the header.
    pub fn span(&self, id: &str) -> Option<Span> {
        self.spans.get(id).copied()
    }
}

impl Entry {
    /// `verdict`, accepted on a day for a reason.
    pub fn of(verdict: &Verdict, accepted: Date, because: &str) -> Self {
        let parts = match &verdict.outcome {
            Outcome::Whole(_) => BTreeMap::new(),
            Outcome::Parts(parts) => parts
                .components
                .iter()
                .map(|(id, it)| (id.clone(), Recorded::of_decision(it)))
                .collect(),
        };
        Self {
            verdict: Recorded::of(&verdict.outcome),
            parts,
            inputs: inputs(&verdict.problem),
            accepted,
            because: because.to_owned(),
        }
    }
}

impl Recorded {
    /// What is kept of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Whole(decision) => Self::of_decision(decision),
            Outcome::Parts(parts) => Self {
                word: parts.word.id().into(),
                depends: parts.depends.clone(),
                best: parts.best.clone(),
                ..Self::default()
            },
        }
    }

    /// What is kept of a decision.
    pub fn of_decision(decision: &Decision) -> Self {
        let row = |(need, weight): (&String, &f64)| {
            let values = decision.values.iter();
            let options = values.filter_map(|(option, values)| {
                Some((option.clone(), thousandths(*values.get(need)?)))
            });
            let options = options.collect();
            let weight = thousandths(*weight);
            (need.clone(), Row { weight, options })
        };
        let ruled_out = decision.ruled_out.iter();
        let ruled_out = ruled_out.flat_map(|it| {
            let limits = it.limits.iter();
            limits.map(|limit| format!("{}:{limit}", it.option))
        });
        let mut ruled_out: Vec<_> = ruled_out.collect();
        ruled_out.sort();
        let depends = decision.depends.as_ref();
        Self {
            word: decision.word.id().into(),
            depends: depends.map(|it| format!("{}/{}", it.kind.id(), it.id)),
            best: decision.best.clone(),
            runner_up: decision.runner_up.clone(),
            first: decision.first.clone(),
            stress: decision.stress.first.clone(),
            ruled_out,
            draws: decision.draws,
            values: decision.weights.iter().map(row).collect(),
        }
    }

    /// The verdict in a few words, with literals in backticks: "`leaning` for `containers`".
    pub fn phrase(&self) -> String {
        let word = &self.word;
        let best = self.best.as_ref();
        match (&self.depends, best) {
            (Some(on), Some(best)) => format!("`{word}` on `{on}`, with `{best}` in front"),
            (Some(on), None) => format!("`{word}` on `{on}`"),
            (None, Some(best)) => format!("`{word}` for `{best}`"),
            (None, None) => format!("`{word}`"),
        }
    }

    /// Whether it says the same as `other`; figures may differ.
    pub fn agrees(&self, other: &Self) -> bool {
        let said = |it: &Self| {
            let Self {
                word,
                best,
                depends,
                ruled_out,
                ..
            } = it.clone();
            (word, best, depends, ruled_out)
        };
        said(self) == said(other)
    }
}

/// Whole thousandths of a share.
fn thousandths(share: f64) -> i64 {
    (1000.0 * share + 0.5).floor() as i64
}
