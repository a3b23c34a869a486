//! An edit as splices of the slide's text.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::Merge;
use super::body::Body;
use super::edit::{Edited, TableEdit};
use super::frames::{cells_of, columns_of, properties_of, rows_of, table_of, tables};
use super::plan::{Line, Plan, no};
use super::rows::{FreeIds, cell, cell_at, refill, renumber, set_merge};
use super::size::resized;
use super::write::{normalized, set_text};
use crate::xml::{DRAWING, Edits, PRESENTATION, Text, child, number, set_attribute};
use crate::{Error, Result};

impl TableEdit<'_> {
    /// The slide with all of it. Bytes that no change concerns are the same.
    ///
    /// # Errors
    /// `slide` is not the slide that the table was read from, there is no such row, column or cell, a text would stand in a
    /// cell that is covered, or a merged cell would lose its beginning.
    pub fn apply(&self, slide: &Text) -> Result<Edited> {
        apply(self, slide)
    }
}

fn apply(edit: &TableEdit, slide: &Text) -> Result<Edited> {
    let document = slide.parse()?;
    let table = edit.table;
    let gone = || Error::NoShape(table.name.clone());
    let frame = tables(&document)
        .get(table.index)
        .copied()
        .ok_or_else(gone)?;
    let properties =
        properties_of(frame).filter(|it| it.attribute("name").unwrap_or_default() == table.name);
    let properties = properties.ok_or_else(gone)?;
    let grid = Grid::of(slide, table_of(frame).ok_or_else(gone)?);
    if grid.rows.len() != table.rows.len() || grid.columns.len() != table.columns.len() {
        return Err(gone());
    }
    let plan = Plan::of(edit)?;
    let mut edits = Edits::default();
    if let Some(it) = &edit.description {
        set_attribute(slide, properties, "descr", it, &mut edits);
    }
    if let Some(it) = &edit.name {
        set_attribute(slide, properties, "name", it, &mut edits);
    }
    let flattened = grid.write_texts(edit, &mut edits)?;
    let (added, more) = grid.write_columns(edit, &plan, &mut edits)?;
    let higher = grid.write_rows(edit, &plan, &more, &mut edits)?;
    resize(slide, frame, added, higher, &mut edits);
    let mut text = slide.with(edits.apply(slide));
    if let Some(size) = edit.size {
        text = resized(&text, table.index, size)?;
    }
    Ok(Edited {
        slide: text,
        flattened,
    })
}

/// A table of the tree, with the text that it was parsed from.
struct Grid<'t, 'a, 'i> {
    text: &'t str,
    rows: Vec<Node<'a, 'i>>,
    columns: Vec<Node<'a, 'i>>,
}

/// What stands before each column of the rows that are there, by row and column.
type Inserted = BTreeMap<(usize, usize), String>;

impl<'t, 'a, 'i> Grid<'t, 'a, 'i> {
    fn of(text: &'t str, table: Node<'a, 'i>) -> Self {
        Self {
            text,
            rows: rows_of(table),
            columns: columns_of(table),
        }
    }

    /// Writes the texts of cells that stay, and returns those in which formats were lost.
    fn write_texts(&self, edit: &TableEdit, edits: &mut Edits) -> Result<Vec<(usize, usize)>> {
        // Of several texts for a cell the last one counts, and a cell is written once.
        let mut cells: BTreeMap<(usize, usize), Option<&str>> = BTreeMap::new();
        for at in &edit.unlinked {
            cells.insert(*at, None);
        }
        for it in &edit.texts {
            cells.insert((it.row, it.column), Some(&it.text));
        }
        let mut flattened = Vec::new();
        for ((row, column), new) in cells {
            let place = format!("row {}, column {}", row + 1, column + 1);
            let node = self.rows.get(row).and_then(|it| cell_at(*it, column));
            let (Some(node), Some(cell)) = (
                node,
                edit.table.rows.get(row).and_then(|it| it.cells.get(column)),
            ) else {
                return Err(no(edit.table, &place));
            };
            let new = new.unwrap_or(&cell.text);
            if cell.merge.is_covered() && new != cell.text && normalized(new) != cell.text {
                return Err(Error::Covered(edit.table.name.clone(), place));
            }
            let links = !edit.unlinked.contains(&(row, column));
            let body = child(node, DRAWING, "txBody").map(Body::of);
            let body = body.ok_or_else(|| no(edit.table, &place))?;
            if set_text(self.text, &body, new, links, edits) {
                flattened.push((row, column));
            }
        }
        Ok(flattened)
    }

