//! Where the texts of cells lead: other addresses for the links that are there, or none.

use super::Table;
use super::frames::{cells_of, rows_of, table_of, tables};
use super::write::unlink;
use crate::Result;
use crate::xml::{DRAWING, Edits, OFFICE, Text, is};

/// Another address for the links of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relink {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// The id of the relationship to which they lead; without one they are taken out, and their relationships stay.
    pub to: Option<String>,
}

impl Table {
    /// `slide`, from which this table was read, with other links in some of its cells.
    ///
    /// # Errors
    /// The slide is not XML.
    pub fn relinked(&self, slide: &Text, cells: &[Relink]) -> Result<Text> {
        let document = slide.parse()?;
        let mut edits = Edits::default();
        let table = tables(&document)
            .get(self.index)
            .and_then(|it| table_of(*it));
        for it in cells {
            let row = table.and_then(|table| rows_of(table).get(it.row).copied());
            let Some(cell) = row.and_then(|row| cells_of(row).get(it.column).copied()) else {
                continue;
            };
            for link in cell
                .descendants()
                .filter(|it| is(*it, DRAWING, "hlinkClick"))
            {
                let id = link.attributes().find(|it| {
                    it.name() == "id" && it.namespace().is_some_and(|it| OFFICE.contains(&it))
                });
                match (&it.to, id) {
                    (Some(to), Some(id)) => edits.replace(id.range_value(), crate::xml::escape(to)),
                    _ => {
                        if let Some(format) = link.parent() {
                            unlink(slide, format, &mut edits);
                        }
                    }
                }
            }
        }
        Ok(slide.with(edits.apply(slide)))
    }
}
