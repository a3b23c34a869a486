//! Whether a table still fits its slide, and smaller text where it does not.

use document::measure::{self, Face};
use ooxml::table::{Cell, Row};
use ooxml::{EMU_PER_POINT, Presentation, Result, Table, Text};

use super::Options;
use super::looks::kept;
use super::report::Growth;
use super::tables::Ours;
use super::written::Written;
use crate::refresh::Merge;

/// The sizes of text that are tried, in points, the largest first.
const SIZES_PT: [u32; 4] = [18, 16, 14, 12];
/// The size of text that says none, in hundredths of a point: that of ECMA-376-1, 21.1.2.3.9, in a table.
const DEFAULT_SIZE: u32 = 1800;

/// What is known of the slides of a deck.
pub(super) struct Room {
    width: i64,
    height: i64,
    /// The font of texts.
    font: String,
}

impl Room {
    pub(super) fn of(presentation: &Presentation) -> Self {
        let theme = presentation.masters.first().map(|it| &it.theme);
        Self {
            width: presentation.width,
            height: presentation.height,
            font: theme.map(|it| it.minor_font.clone()).unwrap_or_default(),
        }
    }

    /// Says by how much a table stands out of the slide, if it does so more than it did, or makes its text smaller until it
    /// does not.
    ///
    /// # Errors
    /// As [`ooxml::TableEdit::apply`].
    pub(super) fn settle(
        &self,
        slide: Text,
        ours: &Ours,
        options: &Options,
        written: &mut Written,
    ) -> Result<Text> {
        // What is in a group has the coordinates of the group.
        if ours.table.in_group {
            return Ok(slide);
        }
        let table = ours.table_in(&slide)?;
        let mut was = self.beyond(&ours.table);
        // Who asks for room asks for it where it has been wanting since long, too.
        if options.is_to_fit() {
            was.below_pt = 0;
        }
        let now = self.beyond(&table);
        let grew = |now: Growth| now.below_pt > was.below_pt || now.right_pt > was.right_pt;
        if !grew(now) {
            return Ok(slide);
        }
        written.growth = Some(now);
        if !options.shrink {
            return Ok(slide);
        }
        let sizes = table.rows.iter().flat_map(|it| &it.cells);
        let size = sizes.map(size_of).max().unwrap_or(DEFAULT_SIZE);
        let smaller = || SIZES_PT.into_iter().filter(|it| it * 100 < size);
        let fits = smaller().find(|it| !grew(self.beyond_in(&table, Some(it * 100))));
        let Some(size_pt) = fits.or(smaller().next_back()) else {
            return Ok(slide);
        };
        let mut edit = table.edit();
        edit.set_size(size_pt * 100);
        for (at, row) in table.rows.iter().enumerate() {
            let height = self.height(&table, row, Some(size_pt * 100));
            if height < row.height {
                edit.set_height(at, height);
            }
        }
        let now = self.beyond_in(&table, Some(size_pt * 100));
        written.growth = grew(now).then_some(now);
        written.shrunk_to_pt = Some(size_pt);
        Ok(edit.apply(&slide)?.slide)
    }

    /// `slide` with new rows as low as their texts and the lowest of the others allow: each is a copy, as high as what it was
    /// copied from.
    ///
    /// # Errors
    /// As [`ooxml::TableEdit::apply`].
    pub(super) fn lower(&self, slide: Text, ours: &Ours, merge: &Merge) -> Result<Text> {
        let kept = kept(ours.table.rows.len(), merge, true);
        let table = ours.table_in(&slide)?;
        let is_new = |at: &usize| !kept.contains(&Some(*at));
        let new: Vec<usize> = (0..table.rows.len()).filter(is_new).collect();
        if new.is_empty() {
            return Ok(slide);
        }
        let lowest = ours
            .table
            .rows
            .iter()
            .map(|it| it.height)
            .min()
            .unwrap_or(0);
        let mut edit = table.edit();
        for at in new {
            let height = self.needed_in(&table, &table.rows[at], None).max(lowest);
            if height < table.rows[at].height {
                edit.set_height(at, height);
            }
        }
        Ok(edit.apply(&slide)?.slide)
    }

