//! What stands in a cell, and how it is written so that it stays what it is.

use std::fmt::Write as _;

use document::{Block, Number, Run, plain};
use model::Target;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::look::Look;
use super::names::cut;
use crate::spaces::printable;

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum Field {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// Text that does not wrap.
    Long(String),
    /// Text in bold letters.
    Strong(String),
    /// Text in pieces, some of them strong, emphasized or code.
    Runs(Vec<Piece>),
    /// A number and its number format.
    Number(f64, String),
    /// A link: its address and its text.
    Link(String, String),
    /// A day, ISO 8601.
    Date(String),
}

/// A piece of text of one look.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    text: String,
    strong: bool,
    emphasis: bool,
    code: bool,
}

/// The most units of UTF-16 that a cell may hold.
const MOST: usize = 32_767;

impl Field {
    /// What a cell shows: a number, a link, or text.
    pub(super) fn of(runs: &[Run], number: Option<&Number>) -> Self {
        let text = unix(&plain(runs));
        let format = number.and_then(|it| Some((it.value, number_format(it, &text)?)));
        if let Some((value, format)) = format {
            return Self::Number(value, format);
        }
        if let [Run::Link(Target::Url(url), inner)] = runs
            && is_address(url)
        {
            return Self::Link(url.clone(), printable(&plain(inner)));
        }
        let mut pieces = Vec::new();
        take_apart(runs, &Piece::default(), &mut pieces);
        match pieces.as_slice() {
            [] => Self::Empty,
            [only] if !only.strong && !only.emphasis && !only.code => Self::Text(only.text.clone()),
            _ => Self::Runs(pieces),
        }
    }

    /// The text as it is seen.
    pub(super) fn seen(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Long(text) | Self::Strong(text) | Self::Date(text) => {
                text.clone()
            }
            Self::Runs(pieces) => pieces.iter().map(|it| it.text.as_str()).collect(),
            Self::Number(value, format) => {
                format!("{value}{}", format.replace(['"', '#', '0'], ""))
            }
            Self::Link(_, text) => text.clone(),
        }
    }

    /// Writes it; whether all of it had room.
    pub(super) fn write(
        &self,
        at: (u32, u16),
        look: &Look,
        sheet: &mut Worksheet,
    ) -> Result<bool, XlsxError> {
        match self {
            Self::Empty => sheet.write_blank(at.0, at.1, &look.text).map(|_| true),
            Self::Text(it) => text(it, at, &look.text, sheet),
            Self::Long(it) => text(it, at, &look.long, sheet),
            Self::Strong(it) => text(it, at, &look.strong, sheet),
            Self::Runs(pieces) => runs(pieces, at, look, sheet),
            Self::Number(value, format) => {
                let format = look.number(format);
                let written = sheet.write_number_with_format(at.0, at.1, *value, &format);
                written.map(|_| true)
            }
            Self::Link(url, shown) => link(url, shown, at, look, sheet),
            Self::Date(it) => match day(it) {
                Some(day) => {
                    let written = sheet.write_datetime_with_format(at.0, at.1, &day, &look.date);
                    written.map(|_| true)
                }
                None => text(it, at, &look.text, sheet),
            },
        }
    }
}

/// Text by the string writer, so that nothing in it is evaluated.
fn text(
    it: &str,
    at: (u32, u16),
    format: &Format,
    sheet: &mut Worksheet,
) -> Result<bool, XlsxError> {
    let shown = cut(it, MOST);
    // The library takes a text between these two for a rich one that it wrote itself, and would write it unescaped.
    if shown.starts_with("<r>") && shown.ends_with("</r>") {
        let escaped = escapes(shown);
        let pieces = [(&Format::default(), escaped.as_str())];
        sheet.write_rich_string_with_format(at.0, at.1, &pieces, format)?;
    } else {
        sheet.write_string_with_format(at.0, at.1, shown, format)?;
    }
    Ok(shown.len() == it.len())
}

fn runs(
    pieces: &[Piece],
    at: (u32, u16),
    look: &Look,
    sheet: &mut Worksheet,
) -> Result<bool, XlsxError> {
    let whole: String = pieces.iter().map(|it| it.text.as_str()).collect();
    if cut(&whole, MOST).len() < whole.len() {
        return text(&whole, at, &look.text, sheet);
    }
    let formats: Vec<_> = pieces.iter().map(Piece::format).collect();
    let texts: Vec<_> = pieces.iter().map(|it| escapes(&it.text)).collect();
    let pieces: Vec<_> = formats
        .iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    sheet.write_rich_string_with_format(at.0, at.1, &pieces, &look.text)?;
    Ok(true)
}

