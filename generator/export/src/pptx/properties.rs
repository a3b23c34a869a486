//! The stamps of a deck among its custom properties, where a user can see them and no program drops them.
//!
//! # Source
//!
//! ECMA-376-1, 22.3 (custom properties).

use std::io::{Read, Seek};

use document::{Slides, Subject};
use ooxml::{NewRelationship, Package, Target};

use crate::html::escape;
use crate::slides::stamps;

const PART: &str = "docProps/custom.xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const KIND: &str = "custom-properties";
/// The class of properties that a user sets, and the first number that one may have.
const CLASS: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const FIRST: usize = 2;
/// A property holds so many bytes.
const MOST: usize = 255;
const END: &str = "</Properties>";
/// What the names of ours begin with.
const NAME: &str = "tradeoff-";

/// Writes the stamps of `slides`, and keeps what others set: a label of confidentiality is one of these properties.
pub(super) fn write(slides: &Slides, package: &mut Package<impl Read + Seek>) -> ooxml::Result<()> {
    let found = package.relationships("")?.first(KIND)?;
    let found = found.filter(|it| package.has(it));
    let texts = texts(slides);
    match found {
        Some(part) => {
            let old = package.text(&part)?;
            package.replace(&part, old.encode(&with_stamps(&old, &texts)))
        }
        None => {
            let text = with_stamps("", &texts);
            let part = match package.has(PART) {
                true => package.free_names("docProps/custom", ".xml", 1).remove(0),
                false => PART.to_owned(),
            };
            package.add(&part, TYPE, text.into_bytes())?;
            let target = Target::Part(part);
            package.relate("", &[NewRelationship { kind: KIND, target }])?;
            Ok(())
        }
    }
}

/// The stamps in pieces that a property can hold. A deck of one table is known by the stamp of the table.
fn texts(slides: &Slides) -> Vec<String> {
    let own = usize::from(matches!(slides.subject, Subject::Table(_)));
    let mut out: Vec<String> = Vec::new();
    for stamp in stamps(slides).iter().skip(own) {
        let mut words = stamp.split(' ');
        out.extend(words.next().map(str::to_owned));
        for word in words {
            match out.last_mut() {
                Some(last) if last.len() + 1 + word.len() <= MOST => {
                    last.push(' ');
                    last.push_str(word);
                }
                _ => out.push(word.to_owned()),
            }
        }
    }
    out
}

/// `old` with a property for each of `texts`, in place of those that an earlier deck left.
fn with_stamps(old: &str, texts: &[String]) -> String {
    let others = match old.trim_end().strip_suffix(END) {
        Some(it) => without_ours(it),
        None => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Properties \
             xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
             xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        ),
    };
    let numbers = others.split("pid=\"").skip(1);
    let numbers = numbers.filter_map(|it| it.split('"').next()?.parse::<usize>().ok());
    let first = numbers.max().map_or(FIRST, |it| it.saturating_add(1));
    let mut out = others;
    for (at, text) in texts.iter().enumerate() {
        let (pid, text) = (first.saturating_add(at), escape(text));
        out += &format!(
            "<property fmtid=\"{CLASS}\" pid=\"{pid}\" name=\"{NAME}{}\"><vt:lpwstr>{text}</vt:lpwstr></property>",
            at + 1
        );
    }
    out + END
}

/// The text without the properties that are ours.
fn without_ours(text: &str) -> String {
    let mut pieces = text.split("<property ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    let ours = format!("name=\"{NAME}");
    for piece in pieces {
        match (piece.contains(&ours), piece.split_once("</property>")) {
            (true, Some((_, rest))) => out += rest,
            _ => {
                out += "<property ";
                out += piece;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_others_stay_and_those_of_an_earlier_deck_go() {
        let label = "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"7\" name=\"MSIP_Label\"><vt:lpwstr>Secret</vt:lpwstr></property>";
        let old = format!("<Properties xmlns=\"a\" xmlns:vt=\"b\">{label}</Properties>");
        let once = with_stamps(&old, &["tradeoff:a@0 data 1".to_owned()]);
        let twice = with_stamps(&once, &["tradeoff:b@0 data 1".to_owned()]);
        assert!(twice.contains(label));
        assert!(twice.contains("pid=\"8\" name=\"tradeoff-1\"><vt:lpwstr>tradeoff:b@0 data 1<"));
        assert!(!twice.contains("tradeoff:a"));
        assert!(twice.ends_with("</property></Properties>"));
    }
}
