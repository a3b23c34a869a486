//! Comma-separated values: RFC 4180, UTF-8, CRLF, safe to open in a spreadsheet.

use document::{Table, plain};

use crate::spaces::typed;
use crate::{Loss, Refused, Settings, Written};

/// What the format has no place for.
const LOST: [Loss; 8] = [
    Loss::Marks,
    Loss::About,
    Loss::Links,
    Loss::Records,
    Loss::Emphasis,
    Loss::Sources,
    Loss::Notes,
    Loss::Details,
];

/// Writes the header row, then one record per row: the group if there are several, the question, one field per option.
///
/// Text that a spreadsheet would evaluate gets a leading `'`, unless the settings say raw; whoever reads the file with a
/// program takes that sign off. A plain number is left alone.
///
/// # Errors
/// `Separator` if that could not be told from a quote or from the end of a line.
pub(crate) fn write(table: &Table, settings: Settings) -> Result<Written, Refused> {
    if matches!(settings.separator, '"' | '\r' | '\n' | '\0' | '\'') {
        return Err(Refused::Separator(settings.separator));
    }
    let mut out = String::from(if settings.bom { "\u{feff}" } else { "" });
    let grouped = table.groups.len() > 1;
    let group = |name: &str| grouped.then(|| name.to_owned());
    let names = table.columns.iter().map(|it| it.name.clone());
    let head = group("Group").into_iter().chain([table.corner.clone()]);
    record(head.chain(names), settings, &mut out);
    for it in &table.groups {
        for row in &it.rows {
            let values = row.cells.iter().map(|cell| plain(&cell.value));
            let head = group(&it.name).into_iter().chain([row.name.clone()]);
            record(head.chain(values), settings, &mut out);
        }
    }
    Ok(Written {
        bytes: out.into_bytes(),
        losses: Loss::of(table, &LOST),
    })
}

fn record(fields: impl Iterator<Item = String>, settings: Settings, out: &mut String) {
    for (at, text) in fields.enumerate() {
        if at > 0 {
            out.push(settings.separator);
        }
        *out += &field(&typed(&text), settings);
    }
    *out += "\r\n";
}

fn field(text: &str, settings: Settings) -> String {
    let guarded = !settings.raw && runs(text);
    let quoted = guarded
        || text.contains([settings.separator, ',', ';', '"', '\t', '\r', '\n'])
        || text.starts_with(' ')
        || text.ends_with(' ');
    let guard = if guarded { "'" } else { "" };
    if quoted {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Whether a spreadsheet would evaluate `text`.
///
/// # Source
/// OWASP ASVS 5.0, 1.2.10, with the line ends and the full-width signs of OWASP's page on CSV injection.
fn runs(text: &str) -> bool {
    let signs = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    text.starts_with(signs) && !is_plain_number(text)
}

/// `[+-]?digits[.digits][e[+-]digits]`: what a spreadsheet reads as a number and nothing else.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = unsigned
        .split_once(['e', 'E'])
        .map_or((unsigned, None), |(a, b)| (a, Some(b)));
    let (whole, fraction) = mantissa
        .split_once('.')
        .map_or((mantissa, None), |(a, b)| (a, Some(b)));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let exponent = exponent.map(|it| it.strip_prefix(['+', '-']).unwrap_or(it));
    digits(whole) && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_made_text() {
        for (text, expected) in [
            ("=1+1", "\"'=1+1\""),
            ("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\""),
            ("-1+2", "\"'-1+2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\0=1", "\"'\0=1\""),
            ("\u{ff1d}1", "\"'\u{ff1d}1\""),
            ("-inf", "\"'-inf\""),
            ("-12.5e3", "-12.5e3"),
            ("+7", "+7"),
            ("1,000 ms", "\"1,000 ms\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            (" padded", "\" padded\""),
            ("plain", "plain"),
            ("", ""),
        ] {
            assert_eq!(field(text, Settings::default()), expected);
        }
    }

    #[test]
    fn raw_text_is_as_it_was() {
        let raw = Settings {
            raw: true,
            ..Settings::default()
        };
        assert_eq!(field("=1+1", raw), "=1+1");
        assert_eq!(field("=SUM(1,2)", raw), "\"=SUM(1,2)\"");
    }

    #[test]
    fn the_separator_is_quoted_within_a_field() {
        let bars = Settings {
            separator: '|',
            ..Settings::default()
        };
        assert_eq!(field("a|b", bars), "\"a|b\"");
    }
}