/// A link, or its text with the address behind it where Excel takes no such link.
fn link(
    url: &str,
    shown: &str,
    at: (u32, u16),
    look: &Look,
    sheet: &mut Worksheet,
) -> Result<bool, XlsxError> {
    let rich = shown.starts_with("<r>") && shown.ends_with("</r>");
    let fits = cut(shown, MOST).len() == shown.len();
    if is_address(url) && fits && !rich && !shown.is_empty() {
        let written = sheet.write_url_with_options(at.0, at.1, url, shown, "", Some(&look.link));
        match written {
            Ok(_) => return Ok(true),
            Err(XlsxError::MaxUrlLengthExceeded) => {}
            Err(error) => return Err(error),
        }
    }
    let spelled = if shown == url {
        url.to_owned()
    } else {
        format!("{shown} ({url})")
    };
    text(&spelled, at, &look.text, sheet)
}

impl Piece {
    fn format(&self) -> Format {
        let mut format = Format::new();
        if self.strong {
            format = format.set_bold();
        }
        if self.emphasis {
            format = format.set_italic();
        }
        if self.code {
            format = format.set_font_name("Consolas");
        }
        format
    }
}

fn take_apart(runs: &[Run], look: &Piece, out: &mut Vec<Piece>) {
    for run in runs {
        match run {
            Run::Text(text) | Run::Fact(_, text) => push(text, look, out),
            Run::Code(text) => push(
                text,
                &Piece {
                    code: true,
                    ..look.clone()
                },
                out,
            ),
            Run::Emphasis(inner) => {
                take_apart(
                    inner,
                    &Piece {
                        emphasis: true,
                        ..look.clone()
                    },
                    out,
                );
            }
            Run::Strong(inner) => take_apart(
                inner,
                &Piece {
                    strong: true,
                    ..look.clone()
                },
                out,
            ),
            Run::Link(Target::Url(url), inner) => {
                take_apart(inner, look, out);
                push(&format!(" ({url})"), look, out);
            }
            Run::Link(Target::Record(..), inner) => take_apart(inner, look, out),
            Run::Cite(_) => {}
        }
    }
}

fn push(text: &str, look: &Piece, out: &mut Vec<Piece>) {
    let text = unix(text);
    let alike = |it: &Piece| {
        Piece {
            text: String::new(),
            ..it.clone()
        } == *look
    };
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if alike(last) => last.text += &text,
        _ => out.push(Piece {
            text,
            ..look.clone()
        }),
    }
}

/// Text with the ends of lines that a cell has.
fn unix(text: &str) -> String {
    printable(&text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Excel reads `_x0041_` as the character of that number, unless the first sign is written that way itself.
///
/// # Source
/// ECMA-376 part 1, 22.9.2.19, `ST_Xstring`.
fn escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, it) in text.char_indices() {
        let number = text
            .get(at + 2..at + 6)
            .filter(|_| text[at..].starts_with("_x"));
        let number = number.filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        if number.is_some() && text[at + 6..].starts_with('_') {
            out += "_x005F";
        }
        out.push(it);
    }
    out
}

/// The number format that prints a number as `text` has it; nothing if a spreadsheet could not keep all of its digits.
fn number_format(number: &Number, text: &str) -> Option<String> {
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

/// Paragraphs and lists as text, with the addresses of links and the numbers of sources in it.
pub(super) fn spelled(blocks: &[Block]) -> String {
    let mut paragraphs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(runs) => paragraphs.push(spelled_runs(runs)),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    let sign = match ordered {
                        true => format!("{}. ", at + 1),
                        false => "• ".to_owned(),
                    };
                    paragraphs.push(sign + &spelled(item));
                }
            }
        }
    }
    paragraphs.join("\n")
}

/// The same of runs.
pub(super) fn spelled_runs(runs: &[Run]) -> String {
    let mut pieces = Vec::new();
    take_apart(runs, &Piece::default(), &mut pieces);
    pieces.into_iter().map(|it| it.text).collect()
}

fn is_address(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|it| url.starts_with(it))
}

/// A day of Excel's calendar; nothing if it is none or lies before it.
pub(super) fn day(iso: &str) -> Option<ExcelDateTime> {
    let mut parts = iso.split('-').map(str::parse::<u16>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
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
        let of = |it: Number, text| number_format(&it, text);
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

    #[test]
    fn what_excel_would_read_as_a_character_stays_as_it_is() {
        assert_eq!(escapes("a _x0041_ b"), "a _x005F_x0041_ b");
        assert_eq!(escapes("_x004_ _xzzzz_ é_x"), "_x004_ _xzzzz_ é_x");
    }
}
