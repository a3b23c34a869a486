//! Numbers, flags and days.

use source::Diagnostic;
use toml::de::DeValue;

use super::{Decode, Decoder, Item};
use crate::rules::{OUT_OF_RANGE, WRONG_TYPE};
use crate::{Date, Shape};

impl Decode for f64 {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let number = match item.get_ref() {
            DeValue::Integer(it) => i64::from_str_radix(it.as_str(), it.radix())
                .ok()
                .map(|it| it as f64),
            DeValue::Float(it) => it.as_str().parse::<f64>().ok().filter(|it| it.is_finite()),
            _ if cx.quoted_number(item) => return None,
            _ => return cx.wrong_type(item, "a number"),
        };
        if number.is_none() {
            let span = cx.span(item.span());
            let found =
                Diagnostic::error(OUT_OF_RANGE, span, "this number cannot be computed with");
            cx.report(found.help("write a finite number; whole numbers must be below 9.2e18, larger ones need a point or an exponent"));
        }
        number
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

impl Decode for u32 {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Integer(it) = item.get_ref() else {
            if cx.quoted_number(item) {
                return None;
            }
            return cx.wrong_type(item, "a whole number");
        };
        let number = Self::from_str_radix(it.as_str(), it.radix()).ok();
        if number.is_none() {
            let span = cx.span(item.span());
            let title = format!("`{}` is outside 0 to {}", it.as_str(), Self::MAX);
            cx.report(Diagnostic::error(OUT_OF_RANGE, span, title));
        }
        number
    }

    fn shape() -> Shape {
        Shape::Count
    }
}

impl Decode for bool {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        item.get_ref()
            .as_bool()
            .or_else(|| cx.wrong_type(item, "true or false"))
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl Decode for Date {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Datetime(it) = item.get_ref() else {
            return quoted_day(item, cx);
        };
        match (&it.date, &it.time, &it.offset) {
            (Some(day), None, None) => Some(Self {
                year: day.year,
                month: day.month,
                day: day.day,
            }),
            _ => cx.wrong_type(item, "a day without a time, such as 2026-11-23"),
        }
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

/// Reports what should have been a day, and takes the quotation marks off if nothing else is wrong.
fn quoted_day<T>(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<T> {
    let wanted = "a date such as 2026-11-23, without quotation marks";
    let text = item.get_ref().as_str().map(str::trim);
    let Some(day) = text.and_then(Date::parse) else {
        return cx.wrong_type(item, wanted);
    };
    let span = cx.span(item.span());
    let title = format!("expected {wanted}, found a text");
    cx.report(
        Diagnostic::error(WRONG_TYPE, span, title)
            .help(format!("write `{day}`"))
            .fix(span, day.to_string()),
    );
    None
}
