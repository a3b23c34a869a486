//! One slide: its layout, and the ids of its shapes.

use std::collections::BTreeSet;

use roxmltree::Document;

use super::Finding;
use crate::package::Relationships;
use crate::xml::{MARKUP, PRESENTATION, is, number};

pub(super) fn check(
    part: &str,
    document: &Document,
    relationships: &Relationships,
    out: &mut Vec<Finding>,
) {
    let layouts = relationships.of_kind("slideLayout").count();
    if layouts != 1 {
        out.push(Finding::of(
            "no-layout",
            part,
            format!("leads to {layouts} layouts instead of one"),
        ));
    }
    let mut ids = BTreeSet::new();
    for node in document
        .descendants()
        .filter(|it| is(*it, PRESENTATION, "cNvPr"))
    {
        // A fallback repeats the ids of the choice that it stands for.
        if node.ancestors().any(|it| is(it, MARKUP, "Fallback")) {
            continue;
        }
        let id: Option<u32> = number(node, "id");
        match id {
            None | Some(0) => out.push(Finding::of("shape-id", part, "has a shape without an id")),
            Some(id) if !ids.insert(id) => {
                out.push(Finding::of(
                    "shape-id",
                    part,
                    format!("has two shapes of the id {id}"),
                ));
            }
            Some(_) => {}
        }
    }
}
