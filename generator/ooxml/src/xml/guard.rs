//! Parsing of texts that anybody may have written.

use roxmltree::{Document, ParsingOptions};

use crate::limits::{MAX_ATTRIBUTES, MAX_DEPTH};
use crate::{Error, Result};

/// The tree of a part's text, unless it breaks a limit.
pub(super) fn parse<'text>(part: &str, text: &'text str) -> Result<Document<'text>> {
    survey(part, text)?;
    let options = ParsingOptions {
        allow_dtd: false,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|it| match it {
        roxmltree::Error::DtdDetected => Error::Doctype(part.to_owned()),
        other => Error::Xml(part.to_owned(), other.to_string()),
    })
}

/// Goes over the tags before the parser does, which takes any depth, and compares each attribute with each other one.
///
/// What is no XML is left to the parser to refuse.
fn survey(part: &str, text: &str) -> Result<()> {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!DOCTYPE") {
            return Err(Error::Doctype(part.to_owned()));
        }
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = skipped.iter().find(|it| rest.starts_with(it.0)) {
            rest = rest.find(end).map_or("", |at| &rest[at + end.len()..]);
            continue;
        }
        let tag = tag_of(rest);
        if tag.equals > MAX_ATTRIBUTES {
            return Err(Error::Attributes(part.to_owned()));
        }
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !tag.closes_itself {
            depth += 1;
            if depth > MAX_DEPTH {
                return Err(Error::Depth(part.to_owned()));
            }
        }
        rest = &rest[tag.length..];
    }
    Ok(())
}

struct Tag {
    length: usize,
    equals: usize,
    closes_itself: bool,
}

/// The tag that begins a text; a sign within quotes is none.
fn tag_of(text: &str) -> Tag {
    let mut quote = None;
    let mut equals = 0;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), _) if open == *byte => quote = None,
            (None, b'=') => equals += 1,
            (None, b'>') => {
                return Tag {
                    length: at + 1,
                    equals,
                    closes_itself: at > 0 && bytes[at - 1] == b'/',
                };
            }
            _ => {}
        }
    }
    Tag {
        length: text.len(),
        equals,
        closes_itself: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> Error {
        parse("part", text).expect_err("text that is refused")
    }

    #[test]
    fn a_document_type_is_refused_wherever_it_stands() {
        assert!(matches!(fails("<!DOCTYPE a><a/>"), Error::Doctype(_)));
        assert!(matches!(
            fails("<?xml version='1.0'?><!-- x --><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            Error::Doctype(_)
        ));
        assert!(
            parse(
                "part",
                "<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>"
            )
            .is_ok()
        );
    }

    #[test]
    fn depth_is_counted_before_parsing() {
        let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert!(parse("part", &nested(MAX_DEPTH)).is_ok());
        assert!(matches!(fails(&nested(MAX_DEPTH + 1)), Error::Depth(_)));
        assert!(matches!(fails(&"<a>".repeat(1_000_000)), Error::Depth(_)));
        let flat = format!("<a>{}</a>", "<b c='/>'/>".repeat(1000));
        assert!(parse("part", &flat).is_ok());
    }

    #[test]
    fn attributes_are_counted_before_parsing() {
        let many = |count: usize| {
            format!(
                "<a {}/>",
                (0..count)
                    .map(|it| format!("a{it}='=' "))
                    .collect::<String>()
            )
        };
        assert!(parse("part", &many(MAX_ATTRIBUTES)).is_ok());
        assert!(matches!(
            fails(&many(MAX_ATTRIBUTES + 1)),
            Error::Attributes(_)
        ));
    }

    #[test]
    fn what_is_no_xml_is_refused_with_its_place() {
        for text in [
            "",
            "<",
            "<a",
            "<a>",
            "<a b=>",
            "<a></b>",
            "<!-- ",
            "<a>\u{1}</a>",
            "<a>&b;</a>",
        ] {
            assert!(matches!(fails(text), Error::Xml(..)), "{text}");
        }
    }
}
