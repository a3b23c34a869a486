//! Which rows and columns a changed table has, and how its cells are merged then.

use super::edit::TableEdit;
use super::{Merge, Table};
use crate::{Error, Result};

/// The rows and columns of the result, in order.
pub(super) struct Plan {
    pub(super) rows: Vec<Line>,
    pub(super) columns: Vec<Line>,
    regions: Vec<Region>,
    n_columns: usize,
}

/// A row or column of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It was there, with this number.
    Kept(usize),
    /// It is new: which of the new ones, and before which of the old ones.
    New { index: usize, at: usize },
}

/// A merged cell: rows and columns from the first to before the last.
#[derive(Clone, Copy, Debug)]
struct Region {
    rows: (usize, usize),
    columns: (usize, usize),
}

impl Plan {
    /// # Errors
    /// A row or column is not there, or a merged cell would lose its beginning.
    pub(super) fn of(edit: &TableEdit) -> Result<Self> {
        let table = edit.table;
        let (n_rows, n_columns) = (table.rows.len(), table.columns.len());
        if edit.has_structure() && table.rows.iter().any(|it| it.cells.len() != n_columns) {
            return Err(no(table, "one cell for each column in every row"));
        }
        let lines = |gone: &[usize], new: &[super::edit::NewLine], count: usize, what: &str| {
            let missing = |it: usize| no(table, &format!("{what} {}", it + 1));
            if let Some(it) = gone.iter().find(|it| **it >= count) {
                return Err(missing(*it));
            }
            if let Some(it) = new.iter().find(|it| it.at > count || it.template >= count) {
                return Err(missing(it.template.max(it.at)));
            }
            let mut out = Vec::new();
            for at in 0..=count {
                let here = new.iter().enumerate().filter(|it| it.1.at == at);
                out.extend(here.map(|(index, _)| Line::New { index, at }));
                if at < count && !gone.contains(&at) {
                    out.push(Line::Kept(at));
                }
            }
            Ok(out)
        };
        let plan = Self {
            rows: lines(&edit.gone_rows, &edit.new_rows, n_rows, "row")?,
            columns: lines(&edit.gone_columns, &edit.new_columns, n_columns, "column")?,
            regions: regions(table),
            n_columns,
        };
        if edit.has_structure() && (plan.rows.is_empty() || plan.columns.is_empty()) {
            return Err(Error::Emptied(table.name.clone()));
        }
        plan.refuse_beheading(table)?;
        Ok(plan)
    }

    /// A merged cell may shrink, but its text stands in its first row and column.
    fn refuse_beheading(&self, table: &Table) -> Result<()> {
        for it in &self.regions {
            let (rows, columns) = (it.rows.0, it.columns.0);
            let alive = self.n_rows_of(it) > 0 && self.n_columns_of(it) > 0;
            for (lines, first, what) in [
                (&self.rows, rows, "row"),
                (&self.columns, columns, "column"),
            ] {
                if alive && !lines.contains(&Line::Kept(first)) {
                    return Err(Error::Merged(
                        table.name.clone(),
                        format!("{what} {}", first + 1),
                    ));
                }
            }
        }
        Ok(())
    }

    /// How a cell is merged that is kept, if that changes.
    pub(super) fn changed(&self, row: usize, column: usize) -> Option<Merge> {
        let (row, column) = (Line::Kept(row), Line::Kept(column));
        let region = self.region_of(row, column)?;
        let same = self.n_rows_of(region) == region.rows.1 - region.rows.0
            && self.n_columns_of(region) == region.columns.1 - region.columns.0;
        (!same).then(|| self.within(region, row, column))
    }

    /// How a cell is merged of which row or column is new; `template` is the row that a new row looks like.
    pub(super) fn of_new(&self, row: Line, column: Line, template: Option<usize>) -> Merge {
        if let Some(region) = self.region_of(row, column) {
            return self.within(region, row, column);
        }
        // A copy of a row that is merged from left to right, such as a heading, is merged likewise.
        let like = template.and_then(|it| self.region_of(Line::Kept(it), column));
        match like.filter(|it| it.rows.1 - it.rows.0 == 1 && self.has_room(it, row)) {
            Some(region) => self.within(region, Line::Kept(region.rows.0), column),
            None => Merge::default(),
        }
    }

    /// Whether a new row can be merged as `region` is: its first column stays, and nothing that is merged from above is in its
    /// way.
    fn has_room(&self, region: &Region, row: Line) -> bool {
        let mut columns = self
            .columns
            .iter()
            .filter(|it| self.has_column(region, **it));
        self.columns.contains(&Line::Kept(region.columns.0))
            && columns.all(|it| self.region_of(row, *it).is_none())
    }

    fn region_of(&self, row: Line, column: Line) -> Option<&Region> {
        self.regions
            .iter()
            .find(|it| has_row(it, row) && self.has_column(it, column))
    }

    /// The cell of a region, with the attributes that `PowerPoint` writes: those in the first row repeat how many rows there
    /// are, those in the first column how many columns.
    fn within(&self, region: &Region, row: Line, column: Line) -> Merge {
        let (from_above, from_left) = (
            row != Line::Kept(region.rows.0),
            column != Line::Kept(region.columns.0),
        );
        Merge {
            columns: if from_left {
                1
            } else {
                self.n_columns_of(region)
            },
            rows: if from_above {
                1
            } else {
                self.n_rows_of(region)
            },
            from_left,
            from_above,
        }
    }

    fn n_rows_of(&self, region: &Region) -> usize {
        self.rows.iter().filter(|it| has_row(region, **it)).count()
    }

    fn n_columns_of(&self, region: &Region) -> usize {
        self.columns
            .iter()
            .filter(|it| self.has_column(region, **it))
            .count()
    }

    fn has_column(&self, region: &Region, column: Line) -> bool {
        let (first, end) = region.columns;
        match column {
            Line::Kept(it) => (first..end).contains(&it),
            Line::New { at, .. } => {
                let whole = first == 0 && end == self.n_columns && end > 1;
                first < at && (at < end || (whole && at == end))
            }
        }
    }
}

/// Whether a row of the result is among those of a merged cell.
fn has_row(region: &Region, row: Line) -> bool {
    let (first, end) = region.rows;
    match row {
        Line::Kept(it) => (first..end).contains(&it),
        Line::New { at, .. } => first < at && at < end,
    }
}

/// The merged cells of a table.
fn regions(table: &Table) -> Vec<Region> {
    let mut out = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let merge = cell.merge;
            if !merge.is_covered() && (merge.columns > 1 || merge.rows > 1) {
                out.push(Region {
                    rows: (at, at.saturating_add(merge.rows).min(table.rows.len())),
                    columns: (
                        column,
                        column
                            .saturating_add(merge.columns)
                            .min(table.columns.len()),
                    ),
                });
            }
        }
    }
    out
}

/// The error that something is not in the table.
pub(super) fn no(table: &Table, what: &str) -> Error {
    Error::NoCell(table.name.clone(), what.to_owned())
}

impl TableEdit<'_> {
    /// Whether rows or columns come or go.
    pub(super) fn has_structure(&self) -> bool {
        !(self.new_rows.is_empty()
            && self.gone_rows.is_empty()
            && self.new_columns.is_empty()
            && self.gone_columns.is_empty())
    }
}
