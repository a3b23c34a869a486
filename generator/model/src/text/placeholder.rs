//! What stands in text beside Markdown: `{{ fact.id }}` and `[^source]`.

use std::ops::Range;

use source::Diagnostic;

use super::Run;
use crate::decode::Decoder;
use crate::rules::BAD_PLACEHOLDER;
use crate::{Ref, Target};

/// Splits plain text into runs. `place` gives the span of a byte range of `text`.
pub(super) fn runs(
    text: &str,
    place: &dyn Fn(Range<usize>) -> source::Span,
    cites: bool,
    cx: &mut Decoder<'_>,
) -> Option<Vec<Run>> {
    let mut runs = Vec::new();
    let mut at = 0;
    let mut sound = true;
    while let Some(found) = next(text, at) {
        let inner = text[found.inner.clone()].trim();
        let span = place(found.outer.clone());
        push_text(&mut runs, &text[at..found.outer.start]);
        at = found.outer.end;
        match found.mark {
            Mark::Citation if cites => {
                // The citation belongs to the word before it.
                trim_end(&mut runs);
                runs.push(Run::Cite(Ref::new(inner, span, cx)));
            }
            Mark::Citation => {
                let found =
                    Diagnostic::error(BAD_PLACEHOLDER, span, "a title cannot cite a source");
                cx.report(found.help("name the source in `sources`, or cite it in the prose"));
                sound = false;
            }
            Mark::Placeholder => match inner.strip_prefix("fact.") {
                Some(id) => runs.push(Run::Fact(Ref::new(id, span, cx))),
                None => {
                    let title = format!("`{{{{ {inner} }}}}` is not a fact");
                    let found = Diagnostic::error(BAD_PLACEHOLDER, span, title);
                    cx.report(found.help("double braces print a fact: `{{ fact.<id> }}`"));
                    sound = false;
                }
            },
        }
    }
    push_text(&mut runs, &text[at..]);
    sound.then_some(runs)
}

/// Whether `text` holds double braces, which have no place in code and addresses.
pub(super) fn has_braces(text: &str) -> bool {
    text.contains("{{")
}

/// Where a link text such as `option:containers` leads, if its first part names a kind of record.
pub(super) fn record_target(
    address: &str,
    span: source::Span,
    cx: &mut Decoder<'_>,
) -> Option<Target> {
    let (word, id) = address.split_once(':')?;
    let kind = crate::Kind::ALL
        .iter()
        .copied()
        .find(|kind| kind.link() == word)?;
    let id = crate::Id::new(id);
    cx.refer(crate::Space::Record(kind), &id, span);
    Some(Target::Record(kind, id))
}

enum Mark {
    Placeholder,
    Citation,
}

struct Found {
    mark: Mark,
    outer: Range<usize>,
    inner: Range<usize>,
}

fn next(text: &str, from: usize) -> Option<Found> {
    let find = |open: &str, close: &str, mark: Mark| {
        let start = from + text[from..].find(open)?;
        let inner = start + open.len();
        // An opening without its end runs to the end of the text, and is refused there.
        let end = text[inner..]
            .find(close)
            .map_or(text.len(), |at| inner + at);
        let outer = start..(end + close.len()).min(text.len());
        let inner = inner..end;
        Some(Found { mark, outer, inner })
    };
    let placeholder = find("{{", "}}", Mark::Placeholder);
    let citation = find("[^", "]", Mark::Citation);
    match (placeholder, citation) {
        (Some(a), Some(b)) if b.outer.start < a.outer.start => Some(b),
        (Some(a), _) => Some(a),
        (None, b) => b,
    }
}

fn push_text(runs: &mut Vec<Run>, text: &str) {
    if !text.is_empty() {
        runs.push(Run::Text(text.to_owned()));
    }
}

fn trim_end(runs: &mut Vec<Run>) {
    if let Some(Run::Text(text)) = runs.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            runs.pop();
        }
    }
}
