//! Options: the answers that are compared.

use crate::decode::{At, Decode, Decoder, Item, record, table};
use crate::rules::OUT_OF_RANGE;
use crate::{Id, Product, Prose, Ref, Shape, Space, Word};
use ::source::{Diagnostic, Span};

record! {
    /// One of the answers that are compared (the literature says alternative).
    pub struct Alternative {
        /// Its short name, for column headings.
        required name: Word,
        /// Its full name.
        optional long: Word,
        /// The family it belongs to.
        required family: FamilyRef,
        /// The product whose prices and limits stand for it.
        required reference: Ref<Product>,
        /// What it is.
        required summary: Prose,
        /// What it is often taken for.
        optional confused_with as "confused-with": Word,
        /// Its color on light and on dark pages.
        required color: Color,
        /// The sign that stands beside its name.
        required symbol: Word,
        /// Other names, for search.
        defaulted aliases: Vec<Word>,
    }
}

table! {
    /// One color for light pages, one for dark ones.
    pub struct Color {
        /// On light pages.
        required light: At<Hex>,
        /// On dark pages.
        required dark: At<Hex>,
    }
}

/// A color as `#rrggbb`.
#[derive(Clone, Debug, PartialEq)]
pub struct Hex(String);

/// The id of a family of the manifest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FamilyRef {
    /// The id.
    pub id: Id,
    /// Where it stands.
    pub span: Span,
}

impl Hex {
    /// The color as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Decode for Hex {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(text) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "a color such as \"#1d6fb8\"");
        };
        let digits = text
            .strip_prefix('#')
            .filter(|it| it.len() == 6 && it.bytes().all(|it| it.is_ascii_hexdigit()));
        if digits.is_none() {
            let found = Diagnostic::error(
                OUT_OF_RANGE,
                cx.span(item.span()),
                format!("`{text}` is not a color"),
            );
            cx.report(found.help("write six hexadecimal digits after a `#`, such as `#1d6fb8`"));
        }
        digits.map(|_| Self(text.to_owned()))
    }

    fn shape() -> Shape {
        Shape::Word
    }
}

impl Decode for FamilyRef {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(id) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "the id of a family");
        };
        let (id, span) = (Id::new(id), cx.span(item.span()));
        cx.refer(Space::Family, &id, span);
        Some(Self { id, span })
    }

    fn shape() -> Shape {
        Shape::Id(Space::Family)
    }
}
