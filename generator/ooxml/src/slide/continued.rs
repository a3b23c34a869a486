//! A slide on which a table of another one goes on.

use std::collections::HashSet;
use std::io::{Read, Seek};

use roxmltree::Node;

use super::add::SLIDE_TYPE;
use super::list::{Entry, enter};
use crate::package::relationships::{part_of, with_only};
use crate::package::{Package, directory_of};
use crate::presentation::Presentation;
use crate::table::tables;
use crate::xml::{Edits, OFFICE, PRESENTATION, Text, child, is};
use crate::{Error, Result, Table};

/// What of a slide shows the same on every slide of its layout.
const KEPT: [&str; 5] = ["title", "ctrTitle", "ftr", "dt", "sldNum"];

/// Adds `count` slides right behind the one that is `part`, and returns their parts in this order. Each is made from the same
/// layout and shows its title, its footers and `table` as they are there. The presentation is read again.
///
/// Nothing else comes along: no picture or text beside the table, no notes, comments, animations or transition. Links and
/// pictures in what is shown lead where they did.
///
/// # Errors
/// The presentation is in the strict form, it has no such slide, or the table is part of a group or of alternate content.
pub fn continue_table(
    package: &mut Package<impl Read + Seek>,
    presentation: &mut Presentation,
    part: &str,
    table: &Table,
    count: usize,
) -> Result<Vec<String>> {
    let slide = package.text(part)?;
    let (copy, ids) = copied(&slide, table)?;
    let parts = package.attempt(|package| {
        let front = format!("{}slide", directory_of(part));
        let parts = package.free_names(&front, ".xml", count);
        let related = package.text(&part_of(part))?;
        let related = related.encode(&with_only(&related, &ids)?);
        for it in &parts {
            package.add(it, SLIDE_TYPE, slide.encode(&copy))?;
            package.put(&part_of(it), related.clone())?;
        }
        let entries = parts.iter().map(|it| Entry {
            after: Some(part),
            part: it,
        });
        enter(package, presentation, &entries.collect::<Vec<_>>())?;
        Ok(parts)
    })?;
    *presentation = Presentation::read(package)?;
    Ok(parts)
}

/// The text of the new slide, and the ids of the relationships that it uses.
fn copied(slide: &Text, table: &Table) -> Result<(String, HashSet<String>)> {
    let document = slide.parse()?;
    let root = document.root_element();
    if root.tag_name().namespace() == PRESENTATION.last().copied() {
        return Err(Error::Strict);
    }
    let gone = || Error::NoShape(table.name.clone());
    let frame = tables(&document)
        .get(table.index)
        .copied()
        .ok_or_else(gone)?;
    let lacks = || Error::Lacks(slide.part().to_owned(), "p:spTree");
    let content = child(root, PRESENTATION, "cSld").ok_or_else(lacks)?;
    let tree = child(content, PRESENTATION, "spTree").ok_or_else(lacks)?;
    if frame.parent() != Some(tree) {
        return Err(Error::Nested(table.name.clone()));
    }
    let stays = |it: &Node| match it.parent() {
        Some(parent) if parent == root => ["cSld", "clrMapOvr"]
            .iter()
            .any(|name| is(*it, PRESENTATION, name)),
        Some(parent) if parent == content => ["bg", "spTree"]
            .iter()
            .any(|name| is(*it, PRESENTATION, name)),
        Some(parent) if parent == tree => {
            ["nvGrpSpPr", "grpSpPr"]
                .iter()
                .any(|name| is(*it, PRESENTATION, name))
                || *it == frame
                || is_kept(*it)
        }
        // Data of an add-in belongs to one shape.
        _ => !is(*it, PRESENTATION, "custDataLst"),
    };
    let mut edits = Edits::default();
    let mut ids = HashSet::new();
    for node in root.descendants().filter(Node::is_element) {
        let mut line = node.ancestors().take_while(|it| *it != root);
        if line.any(|it| !stays(&it)) {
            edits.remove(node.range());
            continue;
        }
        let names = node
            .attributes()
            .filter(|it| it.namespace().is_some_and(|it| OFFICE.contains(&it)));
        ids.extend(names.map(|it| it.value().to_owned()));
    }
    Ok((edits.apply(slide), ids))
}

/// Whether a shape is a placeholder that every slide of the layout has.
fn is_kept(shape: Node) -> bool {
    let properties =
        child(shape, PRESENTATION, "nvSpPr").and_then(|it| child(it, PRESENTATION, "nvPr"));
    let placeholder = properties.and_then(|it| child(it, PRESENTATION, "ph"));
    let kind = placeholder.and_then(|it| it.attribute("type"));
    kind.is_some_and(|it| KEPT.contains(&it))
}
