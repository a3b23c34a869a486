//! Parsing of texts that anybody may have written.

use roxmltree::{Document, ParsingOptions};

use crate::limits::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_NAMESPACES, MAX_NODES};
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

/// Goes over the tags before the parser does, which takes any depth and any number, compares each attribute with each other
/// one, and copies all namespaces that hold for each element that declares one.
///
/// What is no XML is left to the parser to refuse.
fn survey(part: &str, text: &str) -> Result<()> {
    let part = || part.to_owned();
    // How many namespaces hold within each open element.
    let mut open = Vec::new();
    let (mut nodes, mut namespaces) = (0, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!DOCTYPE") {
            return Err(Error::Doctype(part()));
        }
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = skipped.iter().find(|it| rest.starts_with(it.0)) {
            rest = rest.find(end).map_or("", |at| &rest[at + end.len()..]);
            continue;
        }
        let tag = tag_of(rest);
        let holding = open.last().copied().unwrap_or(0) + tag.namespaces;
        nodes += 1 + tag.attributes;
        if tag.namespaces > 0 {
            namespaces += holding;
        }
        if rest.starts_with("</") {
            open.pop();
        } else if !tag.closes_itself {
            open.push(holding);
        }
        for (broken, error) in [
            (open.len() > MAX_DEPTH, Error::Depth as fn(String) -> Error),
            (tag.attributes > MAX_ATTRIBUTES, Error::Attributes),
            (nodes > MAX_NODES, Error::Nodes),
            (namespaces > MAX_NAMESPACES, Error::Namespaces),
        ] {
            if broken {
                return Err(error(part()));
            }
        }
        rest = &rest[tag.length..];
    }
    Ok(())
}

/// What a tag is, as far as it costs anything.
struct Tag {
    length: usize,
    attributes: usize,
    namespaces: usize,
    closes_itself: bool,
}

/// The tag that begins a text; a sign within quotes is none.
fn tag_of(text: &str) -> Tag {
    let bytes = text.as_bytes();
    let mut tag = Tag {
        length: bytes.len(),
        attributes: 0,
        namespaces: 0,
        closes_itself: false,
    };
    // Where the last word began: space may stand before the equals sign, too.
    let (mut at, mut word, mut is_space) = (0, 0, false);
    while let Some(byte) = bytes.get(at) {
        if is_space && *byte != b'=' {
            word = at;
        }
        is_space = byte.is_ascii_whitespace();
        match byte {
            b'"' | b'\'' => match bytes[at + 1..].iter().position(|it| it == byte) {
                Some(length) => at += 1 + length,
                None => break,
            },
            b'=' => {
                tag.attributes += 1;
                tag.namespaces += usize::from(bytes[word..at].starts_with(b"xmlns"));
            }
            b'>' => {
                tag.length = at + 1;
                tag.closes_itself = at > 0 && bytes[at - 1] == b'/';
                break;
            }
            _ => {}
        }
        at += 1;
    }
    tag
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
    fn nodes_and_namespaces_are_counted_before_parsing() {
        let flat = format!("<a>{}</a>", "<b c=''/>".repeat(MAX_NODES / 2));
        assert!(matches!(fails(&flat), Error::Nodes(_)));
        let names = |level: usize| {
            (0..250)
                .map(|it| format!(" xmlns:n{level}x{it} = 'u'"))
                .collect::<String>()
        };
        let scope: String = (0..100).map(|it| format!("<a{}>", names(it))).collect();
        let many = format!("{scope}{}", "<b xmlns='v'/>".repeat(500));
        assert!(matches!(fails(&many), Error::Namespaces(_)));
        // As a table of 1,000 rows has them.
        let rows = "<r><x:id xmlns:x='u' val='1'/></r>".repeat(1000);
        assert!(
            parse(
                "part",
                &format!("<a xmlns='p' xmlns:a='a' xmlns:r='r'>{rows}</a>")
            )
            .is_ok()
        );
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
