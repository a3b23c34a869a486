//! Addresses on the web.

use std::ops::Deref;

use source::{Diagnostic, Span};

use crate::Shape;
use crate::decode::{Decode, Decoder, Item};
use crate::rules::BAD_LINK;

/// An address that a page may link to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Url {
    /// The address.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Deref for Url {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Decode for Url {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let text =
            super::plain::string(item, "an address", super::plain::Lines::One, cx)?.to_owned();
        let span = cx.span(item.span());
        check(&text, span, cx)?;
        Some(Self { text, span })
    }

    fn shape() -> Shape {
        Shape::Url
    }
}

/// Reports `text` unless its scheme is one that cannot run anything and it has no characters that no address has.
pub(super) fn check(text: &str, span: Span, cx: &mut Decoder<'_>) -> Option<()> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://", "mailto:"]
        .iter()
        .find(|scheme| lower.starts_with(*scheme));
    let rest = scheme.map_or("", |scheme| &text[scheme.len()..]);
    let clean = !text.contains(|it: char| {
        it.is_whitespace() || matches!(it, '<' | '>' | '"' | '\\' | '`' | '{' | '}')
    });
    if !rest.is_empty() && clean {
        return Some(());
    }
    let found = Diagnostic::error(
        BAD_LINK,
        span,
        format!("`{text}` is not an address that may be published"),
    );
    cx.report(
        found.help("write an https:, http: or mailto: address, or link a record as `kind:id`"),
    );
    None
}
