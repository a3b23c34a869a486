//! Where the tables of a slide stand in its tree.

use roxmltree::{Document, Node};

use crate::xml::{DRAWING, MARKUP, PRESENTATION, child, children, is};

/// The graphic frames with a table, in the order of the text; nothing of a fallback, which is written by a program.
pub(crate) fn tables<'a, 'i>(document: &'a Document<'i>) -> Vec<Node<'a, 'i>> {
    let frames = document
        .descendants()
        .filter(|it| is(*it, PRESENTATION, "graphicFrame"));
    let seen = frames.filter(|it| !it.ancestors().any(|above| is(above, MARKUP, "Fallback")));
    seen.filter(|it| table_of(*it).is_some()).collect()
}

/// The `a:tbl` of a graphic frame.
pub(crate) fn table_of<'a, 'i>(frame: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let graphic = child(frame, DRAWING, "graphic")?;
    child(child(graphic, DRAWING, "graphicData")?, DRAWING, "tbl")
}

/// The name, id and description of a graphic frame: `p:cNvPr`.
pub(crate) fn properties_of<'a, 'i>(frame: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(
        child(frame, PRESENTATION, "nvGraphicFramePr")?,
        PRESENTATION,
        "cNvPr",
    )
}

/// The `a:gridCol`s of a table.
pub(crate) fn columns_of<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let grid = child(table, DRAWING, "tblGrid");
    grid.into_iter()
        .flat_map(|it| children(it, DRAWING, "gridCol"))
        .collect()
}

/// The `a:tr`s of a table.
pub(crate) fn rows_of<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    children(table, DRAWING, "tr").collect()
}

/// The `a:tc`s of a row.
pub(crate) fn cells_of<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    children(row, DRAWING, "tc").collect()
}

/// The id of a row or column, which stands in an extension: `a16:rowId` or `a16:colId`.
pub(super) fn id_of<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    let extensions = child(node, DRAWING, "extLst")?;
    extensions
        .descendants()
        .find(|it| is(*it, crate::xml::DRAWING_2014, name))
}

/// The ids of rows or columns that have one.
pub(crate) fn ids_of(nodes: &[Node], name: &str) -> Vec<u32> {
    nodes
        .iter()
        .filter_map(|it| crate::xml::number(id_of(*it, name)?, "val"))
        .collect()
}
