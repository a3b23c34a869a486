//! The verdict of a use case whose components are decided alone.
//!
//! - split: `parts.split` with the components in order, then `parts.platforms` for two different options, or
//!   `parts.more-platforms`.
//! - nothing fits: `parts.nothing-fits` with the components of which that is the word.
//! - one best option: `parts.agreed` with the word of each component.
//! - else `parts.depends`, on the component that the result names; the list has the components in order, each with its
//!   best option, or the word if it has none.

use std::collections::BTreeSet;

use decide::{Decision, Parts, Problem, Word};

use super::{Line, Names};
use crate::sentence::{Numbers, Sentences, Slots};

/// The problem of the component `id`: its quantities put over those of the whole, and its needs if it has any.
pub fn effective(problem: &Problem, id: &str) -> Option<Problem> {
    let component = problem.components.iter().find(|it| it.id == id)?;
    let mut own = problem.clone();
    own.components.clear();
    own.id.clone_from(&component.id);
    let quantities = component.quantities.iter();
    own.quantities
        .extend(quantities.map(|(id, amount)| (id.clone(), *amount)));
    if let Some(needs) = &component.needs {
        own.needs.clone_from(needs);
    }
    Some(own)
}

/// The lines of the verdict.
pub(super) fn lines(parts: &Parts, names: &Names, sentences: &Sentences) -> Vec<Line> {
    let line = |name, slots: &Slots| Line::new(sentences, name, slots);
    let word = |it: Word| sentences.text(&format!("word.{}", it.id()), &Slots::new());
    let part = |(id, it): (&String, &Decision)| {
        let best = it.best.as_deref();
        let option = best.map_or_else(|| word(it.word), |it| names.option(it).to_owned());
        Slots::new()
            .text("component", names.component(id))
            .text("option", option)
            .text("word", word(it.word))
    };
    let all = || parts.components.iter();
    match (parts.word, &parts.best) {
        (Word::Split, _) => {
            let bests: BTreeSet<_> = all().filter_map(|(_, it)| it.best.as_ref()).collect();
            let listed = Slots::new().list("parts", all().map(part).collect());
            let count = Slots::new().text("n", Numbers::new(sentences).count(bests.len()));
            let platforms = match bests.len() {
                0..=2 => "parts.platforms",
                _ => "parts.more-platforms",
            };
            vec![line("parts.split", &listed), line(platforms, &count)]
        }
        (Word::NothingFits, _) => {
            let none = all().filter(|(_, it)| it.word == Word::NothingFits);
            let listed = Slots::new().list("parts", none.map(part).collect());
            vec![line("parts.nothing-fits", &listed)]
        }
        (_, Some(best)) => {
            let slots = Slots::new()
                .text("best", names.option(best))
                .list("parts", all().map(part).collect());
            vec![line("parts.agreed", &slots)]
        }
        (_, None) => {
            let on = parts.depends.as_deref().unwrap_or_default();
            let decision = parts.components.get(on);
            let slots = Slots::new()
                .text("component", names.component(on))
                .maybe("word", decision.map(|it| word(it.word)))
                .list("parts", all().map(part).collect());
            vec![line("parts.depends", &slots)]
        }
    }
}
