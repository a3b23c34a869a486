//! Every text of a table in one size.

use roxmltree::Node;

use super::frames::tables;
use crate::Result;
use crate::xml::{DRAWING, Edits, Text, append, child, is, prefix, set_attribute, start_tag};

/// The slide with every text of a table in this size, in hundredths of a point.
pub(super) fn resized(slide: &Text, index: usize, size: u32) -> Result<Text> {
    let document = slide.parse()?;
    let mut edits = Edits::default();
    let size = size.to_string();
    let table = tables(&document).get(index).copied();
    for node in table.into_iter().flat_map(|it| it.descendants()) {
        if ["rPr", "endParaRPr"].iter().any(|it| is(node, DRAWING, it)) {
            set_attribute(slide, node, "sz", &size, &mut edits);
        } else if ["r", "br", "fld"].iter().any(|it| is(node, DRAWING, it)) {
            if child(node, DRAWING, "rPr").is_none() {
                let format = format!("<{}rPr sz=\"{size}\"/>", prefix(slide, node));
                prepend(slide, node, &format, &mut edits);
            }
        } else if is(node, DRAWING, "p")
            && !node
                .children()
                .any(|it| it.is_element() && !is(it, DRAWING, "pPr"))
        {
            let format = format!("<{}endParaRPr sz=\"{size}\"/>", prefix(slide, node));
            append(slide, node, &format, &mut edits);
        }
    }
    Ok(slide.with(edits.apply(slide)))
}

/// Adds XML as the first child of an element.
fn prepend(text: &str, node: Node, xml: &str, edits: &mut Edits) {
    match start_tag(text, node) {
        (_, true) => append(text, node, xml, edits),
        (tag, false) => edits.insert(tag.end, xml),
    }
}
