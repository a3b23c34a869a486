//! What stands in a cell, and how it is written so that it stays what it is.

use std::borrow::Cow;

use document::{Number, Run, plain};
use model::Target;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::look::{Look, Style};
use super::names::cut;
use super::number as printed;
use super::pieces::{Piece, take_apart, unix};
use crate::address::is_address;
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

/// The most units of UTF-16 that a cell may hold.
const MOST: usize = 32_767;

impl Field {
    /// What a cell shows: a number, a link, or text.
    pub(super) fn of(runs: &[Run], number: Option<&Number>) -> Self {
        let format = number.and_then(|it| {
            let text = unix(&plain(runs));
            Some((it.value, printed::format(it, &text)?))
        });
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
    pub(super) fn seen(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text)
            | Self::Long(text)
            | Self::Strong(text)
            | Self::Date(text)
            | Self::Link(_, text) => Cow::Borrowed(text),
            Self::Runs(pieces) => pieces.iter().map(|it| it.text.as_str()).collect(),
            Self::Number(value, format) => {
                Cow::Owned(format!("{value}{}", format.replace(['"', '#', '0'], "")))
            }
        }
    }

    /// Writes what it says, but not its look: which that is, and whether all of it had room.
    ///
    /// The library searches all looks for that of each cell that has one, which takes longer than the cell. So whoever writes
    /// cells gives all that are alike their look at once. An empty cell is written with its look.
    pub(super) fn write(
        &self,
        at: (u32, u16),
        look: &Look,
        sheet: &mut Worksheet,
    ) -> Result<(Style<'_>, bool), XlsxError> {
        let (row, column) = at;
        let (style, whole) = match self {
            Self::Empty => (Style::Text, true),
            Self::Text(it) => (Style::Text, text(it, at, sheet)?),
            Self::Long(it) => (Style::Long, text(it, at, sheet)?),
            Self::Strong(it) => (Style::Strong, text(it, at, sheet)?),
            Self::Runs(pieces) => (Style::Text, runs(pieces, at, sheet)?),
            Self::Number(value, format) => {
                sheet.write_number(row, column, *value)?;
                (Style::Number(format), true)
            }
            Self::Link(url, shown) => link(url, shown, at, look, sheet)?,
            Self::Date(it) => match day(it) {
                Some(day) => {
                    sheet.write_datetime(row, column, &day)?;
                    (Style::Date, true)
                }
                None => (Style::Text, text(it, at, sheet)?),
            },
        };
        Ok((style, whole))
    }
}

/// Text by the string writer, so that nothing in it is evaluated.
fn text(it: &str, at: (u32, u16), sheet: &mut Worksheet) -> Result<bool, XlsxError> {
    let shown = cut(it, MOST);
    // The library takes a text between these two for a rich one that it wrote itself, and would write it unescaped.
    if shown.starts_with("<r>") && shown.ends_with("</r>") {
        let escaped = escapes(shown);
        sheet.write_rich_string(at.0, at.1, &[(&Format::default(), escaped.as_str())])?;
    } else {
        sheet.write_string(at.0, at.1, shown)?;
    }
    Ok(shown.len() == it.len())
}

fn runs(pieces: &[Piece], at: (u32, u16), sheet: &mut Worksheet) -> Result<bool, XlsxError> {
    let whole: String = pieces.iter().map(|it| it.text.as_str()).collect();
    if cut(&whole, MOST).len() < whole.len() {
        return text(&whole, at, sheet);
    }
    let formats: Vec<_> = pieces.iter().map(Piece::format).collect();
    let texts: Vec<_> = pieces.iter().map(|it| escapes(&it.text)).collect();
    let pieces: Vec<_> = formats
        .iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    sheet.write_rich_string(at.0, at.1, &pieces)?;
    Ok(true)
}

/// A link, or its text with the address behind it where Excel takes no such link.
fn link(
    url: &str,
    shown: &str,
    at: (u32, u16),
    look: &Look,
    sheet: &mut Worksheet,
) -> Result<(Style<'static>, bool), XlsxError> {
    let rich = shown.starts_with("<r>") && shown.ends_with("</r>");
    let fits = cut(shown, MOST).len() == shown.len();
    if is_address(url) && fits && !rich && !shown.is_empty() {
        let written = sheet.write_url_with_options(at.0, at.1, url, shown, "", Some(&look.link));
        match written {
            Ok(_) => return Ok((Style::Link, true)),
            Err(XlsxError::MaxUrlLengthExceeded) => {}
            Err(error) => return Err(error),
        }
    }
    let spelled = if shown == url {
        url.to_owned()
    } else {
        format!("{shown} ({url})")
    };
    Ok((Style::Text, text(&spelled, at, sheet)?))
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

    #[test]
    fn what_excel_would_read_as_a_character_stays_as_it_is() {
        assert_eq!(escapes("a _x0041_ b"), "a _x005F_x0041_ b");
        assert_eq!(escapes("_x004_ _xzzzz_ é_x"), "_x004_ _xzzzz_ é_x");
    }
}
