//! The smallest changes that turn a decision: of what is known, of weights, and of the workload.

use super::Decided;
use super::lines::bullets;
use crate::Element;
use crate::decision::{Line, Part};

/// At most so many of a use case, and of a component: scores, weights, quantities.
const MOST: [usize; 3] = [2, 1, 3];
const MOST_OF_A_PART: [usize; 3] = [1, 1, 2];

/// The lines of the book, the first of each sort, with a count of what is left out.
pub(crate) fn of(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Element> {
    let lines = |id: &str| decided.lines(id, part.component);
    let is_score = |it: &&Line| it.about.is_some() && it.sentence != "change.weight";
    let is_weight = |it: &&Line| it.sentence == "change.weight";
    let is_rest = |it: &&Line| !is_score(it) && !is_weight(it);
    let [scores, weights, quantities] = match part.component {
        None => MOST,
        Some(_) => MOST_OF_A_PART,
    };
    let change = || lines("change").iter();
    let all = change().count() + lines("quantities").len();
    let kept = change().filter(is_score).take(scores);
    let kept = kept.chain(change().filter(is_weight).take(weights));
    let kept = kept.chain(change().filter(is_rest));
    let kept = kept.chain(lines("quantities").iter().take(quantities));
    let kept: Vec<_> = kept.map(|it| it.runs.clone()).collect();
    let more = decided.more(all - kept.len());
    bullets(kept, more)
}
