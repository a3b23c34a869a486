//! What a decision came to.

use decide::Word;

use super::Decided;
use crate::decision::Part;
use crate::{Element, VerdictBand};

/// The words on which a verdict has a place, surest first.
const SCALE: [Word; 4] = [Word::Clear, Word::Leaning, Word::Depends, Word::TooClose];

/// The verdict of a use case with components.
pub(crate) fn of_whole(decided: &Decided<'_>) -> Element {
    let outcome = &decided.verdict.outcome;
    band(outcome.word(), outcome.best(), None, decided)
}

/// The verdict of one decision.
pub(crate) fn of_part(part: &Part<'_>, decided: &Decided<'_>) -> Element {
    let best = part.decision.best.as_deref();
    band(part.decision.word, best, part.component, decided)
}

fn band(word: Word, best: Option<&str>, component: Option<&str>, decided: &Decided<'_>) -> Element {
    let lines = decided.lines("verdict", component).iter();
    Element::Verdict(VerdictBand {
        word: word.id(),
        text: decided.word(word),
        scale: SCALE.map(|it| (it.id(), decided.word(it))).to_vec(),
        best: best.map(|it| decided.names.option(it).to_owned()),
        lines: lines.map(|it| it.runs.clone()).collect(),
    })
}
