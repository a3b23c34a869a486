//! Amounts: a number, a fact or a range of them, and what they come to in a unit.

use source::{Diagnostic, Span};
use toml::de::DeValue;

use crate::decode::{Decode, Decoder, Item, Reader};
use crate::{Fact, Ref, Shape, Space};

/// One number of the data: written there, or kept in a fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// Written where it is used, in the unit that its place asks for.
    Bare(f64, Span),
    /// Kept in a fact, with its own unit.
    Fact(Ref<Fact>),
}

/// A number, or a range with a most likely value.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// One number; or one fact, which may itself hold a range.
    Single(Number),
    /// From `low` to `high`; without `mode` the middle is the most likely.
    Range {
        /// Least value.
        low: Number,
        /// Most likely value.
        mode: Option<Number>,
        /// Greatest value.
        high: Number,
        /// Where the range stands.
        span: Span,
    },
}

/// An amount in numbers of one unit, `low <= mode <= high`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// Least value.
    pub low: f64,
    /// Most likely value.
    pub mode: f64,
    /// Greatest value.
    pub high: f64,
}

impl Bounds {
    /// The bounds of one number.
    pub fn exact(number: f64) -> Self {
        let (low, mode, high) = (number, number, number);
        Self { low, mode, high }
    }

    /// Whether it is one number.
    pub fn is_exact(self) -> bool {
        self.low >= self.high
    }

    /// Whether the three are in order.
    pub fn in_order(self) -> bool {
        self.low <= self.mode && self.mode <= self.high
    }

    /// The same amount in a unit of which one old unit is `factor`.
    pub fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            mode: self.mode * factor,
            high: self.high * factor,
        }
    }
}

impl Number {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Bare(_, span) => *span,
            Self::Fact(fact) => fact.span,
        }
    }
}

impl Amount {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Single(number) => number.span(),
            Self::Range { span, .. } => *span,
        }
    }

    /// The numbers it is made of.
    pub fn numbers(&self) -> impl Iterator<Item = &Number> {
        let (low, mode, high) = match self {
            Self::Single(number) => (number, None, None),
            Self::Range {
                low, mode, high, ..
            } => (low, mode.as_ref(), Some(high)),
        };
        std::iter::once(low).chain(mode).chain(high)
    }
}

impl Decode for Number {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let span = cx.span(item.span());
        match item.get_ref() {
            DeValue::String(_) if cx.quoted_number(item) => None,
            DeValue::String(id) => Some(Self::Fact(Ref::new(id, span, cx))),
            DeValue::Integer(_) | DeValue::Float(_) => {
                f64::decode(item, cx).map(|it| Self::Bare(it, span))
            }
            _ => cx.wrong_type(item, "a number or the id of a fact"),
        }
    }

    fn shape() -> Shape {
        Shape::Either(vec![
            Shape::Number,
            Shape::Id(Space::Record(crate::Kind::Fact)),
        ])
    }
}

impl Decode for Amount {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        if !item.get_ref().is_table() {
            let single = matches!(
                item.get_ref(),
                DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_)
            );
            if !single {
                return cx.wrong_type(
                    item,
                    "a number, the id of a fact, or a range `{ low, mode, high }`",
                );
            }
            return Number::decode(item, cx).map(Self::Single);
        }
        let span = cx.span(item.span());
        let mut reader = Reader::new(item, cx)?;
        let low = reader.required("low", "the least value", cx);
        let mode = reader.optional("mode", cx);
        let high = reader.required("high", "the greatest value", cx);
        reader.close(cx);
        let (low, mode, high) = (low?, mode?, high?);
        if let Some(found) = out_of_order(&low, mode.as_ref(), &high, span) {
            cx.report(found);
            return None;
        }
        Some(Self::Range {
            low,
            mode,
            high,
            span,
        })
    }

    fn shape() -> Shape {
        Shape::Amount
    }
}

/// Ranges of bare numbers are checked at once; those that name facts when the facts are known.
fn out_of_order(
    low: &Number,
    mode: Option<&Number>,
    high: &Number,
    span: Span,
) -> Option<Diagnostic> {
    let bare = |it: &Number| {
        if let Number::Bare(number, _) = it {
            Some(*number)
        } else {
            None
        }
    };
    let (low, high) = (bare(low)?, bare(high)?);
    let mode = match mode {
        Some(mode) => bare(mode)?,
        None => f64::midpoint(low, high),
    };
    (!Bounds { low, mode, high }.in_order()).then(|| disorder(span))
}

/// The finding of a range whose bounds are not in order.
pub(crate) fn disorder(span: Span) -> Diagnostic {
    Diagnostic::error(
        crate::rules::BAD_RANGE,
        span,
        "the bounds of this range are not in order",
    )
    .help("write `low`, `mode` and `high` so that none is below the one before it")
}