    /// How far a table stands out of the slide.
    pub(super) fn beyond(&self, table: &Table) -> Growth {
        self.beyond_in(table, None)
    }

    /// The heights of its rows, in EMU: as they are written, unless texts need more.
    pub(super) fn heights(&self, table: &Table) -> Vec<i64> {
        let rows = table.rows.iter();
        rows.map(|it| self.height(table, it, None)).collect()
    }

    /// Where the room for a table ends, in EMU: above the footers of its layout, unless it reached further before.
    pub(super) fn bottom(&self, presentation: &Presentation, ours: &Ours) -> i64 {
        let mut layouts = presentation.layouts();
        let layout = layouts.find(|it| it.part == ours.layout);
        let places = layout.iter().flat_map(|it| &it.placeholders);
        let footers = places.filter(|it| matches!(it.kind.as_str(), "ftr" | "dt" | "sldNum"));
        let tops = footers.map(|it| it.frame.y);
        let tops = tops.filter(|it| *it > ours.table.frame.y && *it < self.height);
        let free = tops.min().unwrap_or(self.height / 20 * 19);
        let was: i64 = self.heights(&ours.table).iter().sum();
        let was = ours.table.frame.y.saturating_add(was);
        if was <= self.height {
            free.max(was)
        } else {
            free
        }
    }

    /// The same with its text in `size`, with rows as low as that allows.
    fn beyond_in(&self, table: &Table, size: Option<u32>) -> Growth {
        let rows = table.rows.iter().map(|it| self.height(table, it, size));
        let columns = table.columns.iter().map(|it| it.width);
        let over = |start: i64, length: i64, edge: i64| {
            let over = start.saturating_add(length).saturating_sub(edge).max(0);
            (over + EMU_PER_POINT - 1) / EMU_PER_POINT
        };
        Growth {
            below_pt: over(table.frame.y, rows.sum(), self.height),
            right_pt: over(table.frame.x, columns.sum(), self.width),
        }
    }

    /// The height of a row in EMU: what it says, unless its texts need more or, in another size, less.
    fn height(&self, table: &Table, row: &Row, size: Option<u32>) -> i64 {
        let needed = self.needed_in(table, row, size);
        match size {
            None => row.height.max(needed),
            Some(_) => needed,
        }
    }

    /// The height that the texts of a row need, in EMU.
    fn needed_in(&self, table: &Table, row: &Row, size: Option<u32>) -> i64 {
        let cells = row.cells.iter().enumerate();
        let needed = cells.map(|(at, cell)| self.needed(table, at, cell, size));
        needed.max().unwrap_or(0)
    }

    /// The height that the text of a cell needs, in EMU. One that goes over several rows can share what it needs.
    fn needed(&self, table: &Table, at: usize, cell: &Cell, size: Option<u32>) -> i64 {
        if cell.merge.is_covered() || cell.merge.rows > 1 {
            return 0;
        }
        let widths = table.columns.iter().skip(at).take(cell.merge.columns);
        let [left, right, top, bottom] = cell.margins;
        let width = widths.map(|it| it.width).sum::<i64>() - left - right;
        let font = cell.font.as_deref().filter(|it| !it.starts_with('+'));
        let face = Face::named(font.unwrap_or(&self.font)).face;
        let size_pt = size.unwrap_or_else(|| size_of(cell)) as f32 / 100.0;
        let width_pt = width as f32 / EMU_PER_POINT as f32;
        let paragraphs = cell.text.split('\n');
        let lines: usize = paragraphs
            .map(|it| measure::lines(it, face, size_pt, width_pt))
            .sum();
        let height_pt = lines as f32 * measure::pitch(face, size_pt);
        (height_pt * EMU_PER_POINT as f32) as i64 + top + bottom
    }
}

fn size_of(cell: &Cell) -> u32 {
    cell.size.unwrap_or(DEFAULT_SIZE)
}
