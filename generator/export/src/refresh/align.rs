//! Which row or column of a deck is which: by the text it had when it was last written, by its id, by the text in the data.

use std::cmp::Reverse;

use super::lines::Lines;

/// By what a row or column is recognized. Texts are normal.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Its text when it was last written.
    pub(super) key: Option<String>,
    /// Its id in the deck when it was last written.
    pub(super) hint: Option<u32>,
    /// Its text in the data.
    pub(super) name: Option<String>,
    /// Whether it is a row that names a group.
    pub(super) is_heading: bool,
}

impl Marks {
    /// The text with which the deck showed it when it was last written, if it did.
    pub(super) fn shown(&self) -> Option<&String> {
        self.key.as_ref().filter(|it| !it.is_empty())
    }
}

/// What a row or column of a deck shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Its text, normal.
    pub(super) text: String,
    /// Its id.
    pub(super) id: Option<u32>,
    /// Whether it can be a row that names a group.
    pub(super) is_heading: bool,
}

/// How sure a pair is, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    Name,
    Id,
    Key,
    KeyAndId,
}

/// Pairs known rows or columns with those of the deck that are not paired yet, the surest pairs first. Among equals, those
/// come first that have more texts in common, then those further up or to the left.
pub(super) fn align(
    lines: &mut Lines,
    marks: &[Marks],
    seen: &[Seen],
    alike: impl Fn(usize, usize) -> usize,
) {
    let mut pairs = Vec::new();
    for (deck, it) in seen.iter().enumerate() {
        if lines.of_deck[deck].is_some() {
            continue;
        }
        for (known, marks) in marks.iter().enumerate() {
            if lines.known[known].deck.is_some() || (marks.is_heading && !it.is_heading) {
                continue;
            }
            if let Some(evidence) = evidence(marks, it) {
                let same_kind = marks.is_heading == it.is_heading;
                let order = Reverse((evidence, same_kind, alike(known, deck)));
                pairs.push((order, deck, known));
            }
        }
    }
    pairs.sort_unstable();
    for (_, deck, known) in pairs {
        lines.pair(known, deck);
    }
}

fn evidence(marks: &Marks, seen: &Seen) -> Option<Evidence> {
    let says = |text: &Option<String>| !seen.text.is_empty() && text.as_ref() == Some(&seen.text);
    let same_id = seen.id.is_some() && seen.id == marks.hint;
    match (says(&marks.key), same_id) {
        (true, true) => Some(Evidence::KeyAndId),
        (true, false) => Some(Evidence::Key),
        (false, true) => Some(Evidence::Id),
        (false, false) => says(&marks.name).then_some(Evidence::Name),
    }
}
