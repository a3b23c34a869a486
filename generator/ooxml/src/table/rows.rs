//! Copies of rows and cells: other texts, ids of their own, no hyperlinks.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::Merge;
use super::body::Body;
use super::frames::{cells_of, id_of};
use super::write::set_text;
use crate::xml::{DRAWING, Edits, child, remove_attribute, set_attribute};

/// Ids of rows or columns that are not taken.
pub(super) struct FreeIds(BTreeSet<u32>);

impl FreeIds {
    pub(super) fn of(taken: impl Iterator<Item = u32>) -> Self {
        Self(taken.collect())
    }

    /// The next id: one more than the greatest, or the smallest that is free.
    pub(super) fn next(&mut self) -> u32 {
        let above = self.0.last().and_then(|it| it.checked_add(1));
        let id = above
            .or_else(|| (1..u32::MAX).find(|it| !self.0.contains(it)))
            .unwrap_or(1);
        self.0.insert(id);
        id
    }
}

/// The edits that give a cell this text and these merges, in a copy without hyperlinks.
pub(super) fn refill(text: &str, cell: Node, new: &str, merge: Merge, edits: &mut Edits) {
    if let Some(body) = child(cell, DRAWING, "txBody").map(Body::of) {
        set_text(text, &body, new, false, edits);
    }
    set_merge(text, cell, merge, edits);
}

/// The edits that make a cell merged so, and no other way.
pub(super) fn set_merge(text: &str, cell: Node, merge: Merge, edits: &mut Edits) {
    for (name, span) in [("rowSpan", merge.rows), ("gridSpan", merge.columns)] {
        match span {
            1 => remove_attribute(text, cell, name, edits),
            _ => set_attribute(text, cell, name, &span.to_string(), edits),
        }
    }
    for (name, covered) in [("hMerge", merge.from_left), ("vMerge", merge.from_above)] {
        match covered {
            false => remove_attribute(text, cell, name, edits),
            true => set_attribute(text, cell, name, "1", edits),
        }
    }
}

/// The edit that gives a copy of a row or column an id of its own, if the original has one.
pub(super) fn renumber(text: &str, node: Node, name: &str, ids: &mut FreeIds, edits: &mut Edits) {
    if let Some(id) = id_of(node, name) {
        set_attribute(text, id, "val", &ids.next().to_string(), edits);
    }
}

/// A copy of a cell.
pub(super) fn cell(text: &str, node: Node, new: &str, merge: Merge) -> String {
    let mut edits = Edits::default();
    refill(text, node, new, merge, &mut edits);
    edits.apply_to(text, node.range())
}

/// The cell of a row at a column, and where it begins.
pub(super) fn cell_at<'a, 'i>(row: Node<'a, 'i>, column: usize) -> Option<Node<'a, 'i>> {
    cells_of(row).get(column).copied()
}
