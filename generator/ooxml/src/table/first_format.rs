//! The format of the first run of a cell: that of a cell that shows the same kind of text, or none of its own.

use roxmltree::Node;

use super::Table;
use super::frames::{cells_of, rows_of, table_of, tables};
use crate::Result;
use crate::xml::{DRAWING, Edits, Text, child, remove_attribute};

/// A cell by its row and column.
type At = (usize, usize);

impl Table {
    /// `slide` with the first run of some cells of this table in the format of cells that it had in `before`, each pair from
    /// there to here. What has no run, or a format that needs more than itself, is passed over.
    ///
    /// # Errors
    /// Either is not XML.
    pub fn with_first_formats(
        &self,
        before: &Text,
        slide: &Text,
        pairs: &[(At, At)],
    ) -> Result<Text> {
        let (old, new) = (before.parse()?, slide.parse()?);
        let (old, new) = (tables(&old), tables(&new));
        let table = |all: &[Node<'_, '_>]| all.len() > self.index;
        if !table(&old) || !table(&new) {
            return Ok(slide.clone());
        }
        let (old, new) = (table_of(old[self.index]), table_of(new[self.index]));
        let mut edits = Edits::default();
        for (from, to) in pairs {
            let from = old
                .and_then(|it| first_format(it, *from))
                .filter(|it| is_whole(*it));
            let to = new.and_then(|it| first_format(it, *to));
            if let (Some(from), Some(to)) = (from, to)
                && before.get(from.range()) != slide.get(to.range())
                && let Some(format) = before.get(from.range())
            {
                edits.replace(to.range(), format);
            }
        }
        Ok(slide.with(edits.apply(slide)))
    }

    /// `slide`, from which this table was read, with the first run of some cells neither bold nor in a color of its own.
    ///
    /// # Errors
    /// It is not XML.
    pub fn with_plain_formats(&self, slide: &Text, cells: &[At]) -> Result<Text> {
        let document = slide.parse()?;
        let table = tables(&document)
            .get(self.index)
            .and_then(|it| table_of(*it));
        let mut edits = Edits::default();
        for at in cells {
            let Some(format) = table.and_then(|it| first_format(it, *at)) else {
                continue;
            };
            remove_attribute(slide, format, "b", &mut edits);
            if let Some(fill) = child(format, DRAWING, "solidFill") {
                edits.remove(fill.range());
            }
        }
        Ok(slide.with(edits.apply(slide)))
    }
}

/// The format of the first run of a cell.
fn first_format<'a, 'i>(table: Node<'a, 'i>, (row, column): At) -> Option<Node<'a, 'i>> {
    let row = *rows_of(table).get(row)?;
    let cell = *cells_of(row).get(column)?;
    let body = child(cell, DRAWING, "txBody")?;
    let run = child(child(body, DRAWING, "p")?, DRAWING, "r")?;
    child(run, DRAWING, "rPr")
}

/// Whether a format is of drawing alone, and leads nowhere: it can stand anywhere in its slide.
fn is_whole(format: Node) -> bool {
    let mut all = format.descendants().filter(Node::is_element);
    all.all(|it| {
        it.tag_name()
            .namespace()
            .is_some_and(|it| DRAWING.contains(&it))
            && !it.tag_name().name().starts_with("hlink")
            && it.attributes().all(|it| it.namespace().is_none())
    })
}
