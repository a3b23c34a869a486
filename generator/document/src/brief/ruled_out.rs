//! Who is ruled out, and by what; what could not be checked.

use super::Decided;
use super::lines::bullets;
use crate::Element;
use crate::Notes;
use crate::decision::Part;

/// At most so many lines of a use case, and of a component.
const MOST: usize = 8;
const MOST_OF_A_PART: usize = 4;

/// The lines of the book, each with the sources of its limit.
pub(super) fn of(part: &Part<'_>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let lines = decided.lines("ruled-out", part.component);
    let most = match part.component {
        None => MOST,
        Some(_) => MOST_OF_A_PART,
    };
    let mut shown = Vec::new();
    for line in lines.iter().take(most) {
        let mut runs = line.runs.clone();
        let limit = line.about.as_deref();
        if let Some(record) = limit.and_then(|it| decided.model.limits.get(it)) {
            notes.reviewed(record.reviewed);
            runs = notes.with_cites(runs, &record.title.runs, &record.sources);
        }
        shown.push(runs);
    }
    bullets(shown, decided.more(lines.len().saturating_sub(most)))
}
