//! Elements as they are written: their tags, and the edits of attributes and children.

use std::ops::Range;

use roxmltree::Node;

use super::{Edits, escape, is};

/// The bytes of the start tag of an element, and whether it is the end tag too.
pub(crate) fn start_tag(text: &str, node: Node) -> (Range<usize>, bool) {
    let range = node.range();
    let mut quote = None;
    let bytes = text.as_bytes();
    for at in range.clone() {
        let byte = bytes.get(at).copied().unwrap_or(b'>');
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => {
                let closes = at > range.start && bytes.get(at - 1) == Some(&b'/');
                return (range.start..at + 1, closes);
            }
            _ => {}
        }
    }
    (range, true)
}

/// The name of an element as it is written, with its prefix.
pub(crate) fn name_of<'text>(text: &'text str, node: Node) -> &'text str {
    let tag = text.get(node.range().start + 1..).unwrap_or_default();
    let end = tag.find(|it: char| it.is_whitespace() || it == '/' || it == '>');
    &tag[..end.unwrap_or(tag.len())]
}

/// The prefix of an element with its colon, or nothing: for new elements of the same namespace.
pub(crate) fn prefix<'text>(text: &'text str, node: Node) -> &'text str {
    let name = name_of(text, node);
    name.find(':').map_or("", |at| &name[..=at])
}

/// The first child of this name.
pub(crate) fn child<'a, 'i>(
    node: Node<'a, 'i>,
    namespaces: &[&str],
    name: &str,
) -> Option<Node<'a, 'i>> {
    node.children().find(|it| is(*it, namespaces, name))
}

/// All children of this name.
pub(crate) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    namespaces: &'static [&'static str],
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |it| is(*it, namespaces, name))
}

/// The number that an attribute holds.
pub(crate) fn number<T: std::str::FromStr>(node: Node, attribute: &str) -> Option<T> {
    node.attribute(attribute)?.trim().parse().ok()
}

/// Adds XML as the last children of an element.
pub(crate) fn append(text: &str, node: Node, xml: &str, edits: &mut Edits) {
    if xml.is_empty() {
        return;
    }
    let (tag, closes) = start_tag(text, node);
    if closes {
        let slash = tag.end.saturating_sub(2);
        edits.replace(slash..tag.end, format!(">{xml}</{}>", name_of(text, node)));
    } else {
        edits.insert(end_tag(text, node), xml);
    }
}

/// Where the end tag of an element begins, which has one.
fn end_tag(text: &str, node: Node) -> usize {
    let range = node.range();
    let inside = text.get(range.clone()).unwrap_or_default();
    range.start + inside.rfind("</").unwrap_or(inside.len())
}

/// Gives an attribute without a namespace this value.
pub(crate) fn set_attribute(text: &str, node: Node, name: &str, value: &str, edits: &mut Edits) {
    match node.attribute_node(name) {
        Some(it) if it.value() == value => {}
        Some(it) => edits.replace(it.range_value(), escape(value)),
        None => {
            let at = node.range().start + 1 + name_of(text, node).len();
            edits.insert(at, format!(" {name}=\"{}\"", escape(value)));
        }
    }
}

/// Takes an attribute out, and the space before it.
pub(crate) fn remove_attribute(text: &str, node: Node, name: &str, edits: &mut Edits) {
    if let Some(it) = node.attribute_node(name) {
        let before = text.get(..it.range().start).unwrap_or_default();
        edits.remove(before.trim_end().len()..it.range().end);
    }
}
