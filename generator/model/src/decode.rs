//! From TOML values with spans to typed records. One declaration per record says everything; nothing stops at the first problem.

mod choice;
mod leaf;
mod list;
mod record;
mod table;

use std::ops::{Deref, Range};

use source::{Diagnostic, FileId, Span};
use toml::Spanned;
use toml::de::DeValue;

pub(crate) use choice::choice;
pub use list::{Free, Keyed};
pub(crate) use record::{record, table};
pub(crate) use table::{Fields, Reader};

use crate::number_text::toml_number;
use crate::reference::Owner;
use crate::rules::{UNKNOWN_WORD, WRONG_TYPE};
use crate::{Reference, Shape, Written, slip};

/// A value of a TOML document with its place.
pub(crate) type Item<'i> = Spanned<DeValue<'i>>;

/// A type that a TOML value can become.
pub(crate) trait Decode: Sized {
    /// The value, or nothing after at least one problem was reported.
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self>;

    /// What such a value may be.
    fn shape() -> Shape;
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Decode> Decode for At<T> {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let span = cx.span(item.span());
        T::decode(item, cx).map(|value| Self { value, span })
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// What decoding one file needs to know and what it collects.
pub(crate) struct Decoder<'a> {
    pub(crate) file: FileId,
    pub(crate) text: &'a str,
    pub(crate) owner: Owner,
    /// The parser had to guess, so a missing field may be its fault.
    pub(crate) recovered: bool,
    pub(crate) diagnostics: &'a mut Vec<Diagnostic>,
    pub(crate) references: &'a mut Vec<Reference>,
    pub(crate) texts: &'a mut Vec<Written>,
}

impl Decoder<'_> {
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Says that `item` should have been `wanted`, a noun with its article.
    pub(crate) fn wrong_type<T>(&mut self, item: &Item<'_>, wanted: &str) -> Option<T> {
        let span = self.span(item.span());
        // A value that the parser made up has no place; its syntax error has been reported.
        if !(self.recovered && span.is_empty()) {
            let found = type_word(item.get_ref());
            let title = format!("expected {wanted}, found {found}");
            self.report(Diagnostic::error(WRONG_TYPE, span, title));
        }
        None
    }

    /// Reports `item` if it is a number between quotation marks, and says whether it is.
    pub(crate) fn quoted_number(&mut self, item: &Item<'_>) -> bool {
        let Some(text) = item.get_ref().as_str() else {
            return false;
        };
        let found = quoted_number(text, self.span(item.span()));
        let quoted = found.is_some();
        self.diagnostics.extend(found);
        quoted
    }

    /// Says that `word` is none of `known`.
    pub(crate) fn unknown_word<T>(
        &mut self,
        item: &Item<'_>,
        word: &str,
        known: &[&str],
    ) -> Option<T> {
        /// So many words fit into a label.
        const LABELLED: usize = 8;
        let span = self.span(item.span());
        let title = format!("`{word}` is not a word for this field");
        let listed: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
        let listed = format!("one of {}", listed.join(", "));
        let found = Diagnostic::error(UNKNOWN_WORD, span, title);
        let text = self.text;
        let place = |_: &str| slip::place(text, span, word);
        let words = known.iter().copied();
        let (found, near) = slip::suggest(found, word, words, slip::SHORTEST_WORD, place);
        self.report(if near.is_none() && known.len() <= LABELLED {
            found.label(listed)
        } else {
            found.help(format!("use {listed}"))
        });
        None
    }
}

/// The finding of a number between quotation marks at `span`; nothing if `text` is none.
pub(crate) fn quoted_number(text: &str, span: Span) -> Option<Diagnostic> {
    let number = toml_number(text)?;
    let title = format!("`\"{}\"` is a text, not a number", text.trim());
    let help = format!("write {}, without quotation marks", spellings(&number));
    let found = Diagnostic::error(WRONG_TYPE, span, title).help(help);
    // Where commas stand between thousands here, they stand before the fraction elsewhere.
    Some(if text.contains(',') {
        found
    } else {
        found.fix(span, number)
    })
}

/// A number as it can be written: `1000`, and `1e3` where that is shorter to count.
pub(crate) fn spellings(number: &str) -> String {
    const SHORTEST: usize = 3;
    let digits = number.trim_end_matches('0');
    let zeros = number.len() - digits.len();
    let whole = digits
        .trim_start_matches('-')
        .bytes()
        .all(|it| it.is_ascii_digit());
    if zeros >= SHORTEST && whole && digits.ends_with(|it: char| it.is_ascii_digit()) {
        format!("`{number}` or `{digits}e{zeros}`")
    } else {
        format!("`{number}`")
    }
}

/// The type of a value as an author would call it, with its article.
fn type_word(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
