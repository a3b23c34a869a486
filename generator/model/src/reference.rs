//! References: one record naming another. All are collected while decoding and resolved in one loop afterwards.

use std::marker::PhantomData;

use source::{Diagnostic, Span};

use crate::decode::{Decode, Decoder, Item};
use crate::rules::BAD_LINK;
use crate::{Id, Kind, Shape, slip};

/// A space of names that a reference can point into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Space {
    /// The records of a kind.
    Record(Kind),
    /// The families of options in the manifest.
    Family,
    /// The groups of dimensions in the manifest.
    Group,
    /// The escapes of limits, `limit/escape`.
    Escape,
    /// What a formula can name: quantities, facts and costs together.
    Name,
    /// What can be meant by the verdict that an editor expects: an option or a family.
    Answer,
}

impl Space {
    /// The word before the colon of a link, for spaces that links can name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.link(),
            Self::Family => "family",
            Self::Group => "group",
            Self::Escape => "escape",
            Self::Name => "name",
            Self::Answer => "answer",
        }
    }

    /// What a member is called, with its article.
    pub fn noun(self) -> String {
        match self {
            Self::Record(kind) => kind.noun().into(),
            Self::Family => "a family".into(),
            Self::Group => "a group".into(),
            Self::Escape => "an escape of a limit".into(),
            Self::Name => "a quantity, fact or cost".into(),
            Self::Answer => "an option or a family".into(),
        }
    }
}

/// Who refers: a record, or the manifest.
pub type Owner = Option<(Kind, Id)>;

/// One record naming something.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The record that refers; nothing for the manifest.
    pub from: Owner,
    /// The space that the id belongs to.
    pub space: Space,
    /// What is named.
    pub id: Id,
    /// Where it is named.
    pub span: Span,
}

/// A type that is one kind of record.
pub trait Kinded {
    /// The kind.
    const KIND: Kind;
}

/// The id of a record of type `T`.
#[derive(Debug, PartialEq)]
pub struct Ref<T> {
    /// The id.
    pub id: Id,
    /// Where it stands.
    pub span: Span,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        let (id, span, of) = (self.id.clone(), self.span, PhantomData);
        Self { id, span, of }
    }
}

impl<T: Kinded> Ref<T> {
    /// Notes the reference, so that it is resolved.
    pub(crate) fn new(id: &str, span: Span, cx: &mut Decoder<'_>) -> Self {
        let id = Id::new(id);
        cx.refer(Space::Record(T::KIND), &id, span);
        let of = PhantomData;
        Self { id, span, of }
    }
}

impl<T: Kinded> Decode for Ref<T> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let span = cx.span(item.span());
        match item.get_ref().as_str() {
            Some(id) => Some(Self::new(id, span, cx)),
            None => cx.wrong_type(item, &format!("the id of {}", T::KIND.noun())),
        }
    }

    fn shape() -> Shape {
        Shape::Id(Space::Record(T::KIND))
    }
}

/// The spaces that a field's links may name.
pub trait Spaces {
    /// The spaces, in the order in which they are listed to authors.
    const SPACES: &'static [Space];
}

/// A reference that says its kind: `kind:id`.
#[derive(Debug, PartialEq)]
pub struct Link<S> {
    /// The space before the colon.
    pub space: Space,
    /// The id after it.
    pub id: Id,
    /// Where it stands.
    pub span: Span,
    among: PhantomData<fn() -> S>,
}

impl<S> Clone for Link<S> {
    fn clone(&self) -> Self {
        let (space, id, span, among) = (self.space, self.id.clone(), self.span, PhantomData);
        Self {
            space,
            id,
            span,
            among,
        }
    }
}

impl<S: Spaces> Decode for Link<S> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(text) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "a link such as `option:containers`");
        };
        let span = cx.span(item.span());
        let (space, id) = link(text, S::SPACES, span, cx)?;
        let among = PhantomData;
        Some(Self {
            space,
            id,
            span,
            among,
        })
    }

    fn shape() -> Shape {
        Shape::Link(S::SPACES)
    }
}

/// Reads `kind:id`, notes the reference, and reports a text that is no such link.
pub(crate) fn link(
    text: &str,
    spaces: &[Space],
    span: Span,
    cx: &mut Decoder<'_>,
) -> Option<(Space, Id)> {
    let split = text.split_once(':');
    let space = split.and_then(|(word, _)| spaces.iter().find(|space| space.word() == word));
    let Some((space, (_, id))) = space.copied().zip(split) else {
        let words: Vec<_> = spaces
            .iter()
            .map(|space| format!("`{}:`", space.word()))
            .collect();
        let found = Diagnostic::error(
            BAD_LINK,
            span,
            format!("`{text}` does not say what it links to"),
        );
        let known = spaces.iter().map(|space| space.word());
        let found = match split {
            Some((word, _)) => {
                let place = |_: &str| slip::place(cx.text, span, word);
                slip::suggest(found, word, known, slip::SHORTEST_WORD, place).0
            }
            None => found,
        };
        cx.report(found.help(format!("write one of {} and the id", words.join(", "))));
        return None;
    };
    let id = Id::new(id);
    cx.refer(space, &id, span);
    Some((space, id))
}

impl Decoder<'_> {
    /// Notes that this file names `id`.
    pub(crate) fn refer(&mut self, space: Space, id: &Id, span: Span) {
        self.references.push(Reference {
            from: self.owner.clone(),
            space,
            id: id.clone(),
            span,
        });
    }
}
