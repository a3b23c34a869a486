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
    let mut marks = Marks::of(text);
    while let Some(found) = marks.next(at) {
        let inner = text[found.inner.clone()].trim();
        let span = place(found.outer.clone());
        push_text(&mut runs, &text[at..found.outer.start]);
        at = found.outer.end;
        match found.mark {
            _ if !found.closed => {
                cx.report(unclosed(&found.mark, inner, span));
                sound = false;
            }
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

/// The finding of a placeholder or citation without its end; `inner` is its first word.
fn unclosed(mark: &Mark, inner: &str, span: source::Span) -> Diagnostic {
    let (open, close) = mark.signs();
    let title = format!("`{open}` is not closed by `{close}`");
    let found = Diagnostic::error(BAD_PLACEHOLDER, span, title);
    match mark {
        Mark::Placeholder => {
            let id = inner.strip_prefix("fact.").unwrap_or("<id>");
            found.help(format!("write `{{{{ fact.{id} }}}}`"))
        }
        Mark::Citation => found.help(format!(
            "write `[^{}]`, or a `\\` before a `[` that is meant as it is",
            if inner.is_empty() { "<source>" } else { inner }
        )),
    }
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

impl Mark {
    /// What stands before and after it.
    fn signs(&self) -> (&'static str, &'static str) {
        match self {
            Self::Placeholder => ("{{", "}}"),
            Self::Citation => ("[^", "]"),
        }
    }
}

struct Found {
    mark: Mark,
    outer: Range<usize>,
    inner: Range<usize>,
    /// Whether its end is there.
    closed: bool,
}

/// Finds marks in order. Each kind is looked for once up to where it stands: a long text may hold only one of them.
struct Marks<'t> {
    text: &'t str,
    placeholder: Option<usize>,
    citation: Option<usize>,
}

impl<'t> Marks<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            placeholder: text.find(Mark::Placeholder.signs().0),
            citation: text.find(Mark::Citation.signs().0),
        }
    }

    /// The first mark that begins at `from` or later; `from` never falls.
    fn next(&mut self, from: usize) -> Option<Found> {
        let again = |place: Option<usize>, mark: &Mark| match place {
            Some(at) if at < from => Some(from + self.text[from..].find(mark.signs().0)?),
            place => place,
        };
        self.placeholder = again(self.placeholder, &Mark::Placeholder);
        self.citation = again(self.citation, &Mark::Citation);
        match (self.placeholder, self.citation) {
            (Some(a), Some(b)) if b < a => Some(found(self.text, Mark::Citation, b)),
            (Some(a), _) => Some(found(self.text, Mark::Placeholder, a)),
            (None, b) => b.map(|it| found(self.text, Mark::Citation, it)),
        }
    }
}

/// The mark that begins at `start`, up to its end, or up to the end of its first word.
fn found(text: &str, mark: Mark, start: usize) -> Found {
    let (open, close) = mark.signs();
    let inner = start + open.len();
    let rest = &text[inner..];
    // Another sign before the end belongs to something else, and what follows is prose.
    let length = rest.find(['{', '}', '[', ']']).unwrap_or(rest.len());
    let closed = rest[length..].starts_with(close);
    let length = if closed {
        length
    } else {
        let words = rest[..length].trim_start();
        let word = words.find(char::is_whitespace).unwrap_or(words.len());
        if word == 0 {
            0
        } else {
            length - words.len() + word
        }
    };
    let end = inner + length;
    let outer = start..if closed { end + close.len() } else { end };
    let inner = inner..end;
    Found {
        mark,
        outer,
        inner,
        closed,
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
