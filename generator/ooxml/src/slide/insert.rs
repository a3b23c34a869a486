//! A new table on a slide that is there.

use std::io::{Read, Seek};

use roxmltree::Node;

use crate::links::Links;
use crate::package::Package;
use crate::table::NewTable;
use crate::text::Writer;
use crate::xml::{Edits, PRESENTATION, append, child, is, number};
use crate::{Error, Result};

const NAMESPACES: &str = "<p:graphicFrame xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Adds a table above all other shapes of a slide, with texts of this language.
///
/// # Errors
/// The slide cannot be read, is in the strict form, or the cells of the table do not fill its grid.
pub fn insert_table(
    package: &mut Package<impl Read + Seek>,
    part: &str,
    table: &NewTable,
    language: &str,
) -> Result<()> {
    let text = package.text(part)?;
    let document = text.parse()?;
    let root = document.root_element();
    if root.tag_name().namespace() == PRESENTATION.last().copied() {
        return Err(Error::Strict);
    }
    let tree = child(root, PRESENTATION, "cSld").and_then(|it| child(it, PRESENTATION, "spTree"));
    let tree = tree.ok_or_else(|| Error::Lacks(part.to_owned(), "p:spTree"))?;
    // Ids of relationships are not in a row, so the new ones are those that `relate` will give.
    let mut probe = Links::from(1);
    table.xml(
        2,
        &mut Writer {
            language,
            links: &mut probe,
        },
    )?;
    let ids = package.relate(part, &probe.relationships().collect::<Vec<_>>())?;
    let mut links = Links::with_ids(ids);
    let xml = table.xml(
        free_shape_id(root),
        &mut Writer {
            language,
            links: &mut links,
        },
    )?;
    let xml = xml.replacen("<p:graphicFrame", NAMESPACES, 1);
    let mut edits = Edits::default();
    match child(tree, PRESENTATION, "extLst") {
        Some(last) => edits.insert(last.range().start, xml),
        None => append(&text, tree, &xml, &mut edits),
    }
    let changed = text.encode(&edits.apply(&text));
    package.replace(part, changed)
}

/// An id that no shape of the slide has, those in groups included.
fn free_shape_id(root: Node) -> u32 {
    let ids = root
        .descendants()
        .filter(|it| is(*it, PRESENTATION, "cNvPr"))
        .filter_map(|it| number::<u32>(it, "id"));
    let taken: std::collections::BTreeSet<u32> = ids.collect();
    let above = taken.last().copied().unwrap_or(1).checked_add(1);
    above
        .or_else(|| (2..u32::MAX).find(|it| !taken.contains(it)))
        .unwrap_or(2)
}
