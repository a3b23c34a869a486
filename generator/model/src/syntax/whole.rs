//! Two slips after which nothing in a file is what it seems: a merge that was not finished, and a text that never ends.

use source::{Diagnostic, FileId, Span};
use toml::de::Error;

use crate::rules::SYNTAX;

/// The signs before and after a conflict, as git writes them. Those between its parts may also be a line below a heading.
const MARKS: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// What stands before and after a text of several lines.
const QUOTES: [&str; 2] = ["\"\"\"", "'''"];

/// The one finding of such a file.
pub(super) fn finding(file: FileId, text: &str, errors: &[Error]) -> Option<Diagnostic> {
    let conflict = conflict(file, text, !errors.is_empty());
    conflict.or_else(|| (!errors.is_empty()).then(|| unclosed(file, text))?)
}

/// A conflict has both marks; if the parser stumbles, one that was left behind is enough.
fn conflict(file: FileId, text: &str, stumbled: bool) -> Option<Diagnostic> {
    let [ours, theirs] = MARKS.map(|mark| marked(text, mark));
    let (first, last) = match (ours, theirs) {
        (Some(ours), Some(theirs)) => (ours, Some(theirs)),
        (Some(first), None) | (None, Some(first)) if stumbled => (first, None),
        _ => return None,
    };
    let span = |at: usize| Span::new(file, at..at + MARKS[0].len());
    let found = Diagnostic::error(SYNTAX, span(first), "a merge conflict is not resolved");
    let found = match last {
        Some(last) => found.also(span(last), "up to here"),
        None => found,
    };
    Some(found.help("keep what is right of both sides, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`"))
}

/// Where a line begins with `mark` and nothing that would make it longer.
fn marked(text: &str, mark: &str) -> Option<usize> {
    // Most texts hold no such sign, and looking for one sign is quicker than looking for seven.
    if !text.contains(mark.chars().next()?) {
        return None;
    }
    let mut places = text.match_indices(mark).map(|(at, _)| at);
    places.find(|at| {
        let begins = *at == 0 || text[..*at].ends_with('\n');
        let after = text[at + mark.len()..].chars().next();
        begins && after.is_none_or(|it| matches!(it, ' ' | '\n' | '\r'))
    })
}

/// An odd number of marks: one text has no end, and what follows it was read the wrong way round.
fn unclosed(file: FileId, text: &str) -> Option<Diagnostic> {
    let quote = QUOTES
        .into_iter()
        .find(|it| text.matches(it).count() % 2 == 1)?;
    let places: Vec<usize> = text.match_indices(quote).map(|(at, _)| at).collect();
    // The text with fields in it is the one that goes on too long.
    let mut pairs = places.chunks(2);
    let at = pairs.find_map(|pair| match *pair {
        [open, close] => holds_fields(&text[open..close]).then_some(open),
        [open] => Some(open),
        _ => None,
    })?;
    let span = Span::new(file, at..at + quote.len());
    let found = Diagnostic::error(
        SYNTAX,
        span,
        format!("the text after this `{quote}` has no end"),
    );
    Some(found.help(format!("write `{quote}` where the text ends")))
}

/// Whether a line looks like a field or the header of a table.
fn holds_fields(text: &str) -> bool {
    text.lines().skip(1).any(|line| {
        let key =
            |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
        line.split_once(" = ").is_some_and(|(name, _)| key(name))
            || line.starts_with('[') && line.trim_end().ends_with(']')
    })
}
