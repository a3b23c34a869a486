//! A value that is one number: what a spreadsheet can compute with.

use model::{Fact, FactValue, Model};
use serde::Serialize;

/// A number as it is printed: its value, what stands before and after it, and how many digits follow its point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// The number, in the unit that is printed.
    pub value: f64,
    /// What is printed before it, such as `$`.
    pub prefix: String,
    /// What is printed after it, such as ` min`, with its blank.
    pub suffix: String,
    /// Digits after the point.
    pub decimals: usize,
}

/// The number of a text of a record that is a single fact, and that fact a single number.
pub(crate) fn number(runs: &[model::Run], model: &Model) -> Option<Number> {
    let [model::Run::Fact(fact)] = runs else {
        return None;
    };
    let fact: &Fact = model.facts.get(&fact.id)?;
    match fact.value.value {
        FactValue::Number(_) => printed(&fact.text()),
        FactValue::Range(_) | FactValue::Word(_) => None,
    }
}

/// Takes `$1,024.50 a month` apart; nothing if digits stand in more than one place.
fn printed(text: &str) -> Option<Number> {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.replace('\u{2060}', "");
    let is_digit = |it: char| it.is_ascii_digit();
    let start = text.find(is_digit)?;
    let end = text.rfind(is_digit)? + 1;
    let (prefix, digits, suffix) = (&text[..start], &text[start..end], &text[end..]);
    let negative = prefix.ends_with(['-', '\u{2212}']);
    let number: f64 = digits.replace(',', "").parse().ok()?;
    let decimals = digits.split_once('.').map_or(0, |(_, it)| it.len());
    Some(Number {
        value: if negative { -number } else { number },
        prefix: prefix.trim_end_matches(['-', '\u{2212}']).to_owned(),
        suffix: suffix.to_owned(),
        decimals,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_number_is_taken_apart() {
        let of = |text: &str| {
            let it = printed(text)?;
            Some((it.prefix, it.value, it.decimals, it.suffix))
        };
        let parts = |prefix: &str, value, decimals, suffix: &str| {
            Some((prefix.to_owned(), value, decimals, suffix.to_owned()))
        };
        assert_eq!(of("15\u{a0}min"), parts("", 15.0, 0, " min"));
        assert_eq!(of("$1,024.50 a month"), parts("$", 1024.5, 2, " a month"));
        assert_eq!(of("\u{2212}3 °C"), parts("", -3.0, 0, " °C"));
        assert_eq!(of("30\u{2060}–\u{2060}45 s"), None);
        assert_eq!(of("never"), None);
    }
}
