//! Who is ruled out, and by what; what could not be checked.

use std::collections::BTreeSet;

use super::Decided;
use super::lines::bullets;
use crate::decision::{Line, Part};
use crate::{Element, Notes, Run};

/// At most so many lines of a use case, and of a component.
const MOST: usize = 4;
const MOST_OF_A_PART: usize = 3;

/// The lines of the book, each with the sources of its limit; of a component, those that are its own.
pub(super) fn of(part: &Part<'_>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let lines = decided.lines("ruled-out", part.component);
    let (most, shared) = match part.component {
        None => (MOST, Vec::new()),
        Some(_) => (MOST_OF_A_PART, same_in_all(decided)),
    };
    let own = lines.iter().filter(|it| !shared.contains(it)).collect();
    shown(own, most, decided, notes)
}

/// The lines that are the same for all components.
pub(super) fn shared(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    shown(same_in_all(decided), MOST, decided, notes)
}

fn same_in_all<'d>(decided: &'d Decided<'_>) -> Vec<&'d Line> {
    let components = decided.record.components.iter();
    let mut each = components.map(|(id, ..)| decided.lines("ruled-out", Some(id)));
    let mut same: Vec<&Line> = each.next().unwrap_or_default().iter().collect();
    for lines in each {
        same.retain(|it| lines.contains(it));
    }
    same
}

fn shown(
    lines: Vec<&Line>,
    most: usize,
    decided: &Decided<'_>,
    notes: &mut Notes<'_>,
) -> Vec<Element> {
    let more = decided.more(lines.len().saturating_sub(most));
    let lines = one_of_each(lines, most, decided);
    let lines = lines.into_iter().map(|it| cited(it, decided, notes));
    bullets(lines.collect(), more)
}

/// At most so many lines: the first of each option before its others, in the order of the book.
fn one_of_each<'l>(lines: Vec<&'l Line>, most: usize, decided: &Decided<'_>) -> Vec<&'l Line> {
    let mut options = BTreeSet::new();
    let mut order: Vec<(bool, usize)> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let limit = line.about.as_deref();
        let limit = limit.and_then(|it| decided.model.limits.get(it));
        let is_first = limit.is_some_and(|it| options.insert(&it.option.id));
        order.push((!is_first, at));
    }
    order.sort_unstable();
    order.truncate(most);
    let kept: BTreeSet<usize> = order.into_iter().map(|(_, at)| at).collect();
    let lines = lines.into_iter().enumerate();
    lines
        .filter(|(at, _)| kept.contains(at))
        .map(|(_, it)| it)
        .collect()
}

/// A line with the sources of the limit that it speaks of.
fn cited(line: &Line, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Run> {
    let runs = line.runs.clone();
    let limit = line.about.as_deref();
    let Some(record) = limit.and_then(|it| decided.model.limits.get(it)) else {
        return runs;
    };
    notes.reviewed(record.reviewed);
    notes.with_cites(runs, &record.title.runs, &record.sources)
}
