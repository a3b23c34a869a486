//! Sentences with slots: the one form in which the words about a verdict are written, and how they are filled.
//!
//! The form is described at the head of `templates/site/sentences.toml`; `tests/sentences.toml` holds cases that every
//! program that fills sentences must pass.

mod numbers;
mod parse;
mod set;

use std::collections::BTreeMap;

use crate::Run;

pub use numbers::Numbers;
pub use parse::SentenceError;
pub use set::{BAD_TEMPLATE, Sentences};

/// A sentence that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot(String),
    Optional(Vec<Piece>),
    Strong(Vec<Piece>),
    Each {
        list: String,
        separator: String,
        body: Vec<Piece>,
    },
}

/// What a slot holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A text, never markup.
    Text(String),
    /// Items, each with slots of its own.
    List(Vec<Slots>),
}

/// The slots of a sentence, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots(BTreeMap<String, Slot>);

impl Slots {
    /// No slots.
    pub fn new() -> Self {
        Self::default()
    }

    /// These slots and one that holds a text.
    #[must_use]
    pub fn text(mut self, name: &str, text: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), Slot::Text(text.into()));
        self
    }

    /// The same, if there is a text.
    #[must_use]
    pub fn maybe(self, name: &str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// These slots and one that holds a list.
    #[must_use]
    pub fn list(mut self, name: &str, items: Vec<Slots>) -> Self {
        self.0.insert(name.to_owned(), Slot::List(items));
        self
    }
}

impl Sentence {
    /// The names of its slots and lists, those of items too, each once.
    pub fn slots(&self) -> Vec<&str> {
        let mut names = Vec::new();
        collect(&self.pieces, &mut names);
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The sentence with `slots` in it: texts, and strong texts in which there are only texts.
    pub fn fill(&self, slots: &Slots) -> Vec<Run> {
        let mut out = Vec::new();
        fill(&self.pieces, &[slots], &mut out);
        out
    }
}

fn collect<'p>(pieces: &'p [Piece], names: &mut Vec<&'p str>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Slot(name) => names.push(name),
            Piece::Optional(inner) | Piece::Strong(inner) => collect(inner, names),
            Piece::Each { list, body, .. } => {
                names.push(list);
                collect(body, names);
            }
        }
    }
}

/// Adds the pieces to `out`; whether everything they ask for is there. The innermost slots come last in `scopes`.
fn fill(pieces: &[Piece], scopes: &[&Slots], out: &mut Vec<Run>) -> bool {
    let mut whole = true;
    for piece in pieces {
        match piece {
            Piece::Text(text) => add_text(out, text),
            Piece::Slot(name) => match find(name, scopes) {
                Some(Slot::Text(text)) => add_text(out, text),
                _ => whole = false,
            },
            Piece::Optional(inner) => {
                let mut part = Vec::new();
                if fill(inner, scopes, &mut part) {
                    add(out, part);
                }
            }
            Piece::Strong(inner) => {
                let mut part = Vec::new();
                whole &= fill(inner, scopes, &mut part);
                if !part.is_empty() {
                    out.push(Run::Strong(part));
                }
            }
            Piece::Each {
                list,
                separator,
                body,
            } => whole &= fill_each(list, separator, body, scopes, out),
        }
    }
    whole
}

fn fill_each(
    list: &str,
    separator: &str,
    body: &[Piece],
    scopes: &[&Slots],
    out: &mut Vec<Run>,
) -> bool {
    let Some(Slot::List(items)) = find(list, scopes) else {
        return false;
    };
    let mut whole = !items.is_empty();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            add_text(out, separator);
        }
        let mut inner = scopes.to_vec();
        inner.push(item);
        whole &= fill(body, &inner, out);
    }
    whole
}

fn find<'s>(name: &str, scopes: &[&'s Slots]) -> Option<&'s Slot> {
    scopes.iter().rev().find_map(|it| it.0.get(name))
}

fn add(out: &mut Vec<Run>, part: Vec<Run>) {
    for run in part {
        match run {
            Run::Text(text) => add_text(out, &text),
            run => out.push(run),
        }
    }
}

/// Neighbors become one text, so that equal sentences are equal runs.
fn add_text(out: &mut Vec<Run>, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Run::Text(last)) => last.push_str(text),
        _ => out.push(Run::Text(text.to_owned())),
    }
}
