//! The merge of three tables.

mod agreed;
mod cells;
mod columns;
mod places;
mod removals;
mod rows;

use std::collections::HashSet;

use super::found::{Found, find};
use super::{Conflict, DeckGrid, Edit, Grid, Kept, Line, Merge, Take};

/// Brings a table of a deck up to date with the data.
///
/// `base` is what was last written, as [`Merge::base`] of that time, or the deck itself if it is known that nobody touched it;
/// nothing if neither is known. Texts are compared as by [`same`](super::same).
///
/// | what was written last, the deck and the data | what becomes of it |
/// |---|---|
/// | deck and data say the same | nothing |
/// | the deck says what was written last, the data something new | the data is written |
/// | the data says what was written last, the deck something new | the hand's work stays |
/// | all differ, or what was written last is not known | a conflict, unless `take` settles it |
///
/// A row or column that only the data has is inserted after the one before it in the data, behind what a hand added there.
/// One that a hand removed stays away, one that a hand added stays, and nothing changes places. One that the data has no more
/// is removed unless something in it was changed by hand, which is a conflict. So are cells merged by hand for which the data
/// has several texts, not all of them as they were.
///
/// If `base` is nothing and a conflict is left, there are no edits at all.
pub fn merge(base: Option<&Grid>, deck: &DeckGrid, data: &Grid, take: &Take) -> Merge {
    let refused = |conflict| Merge {
        conflicts: vec![conflict],
        base: base.cloned(),
        ..Merge::default()
    };
    if let Some(row) = deck.ragged() {
        return refused(Conflict::Ragged { row });
    }
    let Some(found) = find(base, deck, data) else {
        return refused(Conflict::Unrecognized);
    };
    let mut merging = Merging::of(&found, take);
    merging.cells();
    merging.removals();
    merging.old_columns();
    merging.new_columns();
    merging.old_rows();
    merging.new_rows();
    merging.end()
}

/// A merge under way. Rows and columns are places among the known unless they are said to be the deck's.
struct Merging<'a> {
    found: &'a Found<'a>,
    take: &'a Take,
    edits: Vec<Edit>,
    conflicts: Vec<Conflict>,
    kept: Vec<Kept>,
    /// Cells on which nobody agreed.
    open: HashSet<(usize, usize)>,
    /// The deck's rows that are removed.
    gone_rows: HashSet<usize>,
    /// The deck's columns that are removed.
    gone_columns: HashSet<usize>,
    /// By the deck's rows, whether nothing is merged from left to right once columns came and went.
    flat_rows: Vec<bool>,
    /// Before which of the deck's rows nothing is inserted, for a merged cell would hide it.
    split_rows: HashSet<usize>,
    /// Before which of the deck's columns nothing is inserted.
    split_columns: HashSet<usize>,
    /// Rows that the lock does not keep.
    forgotten_rows: HashSet<usize>,
    /// Columns that the lock does not keep.
    forgotten_columns: HashSet<usize>,
    /// The columns that are inserted, in the order of these edits.
    inserted: Vec<usize>,
}

impl<'a> Merging<'a> {
    fn of(found: &'a Found<'a>, take: &'a Take) -> Self {
        let (mut split_rows, mut split_columns) = (HashSet::new(), HashSet::new());
        for it in &found.regions {
            split_rows.extend(it.rows.clone().skip(1));
            if !found.is_across(it) && !found.is_of_heading(it) {
                split_columns.extend(it.columns.clone().skip(1));
            }
        }
        Self {
            found,
            take,
            gone_rows: HashSet::new(),
            gone_columns: HashSet::new(),
            flat_rows: Vec::new(),
            split_rows,
            split_columns,
            edits: Vec::new(),
            conflicts: Vec::new(),
            kept: Vec::new(),
            open: HashSet::new(),
            forgotten_rows: HashSet::new(),
            forgotten_columns: HashSet::new(),
            inserted: Vec::new(),
        }
    }

    fn keep_added(&mut self, line: Line, is_row: bool) {
        self.kept.push(Kept::Added { line, is_row });
    }

    fn keep_removed(&mut self, line: Line, is_row: bool) {
        self.kept.push(Kept::Removed { line, is_row });
    }

    fn end(self) -> Merge {
        let is_known = self.found.base.is_some() || self.conflicts.is_empty();
        Merge {
            base: is_known.then(|| self.agreed()),
            edits: if is_known { self.edits } else { Vec::new() },
            conflicts: self.conflicts,
            kept: self.kept,
        }
    }
}
