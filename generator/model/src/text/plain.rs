//! Plain text, and what every text is checked for: characters that a reviewer would not see.

use std::fmt;
use std::ops::Deref;

use source::{Diagnostic, Span};

use crate::Shape;
use crate::decode::{Decode, Decoder, Item};
use crate::rules::{HIDDEN_CHARACTER, OUT_OF_RANGE};

/// Plain text without markup, on one line and not empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// How many lines a text may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Many,
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Word {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl Decode for Word {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let text = string(item, "a text", Lines::One, cx)?.to_owned();
        let span = cx.span(item.span());
        Some(Self { text, span })
    }

    fn shape() -> Shape {
        Shape::Word
    }
}

/// The string of `item` if it is one, is not empty, has no more lines than allowed and hides nothing.
pub(super) fn string<'t>(
    item: &'t Item<'_>,
    wanted: &str,
    lines: Lines,
    cx: &mut Decoder<'_>,
) -> Option<&'t str> {
    let Some(text) = item.get_ref().as_str() else {
        return cx.wrong_type(item, wanted);
    };
    let span = cx.span(item.span());
    if text.trim().is_empty() {
        cx.report(
            Diagnostic::error(OUT_OF_RANGE, span, "this text is empty")
                .help("write it, or leave the field out if it is optional"),
        );
        return None;
    }
    if lines == Lines::One && text.trim_end().contains('\n') {
        let found = Diagnostic::error(
            OUT_OF_RANGE,
            span,
            "this text has several lines, its field has room for one",
        );
        cx.report(found.help("shorten it to one line"));
        return None;
    }
    if let Some(hidden) = text.chars().find(|it| is_hidden(*it)) {
        let title = format!(
            "this text holds the invisible character U+{:04X}",
            hidden as u32
        );
        let found = Diagnostic::error(HIDDEN_CHARACTER, span, title);
        cx.report(
            found.help("remove it: it can make a reviewer read something else than the reader"),
        );
        return None;
    }
    Some(text.trim())
}

/// Control characters and characters that turn the direction of text.
fn is_hidden(it: char) -> bool {
    let turns = matches!(it, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || it.is_control() && !matches!(it, '\n' | '\r' | '\t')
}
