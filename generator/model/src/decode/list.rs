//! Lists, and tables whose keys are ids.

use std::marker::PhantomData;

use source::{Diagnostic, Span};
use toml::de::DeValue;

use super::{Decode, Decoder, Item};
use crate::reference::Kinded;
use crate::rules::BAD_ID;
use crate::{Id, Ref, Shape, Space};

impl<T: Decode> Decode for Vec<T> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Array(items) = item.get_ref() else {
            return cx.wrong_type(item, "a list");
        };
        // Every element is visited, so that all its problems are told at once.
        let decoded: Vec<_> = items.iter().map(|item| T::decode(item, cx)).collect();
        decoded.into_iter().collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// A table whose keys are ids of one kind of record, in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyed<K, T> {
    entries: Vec<(Ref<K>, T)>,
}

impl<K, T> Keyed<K, T> {
    /// The value of `id`.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries
            .iter()
            .find(|(key, _)| &*key.id == id)
            .map(|(_, value)| value)
    }

    /// All keys and values, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&Ref<K>, &T)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }
}

impl<K, T> Default for Keyed<K, T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
        }
    }
}

impl<K: Kinded, T: Decode> Decode for Keyed<K, T> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let entries = entries(item, cx, |key, span, cx| Some(Ref::new(key, span, cx)))?;
        Some(Self { entries })
    }

    fn shape() -> Shape {
        Shape::Keyed(Some(Space::Record(K::KIND)), Box::new(T::shape()))
    }
}

/// A table whose keys are ids of its own: they define what they name.
#[derive(Clone, Debug, PartialEq)]
pub struct Free<T> {
    entries: Vec<(Id, Span, T)>,
    of: PhantomData<T>,
}

impl<T> Free<T> {
    /// The value of `id`.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries
            .iter()
            .find(|(key, _, _)| &**key == id)
            .map(|(_, _, value)| value)
    }

    /// All ids, their places and values, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, Span, &T)> {
        self.entries
            .iter()
            .map(|(key, span, value)| (key, *span, value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T> Default for Free<T> {
    fn default() -> Self {
        let (entries, of) = (Vec::new(), PhantomData);
        Self { entries, of }
    }
}

impl<T: Decode> Decode for Free<T> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let pairs = entries(item, cx, |key, span, cx| {
            if Id::problem(key).is_some() {
                let found = Diagnostic::error(BAD_ID, span, format!("`{key}` cannot be an id"));
                cx.report(found.help(
                    "use lower case letters, digits and single hyphens, and begin with a letter",
                ));
                return None;
            }
            Some((Id::new(key), span))
        })?;
        let entries = pairs
            .into_iter()
            .map(|((id, span), value)| (id, span, value))
            .collect();
        let of = PhantomData;
        Some(Self { entries, of })
    }

    fn shape() -> Shape {
        Shape::Keyed(None, Box::new(T::shape()))
    }
}

fn entries<K, T: Decode>(
    item: &Item<'_>,
    cx: &mut Decoder<'_>,
    mut key: impl FnMut(&str, Span, &mut Decoder<'_>) -> Option<K>,
) -> Option<Vec<(K, T)>> {
    let DeValue::Table(table) = item.get_ref() else {
        return cx.wrong_type(item, "a table");
    };
    let mut decoded = Vec::with_capacity(table.len());
    for (name, item) in table {
        let span = cx.span(name.span());
        let key = key(name.get_ref(), span, cx);
        let value = T::decode(item, cx);
        decoded.push(key.zip(value));
    }
    decoded.into_iter().collect()
}
