//! Decks: what a set of slides is made of.

use toml::de::DeValue;

use crate::decode::{Decode, Decoder, Item, record};
use crate::reference::Spaces;
use crate::{Kind, Link, Shape, Space, Title};

record! {
    /// A set of slides.
    pub struct Deck {
        /// Its title.
        required title: Title,
        /// What it holds, in order.
        required parts: Vec<Part>,
    }
}

/// A part of a deck.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The list of the other parts.
    Agenda,
    /// The list of sources.
    Sources,
    /// A table or a use case.
    Record(Link<PartSpaces>),
}

/// What a part can name.
#[derive(Debug, PartialEq)]
pub struct PartSpaces;

impl Spaces for PartSpaces {
    const SPACES: &'static [Space] = &[Space::Record(Kind::Table), Space::Record(Kind::UseCase)];
}

impl Decode for Part {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match item.get_ref() {
            DeValue::String(word) if word == "agenda" => Some(Self::Agenda),
            DeValue::String(word) if word == "sources" => Some(Self::Sources),
            DeValue::String(word) if !word.contains(':') => {
                cx.unknown_word(item, word, &["agenda", "sources", "table:…", "use-case:…"])
            }
            _ => Link::decode(item, cx).map(Self::Record),
        }
    }

    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::Choice(&["agenda", "sources"]),
            Shape::Link(PartSpaces::SPACES),
        ])
    }
}
