//! A slide on which a table of another one goes on.

use std::collections::HashSet;
use std::io::{Read, Seek};

use roxmltree::Node;

use super::add::SLIDE_TYPE;
use super::list::{Entry, enter};
use crate::geometry::Frame;
use crate::package::relationships::{part_of, with_only};
use crate::package::{Package, directory_of};
use crate::presentation::Presentation;
use crate::table::tables;
use crate::xml::{DRAWING, Edits, OFFICE, PRESENTATION, Text, child, is, number, set_attribute};
use crate::{Error, Result, Table};

/// What of a slide shows the same on every slide of its layout.
const TITLES: [&str; 2] = ["title", "ctrTitle"];
const FOOTERS: [&str; 3] = ["ftr", "dt", "sldNum"];

/// Adds `count` slides right behind the one that is `part`, and returns their parts in this order. Each is made from the same
/// layout and shows its title, its footers and `table` as they are there; where no placeholder holds a title, the texts above
/// the table are taken for one. The presentation is read again.
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
    let has_title = children_of(tree).any(|it| kind_of(it).is_some_and(|it| TITLES.contains(&it)));
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
                || (!has_title && is_above(*it, table.frame.y))
        }
        // Data of an add-in belongs to one shape.
        _ => !is(*it, PRESENTATION, "custDataLst"),
    };
    let mut edits = Edits::default();
    let (mut ids, mut shapes) = (HashSet::new(), HashSet::new());
    let mut free = greatest_id(root);
    for node in root.descendants().filter(Node::is_element) {
        let mut line = node.ancestors().take_while(|it| *it != root);
        if line.any(|it| !stays(&it)) {
            edits.remove(node.range());
            continue;
        }
        // Some programs number shapes twice; nothing in the copy points at them.
        if is(node, PRESENTATION, "cNvPr") && !shapes.insert(number::<u32>(node, "id")) {
            free = free.saturating_add(1);
            set_attribute(slide, node, "id", &free.to_string(), &mut edits);
        }
        let names = node
            .attributes()
            .filter(|it| it.namespace().is_some_and(|it| OFFICE.contains(&it)));
        ids.extend(names.map(|it| it.value().to_owned()));
    }
    Ok((edits.apply(slide), ids))
}

/// The greatest id of a shape.
fn greatest_id(root: Node) -> u32 {
    let shapes = root
        .descendants()
        .filter(|it| is(*it, PRESENTATION, "cNvPr"));
    let ids = shapes.filter_map(|it| number::<u32>(it, "id"));
    ids.max().unwrap_or_default()
}

fn children_of<'a, 'i>(tree: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    tree.children().filter(Node::is_element)
}

/// Whether a shape is a placeholder that every slide of the layout has.
fn is_kept(shape: Node) -> bool {
    kind_of(shape).is_some_and(|it| TITLES.contains(&it) || FOOTERS.contains(&it))
}

/// The kind of the placeholder that a shape fills, if it says one.
fn kind_of<'a>(shape: Node<'a, '_>) -> Option<&'a str> {
    let properties = child(child(shape, PRESENTATION, "nvSpPr")?, PRESENTATION, "nvPr")?;
    child(properties, PRESENTATION, "ph")?.attribute("type")
}

/// Whether a shape is a text that stands above `top`, in EMU.
fn is_above(shape: Node, top: i64) -> bool {
    let place = child(shape, PRESENTATION, "spPr").and_then(|it| child(it, DRAWING, "xfrm"));
    let frame = place.and_then(Frame::of);
    is(shape, PRESENTATION, "sp")
        && child(shape, PRESENTATION, "txBody").is_some()
        && frame.is_some_and(|it| it.y.saturating_add(it.height) <= top)
}
