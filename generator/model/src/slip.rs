//! Slips of the keyboard: which of them have one certain mend, and where it has to be made.

use source::{Diagnostic, Span};

use crate::nearest::nearest;

/// The fewest letters of an id with one letter more, less or other: `eks` for `ecs` may be another thing, not a slip.
pub(crate) const SHORTEST_ID: usize = 5;

/// The fewest letters of a word or a field, of which there are few, and of everything with two letters in the wrong order.
pub(crate) const SHORTEST_WORD: usize = 3;

/// The one of `known` that `word` must have been meant to be: one letter more, less or other, or two in the wrong order.
///
/// Nothing if `word` is shorter than `shortest` (or [`SHORTEST_WORD`] for the wrong order), if several are as near, or if
/// digits differ: `m6-large` is no slip for `m5-large`.
pub(crate) fn meant<'k>(
    word: &str,
    known: impl Iterator<Item = &'k str>,
    shortest: usize,
) -> Option<&'k str> {
    let length = word.chars().count();
    let mut near = known.filter(|it| strsim::osa_distance(word, it) <= 1);
    let first = near.next()?;
    let alone = near.all(|it| it == first);
    let shortest = if letters(word) == letters(first) {
        SHORTEST_WORD
    } else {
        shortest
    };
    let same_digits = digits(word).eq(digits(first));
    (alone && same_digits && length >= shortest).then_some(first)
}

/// Adds what `word` was meant to be: as a question in the label, and as a fix where that is certain.
pub(crate) fn suggest<'k>(
    found: Diagnostic,
    word: &str,
    known: impl Iterator<Item = &'k str> + Clone,
    shortest: usize,
    place: impl FnOnce(&str) -> Option<Span>,
) -> (Diagnostic, Option<&'k str>) {
    let Some(near) = nearest(word, known.clone()) else {
        return (found, None);
    };
    let found = found.label(format!("did you mean `{near}`?"));
    // Most suggestions are further away, so that the rest need not be looked at again.
    let certain =
        strsim::osa_distance(word, near) <= 1 && meant(word, known, shortest) == Some(near);
    let found = match place(near).filter(|_| certain) {
        Some(place) => found.fix(place, near),
        None => found,
    };
    (found, Some(near))
}

/// Where `id` stands within `span` of `text`, if it stands there once.
pub(crate) fn place(text: &str, span: Span, id: &str) -> Option<Span> {
    let raw = text.get(span.range())?;
    let mut places = occurrences(raw, id);
    let at = places.next()?;
    places.next().is_none().then(|| span.part(at, id.len()))
}

/// Whether a reference at `place` can be changed to `near` there and nowhere else. A key can if it stands in one line only,
/// and no other key is called `near`: two tables would become one.
pub(crate) fn stands_alone(text: &str, place: Span, near: &str) -> bool {
    let Some(id) = text.get(place.range()) else {
        return false;
    };
    let keys = |word: &str| {
        let places = occurrences(text, word);
        places.filter(|at| is_key(text, *at, word.len())).count()
    };
    !is_key(text, place.range().start, id.len()) || keys(id) == 1 && keys(near) == 0
}

/// Whether the key at `span` has its value behind it, so that it stands in no header of a table.
pub(crate) fn has_value(text: &str, span: Span) -> bool {
    let after = text.get(span.range().end..).unwrap_or_default();
    after.trim_start_matches([' ', '\t']).starts_with('=')
}

/// Whether what stands at `at` may be a key: a value follows, or the line opens like a header. A text may look so, too.
fn is_key(text: &str, at: usize, length: usize) -> bool {
    let after = text[at + length..].trim_start_matches(['"', '\'', ' ', '\t']);
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    after.starts_with('=')
        || text[line..]
            .trim_start_matches([' ', '\t'])
            .starts_with('[')
}

/// Where `id` stands in `text` as a whole word.
fn occurrences<'t>(text: &'t str, id: &'t str) -> impl Iterator<Item = usize> + 't {
    let inner = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    let places = text.match_indices(id).map(|(at, _)| at);
    places.filter(move |at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + id.len()..].chars().next();
        !id.is_empty() && !before.is_some_and(inner) && !after.is_some_and(inner)
    })
}

/// The letters of a word in order: those of two words are equal if nothing but their places differs.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<_> = word.chars().collect();
    letters.sort_unstable();
    letters
}

fn digits(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use source::Sources;

    use super::*;

    #[test]
    fn one_slip_is_certain_and_everything_else_is_not() {
        let known = ["handbook", "hammer", "hummer", "ec2-m5-large", "eks"];
        let meant = |word| meant(word, known.into_iter(), SHORTEST_ID);
        for slip in ["handbok", "handboook", "hanbdook", "handbuok", "andbook"] {
            assert_eq!(meant(slip), Some("handbook"), "{slip}");
        }
        assert_eq!(meant("esk"), Some("eks"));
        // Two slips, two candidates, another number, too short, something else.
        for other in ["hndbok", "hommer", "ec2-m6-large", "ecs", "saw"] {
            assert_eq!(meant(other), None, "{other}");
        }
    }

    #[test]
    fn a_reference_is_mended_where_it_stands_once() {
        let mut sources = Sources::default();
        let text = "a = \"[x](fact:drll) and drll-x\"\n[needs.sped]\nb = \"sped\"\n[needs.speed]\n[cells.hamer]\n";
        let file = sources.add("a", text);
        let whole = Span::new(file, 4..31);
        let found = place(text, whole, "drll").unwrap();
        assert_eq!(sources.text(found), "drll");
        assert!(stands_alone(text, found, "drill"));
        assert_eq!(place(text, whole, "x-x"), None);
        let key = |word: &str| {
            let at = text.find(word).unwrap();
            Span::new(file, at..at + word.len())
        };
        assert!(!stands_alone(text, key("sped"), "speed"));
        assert!(stands_alone(text, key("hamer"), "hammer"));
    }
}