    /// Changes the grid; returns by how much the table becomes wider, and the new cells of the rows that are there.
    fn write_columns(
        &self,
        edit: &TableEdit,
        plan: &Plan,
        edits: &mut Edits,
    ) -> Result<(i64, Inserted)> {
        let mut ids = FreeIds::of(edit.table.columns.iter().filter_map(|it| it.id));
        let mut wider = 0;
        let width = |it: usize| edit.table.columns.get(it).map_or(0, |it| it.width);
        for (column, new) in &edit.widths {
            let node = self
                .columns
                .get(*column)
                .ok_or_else(|| no(edit.table, &format!("column {}", column + 1)))?;
            set_attribute(self.text, *node, "w", &new.to_string(), edits);
            wider += new - width(*column);
        }
        let mut inserted = Inserted::new();
        for line in &plan.columns {
            let Line::New { index, at } = *line else {
                continue;
            };
            let new = &edit.new_columns[index];
            let mut own = Edits::default();
            let template = self.columns[new.template];
            set_attribute(self.text, template, "w", &new.width.to_string(), &mut own);
            renumber(self.text, template, "colId", &mut ids, &mut own);
            let xml = own.apply_to(self.text, template.range());
            insert_line(&self.columns, at, &xml, edits);
            wider += new.width;
            for (row, node) in self.rows.iter().enumerate() {
                let merge = plan.of_new(Line::Kept(row), *line, None);
                let text = new.texts.get(row).map_or("", String::as_str);
                refuse_covered(edit, merge, text, "a new column")?;
                if let Some(template) = cell_at(*node, new.template) {
                    let text = if merge.is_covered() { "" } else { text };
                    *inserted.entry((row, at)).or_default() +=
                        &cell(self.text, template, text, merge);
                }
            }
        }
        for (column, node) in self.columns.iter().enumerate() {
            if !plan.columns.contains(&Line::Kept(column)) {
                edits.remove(node.range());
                wider -= width(column);
            }
        }
        Ok((wider, inserted))
    }

    /// Changes the rows; returns by how much the table becomes higher.
    fn write_rows(
        &self,
        edit: &TableEdit,
        plan: &Plan,
        inserted: &Inserted,
        edits: &mut Edits,
    ) -> Result<i64> {
        let mut ids = FreeIds::of(edit.table.rows.iter().filter_map(|it| it.id));
        let height = |it: usize| edit.table.rows.get(it).map_or(0, |it| it.height);
        let mut higher = 0;
        for (row, new) in &edit.heights {
            let node = self
                .rows
                .get(*row)
                .ok_or_else(|| no(edit.table, &format!("row {}", row + 1)))?;
            set_attribute(self.text, *node, "h", &new.to_string(), edits);
            higher += new - height(*row);
        }
        for line in &plan.rows {
            if let Line::New { index, at } = *line {
                let xml = self.new_row(edit, plan, *line, index, &mut ids)?;
                insert_line(&self.rows, at, &xml, edits);
                higher += height(edit.new_rows[index].template);
            }
        }
        for (row, node) in self.rows.iter().enumerate() {
            if !plan.rows.contains(&Line::Kept(row)) {
                edits.remove(node.range());
                higher -= height(row);
                continue;
            }
            let cells = cells_of(*node);
            for (column, cell) in cells.iter().enumerate() {
                // Not by the plan: a row may have more cells than there are columns, and keeps them.
                if edit.gone_columns.contains(&column) {
                    edits.remove(cell.range());
                } else if let Some(merge) = plan.changed(row, column) {
                    set_merge(self.text, *cell, merge, edits);
                }
            }
            for ((_, at), xml) in inserted.range((row, 0)..=(row, usize::MAX)) {
                insert_line(&cells, *at, xml, edits);
            }
        }
        Ok(higher)
    }

    /// A new row: the template with every cell refilled.
    fn new_row(
        &self,
        edit: &TableEdit,
        plan: &Plan,
        line: Line,
        index: usize,
        ids: &mut FreeIds,
    ) -> Result<String> {
        let new = &edit.new_rows[index];
        let row = self.rows[new.template];
        let cells = cells_of(row);
        let mut own = Edits::default();
        renumber(self.text, row, "rowId", ids, &mut own);
        for (column, node) in cells.iter().enumerate() {
            if !plan.columns.contains(&Line::Kept(column)) {
                own.remove(node.range());
                continue;
            }
            let merge = plan.of_new(line, Line::Kept(column), Some(new.template));
            let text = new.texts.get(column).map_or("", String::as_str);
            refuse_covered(edit, merge, text, "a new row")?;
            refill(self.text, *node, text, merge, &mut own);
        }
        for column in &plan.columns {
            if let Line::New { index, at } = *column {
                let template = edit.new_columns[index].template;
                let merge = plan.of_new(line, *column, Some(new.template));
                if let Some(node) = cells.get(template) {
                    insert_line(&cells, at, &cell(self.text, *node, "", merge), &mut own);
                }
            }
        }
        Ok(own.apply_to(self.text, row.range()))
    }
}

/// A text that nobody would see is not written.
fn refuse_covered(edit: &TableEdit, merge: Merge, text: &str, place: &str) -> Result<()> {
    if merge.is_covered() && !text.is_empty() {
        return Err(Error::Covered(
            edit.table.name.clone(),
            format!("a text of {place}"),
        ));
    }
    Ok(())
}

/// Inserts XML before the node at `at`, or behind the last one.
fn insert_line(nodes: &[Node], at: usize, xml: &str, edits: &mut Edits) {
    match (nodes.get(at), nodes.last()) {
        (Some(node), _) => edits.insert(node.range().start, xml),
        (None, Some(last)) => edits.insert(last.range().end, xml),
        (None, None) => {}
    }
}

/// Makes the shape wider and higher, so that its handles stand where the table ends.
fn resize(text: &str, frame: Node, wider: i64, higher: i64, edits: &mut Edits) {
    let extent = child(frame, PRESENTATION, "xfrm").and_then(|it| child(it, DRAWING, "ext"));
    let Some(extent) = extent else { return };
    for (name, more) in [("cx", wider), ("cy", higher)] {
        if let Some(now) = number::<i64>(extent, name).filter(|_| more != 0) {
            set_attribute(
                text,
                extent,
                name,
                &now.saturating_add(more).max(0).to_string(),
                edits,
            );
        }
    }
}
