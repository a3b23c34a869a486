//! Comma-separated values: RFC 4180, UTF-8, CRLF, safe to open in a spreadsheet.

use document::{Cell, Run, Table, plain};

use crate::spaces::typed;
use crate::{Loss, Written};

/// Writes the header row, then one record per row: the question, then one field per option.
///
/// Text that a spreadsheet would evaluate gets a leading `'`; a plain number is left alone. The format has no place for
/// marks, links, sources and row groups: what a table has of them is lost and said.
pub(crate) fn write(table: &Table) -> Written {
    let mut out = String::new();
    let names = table.columns.iter().map(|it| it.name.as_str());
    record(
        std::iter::once(table.corner.as_str()).chain(names),
        &mut out,
    );
    for row in table.rows() {
        let values: Vec<String> = row
            .cells
            .iter()
            .map(|cell| typed(&plain(&cell.value)))
            .collect();
        record(
            std::iter::once(row.name.as_str()).chain(values.iter().map(String::as_str)),
            &mut out,
        );
    }
    let bytes = out.into_bytes();
    let losses = losses(table);
    Written { bytes, losses }
}

fn record<'f>(fields: impl Iterator<Item = &'f str>, out: &mut String) {
    for (at, text) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        *out += &field(text);
    }
    *out += "\r\n";
}

fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_plain_number(text);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if formula || text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
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

fn losses(table: &Table) -> Vec<Loss> {
    let cells = || table.rows().flat_map(|row| &row.cells);
    let linked = |cell: &Cell| cell.value.iter().any(|run| matches!(run, Run::Link(..)));
    let kinds = [
        (Loss::Marks, cells().any(|cell| cell.mark.is_some())),
        (Loss::Links, cells().any(linked)),
        (Loss::Sources, !table.sources.is_empty()),
        (Loss::Groups, table.groups.len() > 1),
    ];
    kinds
        .into_iter()
        .filter(|(_, lost)| *lost)
        .map(|(loss, _)| loss)
        .collect()
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
            ("-inf", "\"'-inf\""),
            ("-12.5e3", "-12.5e3"),
            ("+7", "+7"),
            ("1,000 ms", "\"1,000 ms\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("plain", "plain"),
            ("", ""),
        ] {
            assert_eq!(field(text), expected);
        }
    }
}
