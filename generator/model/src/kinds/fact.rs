//! Facts: one number, one range or one word, written once with its unit and its sources.

use toml::de::DeValue;

use crate::decode::{At, Decode, Decoder, Item, Reader, record};
use crate::{Bounds, Date, Line, Product, Ref, Shape, Source, Title, Word};

record! {
    /// A number, a range or a word that other records show or compute with.
    pub struct Fact {
        /// What is measured, of what.
        required title: Title,
        /// A number, `{ low, high, mode }` or a word.
        required value: At<FactValue>,
        /// The unit; a word has none.
        optional unit: Word,
        /// How it is printed, if another unit reads better; must be the same value.
        optional show: Word,
        /// The product it is a fact of.
        optional product: Ref<Product>,
        /// The source's own date, as it states it; `undated` is allowed.
        optional as_of as "as-of": Word,
        /// What to know about it.
        optional note: Line,
        /// What supports it.
        required sources: Vec<Ref<Source>>,
        /// The day somebody last compared it with its sources.
        required reviewed: Date,
        /// The day after which it must not be relied on.
        optional expires: Date,
    }
}

/// What a fact holds.
#[derive(Clone, Debug, PartialEq)]
pub enum FactValue {
    /// A number.
    Number(f64),
    /// A range.
    Range(Bounds),
    /// A word; it is only printed.
    Word(String),
}

impl Decode for FactValue {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match item.get_ref() {
            DeValue::String(_) => Word::decode(item, cx).map(|it| Self::Word(it.text)),
            DeValue::Integer(_) | DeValue::Float(_) => f64::decode(item, cx).map(Self::Number),
            DeValue::Table(_) => {
                let mut reader = Reader::new(item, cx)?;
                let low = reader.required::<f64>("low", "the least value", cx);
                let mode = reader.optional::<f64>("mode", cx);
                let high = reader.required::<f64>("high", "the greatest value", cx);
                reader.close(cx);
                let (low, mode, high) = (low?, mode?, high?);
                let mode = mode.unwrap_or(f64::midpoint(low, high));
                let bounds = Bounds { low, mode, high };
                if !bounds.in_order() {
                    cx.report(crate::amount::disorder(cx.span(item.span())));
                    return None;
                }
                Some(Self::Range(bounds))
            }
            _ => cx.wrong_type(item, "a number, a range `{ low, high }` or a word"),
        }
    }

    fn shape() -> Shape {
        Shape::Either(vec![Shape::Number, Shape::Amount, Shape::Word])
    }
}
