//! A verdict in words: the sections of a decision page, each a list of lines, made of names and of the engine's result alone.
//!
//! [`Names`] holds every word of a record that a line needs, and travels to the page as JSON, so that the page's script can
//! compose the same lines from the same parts. What is recomputed there is composed by [`verdict`], [`ruled_out`], [`why`],
//! [`change`] and [`costs`]; each begins with the rules of its lines. "In order" is the order of [`Names::order`] for
//! options and of ids for everything else. A line is a sentence of `templates/site/sentences.toml` and its slots.
//!
//! A use case with components has a part for each, in the order of their ids, and a verdict of its own before them. The
//! problem of a part is that of the use case with the part's quantities put over its own, and with the part's needs if it
//! has any.

mod change;
mod claims;
mod costs;
mod inputs;
mod names;
mod part;
mod parts;
mod ruled_out;
mod state;
mod sure;
mod verdict;
mod why;

use std::collections::BTreeMap;

use decide::{Decision, Outcome, Problem};

use crate::Run;
use crate::sentence::{Sentences, Slots};

pub use claims::{ClaimIds, claims};
pub use inputs::{AmountRow, inputs};
pub use names::{CostNames, LimitNames, Names, QuantityNames, larger_units};
pub use part::Part;
pub use parts::effective;
pub use state::{Played, played};
pub use sure::{CountRow, counts};
pub use why::{Bar, bars, biggest};

/// A sentence with its slots filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The name of the sentence.
    pub sentence: &'static str,
    /// Its text.
    pub runs: Vec<Run>,
    /// The record that it speaks of, where one does: the id of a limit, a need, a cost or a break-even.
    pub about: Option<String>,
}

/// Lines under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its id, as in `heading.<id>` of the sentences.
    pub id: &'static str,
    /// The component it belongs to; nothing for the use case as a whole.
    pub part: Option<String>,
    /// Its lines; a section without any is left out.
    pub lines: Vec<Line>,
}

impl Line {
    /// The sentence `name` of `sentences` with `slots`.
    pub(crate) fn new(sentences: &Sentences, name: &'static str, slots: &Slots) -> Self {
        Self {
            sentence: name,
            runs: sentences.fill(name, slots),
            about: None,
        }
    }

    pub(crate) fn about(mut self, id: &str) -> Self {
        self.about = Some(id.to_owned());
        self
    }
}

/// Everything that is recomputed when a reader changes something: verdict, who is ruled out, why, what would change it and
/// costs; of each component, if there are any. `touched` says that the problem is no longer that of the book: then a
/// verdict that depends on an amount does not say where it turns.
pub fn recomputed(
    problem: &Problem,
    outcome: &Outcome,
    names: &Names,
    sentences: &Sentences,
    touched: bool,
) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Outcome::Parts(it) = outcome {
        sections.push(Section {
            id: "verdict",
            part: None,
            lines: parts::lines(it, names, sentences),
        });
    }
    Part::each(problem, outcome, names, sentences, |part| {
        sections.extend(of_part(&Part { touched, ..*part }));
    });
    sections.retain(|it| !it.lines.is_empty());
    sections
}

fn of_part(part: &Part<'_>) -> Vec<Section> {
    vec![
        part.section("verdict", verdict::lines(part)),
        part.section("ruled-out", ruled_out::lines(part)),
        part.section("why", why::lines(part)),
        part.section("change", change::lines(part)),
        part.section("costs", costs::lines(part)),
    ]
}

/// What is computed once, for the book's own problem: where the workload changes the winner (`quantities`, which belong to
/// `change`), what other products cost (`products`, which belong to `costs`), how sure it is, and what went in; of each
/// component, if there are any. Then, once, how it is computed (`method`, which belongs to `sure`). Once a reader has changed something, one line stands for all of it.
pub fn fixed(
    problem: &Problem,
    outcome: &Outcome,
    names: &Names,
    sentences: &Sentences,
) -> Vec<Section> {
    let (mut sections, mut method) = (Vec::new(), Vec::new());
    Part::each(problem, outcome, names, sentences, |part| {
        sections.push(part.section("quantities", change::quantities(part)));
        sections.push(part.section("products", costs::products(part)));
        sections.push(part.section("sure", sure::lines(part)));
        sections.push(part.section("inputs", inputs::lines(part)));
        method = sure::method(part);
    });
    sections.push(Section {
        id: "method",
        part: None,
        lines: method,
    });
    sections.retain(|it| !it.lines.is_empty());
    sections
}

/// The line that stands for what is computed for the book's own problem alone.
pub fn touched(sentences: &Sentences) -> Line {
    Line::new(sentences, "sure.touched", &Slots::new())
}

/// Calls `of` with the problem and the decision of the whole, or of each component under its id.
pub(crate) fn each_part<'o>(
    problem: &Problem,
    outcome: &'o Outcome,
    mut of: impl FnMut(Option<&'o str>, &Problem, &'o Decision),
) {
    match outcome {
        Outcome::Whole(decision) => of(None, problem, decision),
        Outcome::Parts(parts) => {
            let decisions: &BTreeMap<String, Decision> = &parts.components;
            for (id, decision) in decisions {
                if let Some(own) = effective(problem, id) {
                    of(Some(id), &own, decision);
                }
            }
        }
    }
}
