//! Texts of a slide: of its title, of its footer, of a shape by its name.

use roxmltree::Node;

use crate::Result;
use crate::table::{Body, set_text};
use crate::xml::{DRAWING, Edits, PRESENTATION, Text, child, is};

/// The kinds of the placeholders of a title.
const TITLE: [&str; 2] = ["title", "ctrTitle"];
/// The kind of that of a footer.
const FOOTER: [&str; 1] = ["ftr"];

/// The text of the title, if a slide has one: lines are joined by spaces.
pub(super) fn title(root: Node) -> Option<String> {
    let body = body(root, &TITLE)?;
    let pieces = body.descendants().filter_map(|it| match it {
        _ if is(it, DRAWING, "t") => Some(it.text().unwrap_or_default()),
        _ if is(it, DRAWING, "br") || is(it, DRAWING, "p") => Some(" "),
        _ => None,
    });
    let text: String = pieces.collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The body of the first placeholder of one of these kinds.
fn body<'a, 'i>(root: Node<'a, 'i>, kinds: &[&str]) -> Option<Node<'a, 'i>> {
    let is_meant = |it: &Node| {
        is(*it, PRESENTATION, "ph") && it.attribute("type").is_some_and(|it| kinds.contains(&it))
    };
    let placeholder = root.descendants().find(is_meant)?;
    child(placeholder.ancestors().nth(3)?, PRESENTATION, "txBody")
}

/// `slide` with what `change` makes of the text of its title, in the format that it has; a line feed stands between lines. One
/// without a title, or with an empty one, stays as it is.
///
/// # Errors
/// The slide is not XML.
pub fn with_title(slide: &Text, change: impl FnOnce(&str) -> String) -> Result<Text> {
    with_text(slide, |root| body(root, &TITLE), change)
}

/// The same with the text of its footer.
///
/// # Errors
/// The slide is not XML.
pub fn with_footer(slide: &Text, change: impl FnOnce(&str) -> String) -> Result<Text> {
    with_text(slide, |root| body(root, &FOOTER), change)
}

/// The same with the text of the first shape of this name.
///
/// # Errors
/// The slide is not XML.
pub fn with_shape(slide: &Text, name: &str, change: impl FnOnce(&str) -> String) -> Result<Text> {
    with_text(slide, |root| named(root, name), change)
}

/// The body of the first shape of this name.
fn named<'a, 'i>(root: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    let mut shapes = root.descendants().filter(|it| is(*it, PRESENTATION, "sp"));
    let name_of = |it: &Node<'a, 'i>| {
        let properties = child(child(*it, PRESENTATION, "nvSpPr")?, PRESENTATION, "cNvPr")?;
        properties.attribute("name")
    };
    let shape = shapes.find(|it| name_of(it) == Some(name))?;
    child(shape, PRESENTATION, "txBody")
}

fn with_text(
    slide: &Text,
    find: impl for<'a, 'i> FnOnce(Node<'a, 'i>) -> Option<Node<'a, 'i>>,
    change: impl FnOnce(&str) -> String,
) -> Result<Text> {
    let document = slide.parse()?;
    let Some(node) = find(document.root_element()) else {
        return Ok(slide.clone());
    };
    let body = Body::of(node);
    let old = body.text();
    let mut edits = Edits::default();
    if !old.trim().is_empty() {
        set_text(slide, &body, &change(&old), true, &mut edits);
    }
    Ok(slide.with(edits.apply(slide)))
}
