//! Number formats: how a number is printed with its unit.

use std::fmt::Write as _;

use document::Number;

use crate::spaces::printable;

/// The number format that prints a number as `text` has it; nothing if a spreadsheet could not keep all of its digits.
pub(super) fn format(number: &Number, text: &str) -> Option<String> {
    let whole = number.value.is_finite() && number.value.abs() < 1e15 && number.decimals <= 15;
    let parts = [&number.prefix, &number.suffix];
    let quotable = parts
        .iter()
        .all(|it| !it.contains(['"', '\n', '\r', '\t']) && it.len() < 80);
    if !whole || !quotable {
        return None;
    }
    let quoted = |it: &str| match printable(it).as_str() {
        "" => String::new(),
        it => format!("\"{it}\""),
    };
    let digits = if text.contains(',') { "#,##0" } else { "0" };
    let mut format = quoted(&number.prefix) + digits;
    if number.decimals > 0 {
        let _ = write!(format, ".{}", "0".repeat(number.decimals));
    }
    Some(format + &quoted(&number.suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(prefix: &str, value: f64, decimals: usize, suffix: &str) -> Number {
        Number {
            value,
            prefix: prefix.into(),
            suffix: suffix.into(),
            decimals,
        }
    }

    #[test]
    fn a_number_format_prints_the_unit() {
        let of = |it: Number, text| format(&it, text);
        assert_eq!(
            of(number("", 15.0, 0, " min"), "15 min").as_deref(),
            Some("0\" min\"")
        );
        assert_eq!(
            of(number("$", 1024.5, 2, " a month"), "$1,024.50 a month").as_deref(),
            Some("\"$\"#,##0.00\" a month\"")
        );
        assert_eq!(of(number("", 1.0, 0, "\""), "1\""), None);
        assert_eq!(
            of(
                number("", 9_007_199_254_740_993.0, 0, ""),
                "9007199254740993"
            ),
            None
        );
        assert_eq!(of(number("", f64::NAN, 0, ""), ""), None);
    }
}
