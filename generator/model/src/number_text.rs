//! Numbers and amounts as people read them.

/// A number in the shortest form that reads back as itself, with commas between thousands: `1,000`, `0.0000166667`.
pub fn number_text(number: f64) -> String {
    let plain = format!("{number}");
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let fraction = fraction.map_or(String::new(), |it| format!(".{it}"));
    format!("{sign}{}{fraction}", group(whole))
}

/// Digits with a comma between thousands.
pub fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `text` as TOML writes this number, if it is one: `1,000` gives `1000`. Commas must stand between thousands.
pub(crate) fn toml_number(text: &str) -> Option<String> {
    let text = text.trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = unsigned.split_at(
        unsigned
            .find(|it: char| !it.is_ascii_digit() && it != ',')
            .unwrap_or(unsigned.len()),
    );
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    let grouped = others.peek().is_some();
    let fits = (1..=3).contains(&first.len()) || !grouped && !first.is_empty();
    let padded = first.len() > 1 && first.starts_with('0') || grouped && first == "0";
    let plain = !rest.contains(',')
        && (rest.is_empty()
            || rest.starts_with(['e', 'E'])
            || rest.starts_with('.') && rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit));
    let sound = fits && !padded && others.all(|it| it.len() == 3) && plain;
    let written = text.replace(',', "");
    let number = written.parse::<f64>().ok().filter(|it| it.is_finite());
    let dangling = written.ends_with('.') || written.contains(".e") || written.contains(".E");
    (sound && !dangling && number.is_some()).then_some(written)
}

/// `text` (one number or a range of them) with its unit. Money goes before the number, other units after a no-break
/// space; a slash reads "per".
pub fn with_unit(text: &str, unit: &str) -> String {
    let (head, per) = unit
        .split_once('/')
        .map_or((unit, String::new()), |(head, per)| {
            (head, format!(" per {per}"))
        });
    match head {
        "" => format!("{text}{per}"),
        "USD" => format!("${text}{per}"),
        _ => format!("{text}\u{a0}{}{per}", counted(text, head)),
    }
}

/// A unit that is a noun in the plural, such as `requests`, in the singular when there is one.
fn counted(text: &str, unit: &str) -> String {
    const SHORTEST_NOUN: usize = 4;
    let noun = unit.len() >= SHORTEST_NOUN && unit.bytes().all(|it| it.is_ascii_lowercase());
    let singular = match (text, unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        ("1", Some(stem), _) if noun => Some(format!("{stem}y")),
        ("1", None, Some(stem)) if noun && !stem.ends_with('s') => Some(stem.to_owned()),
        _ => None,
    };
    singular.unwrap_or_else(|| unit.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(number_text(900.0), "900");
        assert_eq!(number_text(400_000.0), "400,000");
        assert_eq!(number_text(1_000_000.5), "1,000,000.5");
        assert_eq!(number_text(0.000_016_666_7), "0.0000166667");
        assert_eq!(number_text(-1234.0), "\u{2212}1,234");
    }

    #[test]
    fn a_number_with_commas_is_written_without_them() {
        for (text, number) in [
            ("1,000", "1000"),
            ("900", "900"),
            ("-1,234,567.5", "-1234567.5"),
            ("1e3", "1e3"),
            ("0.20", "0.20"),
            ("0", "0"),
        ] {
            assert_eq!(toml_number(text).as_deref(), Some(number), "{text}");
            assert!(
                toml::de::DeTable::parse(&format!("a = {number}")).is_ok(),
                "{number}"
            );
        }
        for other in [
            "1,00", "1000,000", "0,500", "007", "1.000,5", "5.", ".5", "1.e3", "900 ms", "", "-",
            "x", ",",
        ] {
            assert_eq!(toml_number(other), None, "{other}");
        }
    }

    #[test]
    fn units_stand_where_readers_expect_them() {
        assert_eq!(
            with_unit("0.20", "USD/million requests"),
            "$0.20 per million requests"
        );
        assert_eq!(with_unit("8", "%"), "8\u{a0}%");
        assert_eq!(with_unit("15", "min"), "15\u{a0}min");
        assert_eq!(with_unit("3", ""), "3");
        assert_eq!(with_unit("1", "requests"), "1\u{a0}request");
        assert_eq!(with_unit("1", "copies"), "1\u{a0}copy");
        assert_eq!(with_unit("2", "copies"), "2\u{a0}copies");
        assert_eq!(with_unit("1", "GB-s"), "1\u{a0}GB-s");
        assert_eq!(with_unit("1", "ms"), "1\u{a0}ms");
    }
}
