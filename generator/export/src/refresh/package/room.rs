//! Whether a table still fits its slide.

use ooxml::{EMU_PER_POINT, Presentation, Result, Text};

use super::report::Growth;
use super::tables::Ours;
use super::write::{Written, table_at};

/// The size of a slide, in EMU.
pub(super) struct Room {
    width: i64,
    height: i64,
}

impl Room {
    pub(super) fn of(presentation: &Presentation) -> Self {
        Self {
            width: presentation.width,
            height: presentation.height,
        }
    }

    /// Says by how much a table stands out of the slide, more than it did.
    pub(super) fn settle(
        &self,
        slide: Text,
        ours: &Ours,
        _shrink: bool,
        written: &mut Written,
    ) -> Result<Text> {
        // What is in a group has the coordinates of the group.
        if !ours.table.in_group {
            let now = self.beyond(&table_at(&slide, ours)?);
            let was = self.beyond(&ours.table);
            let grew = now.below_pt > was.below_pt || now.right_pt > was.right_pt;
            written.growth = grew.then_some(now);
        }
        Ok(slide)
    }

    fn beyond(&self, table: &ooxml::Table) -> Growth {
        let height: i64 = table.rows.iter().map(|it| it.height).sum();
        let width: i64 = table.columns.iter().map(|it| it.width).sum();
        let over = |end: i64, edge: i64| {
            (end.saturating_sub(edge).max(0) + EMU_PER_POINT - 1) / EMU_PER_POINT
        };
        Growth {
            below_pt: over(table.frame.y.saturating_add(height), self.height),
            right_pt: over(table.frame.x.saturating_add(width), self.width),
        }
    }
}
