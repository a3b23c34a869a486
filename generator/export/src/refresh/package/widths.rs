//! How wide the columns of a table are once columns came and went.

use ooxml::table::{Column, TableEdit};

use crate::refresh::Edit;

/// The width of each new column, in EMU. New columns take the place of removed ones; where none are removed, all columns give
/// them their share, so that the table stays as wide as it was.
pub(super) fn make_room(columns: &[Column], edits: &[Edit], edit: &mut TableEdit) -> i64 {
    let gone = |at: usize| {
        let removes = |it: &Edit| matches!(it, Edit::RemoveColumn { column, .. } if *column == at);
        edits.iter().any(removes)
    };
    let is_new = |it: &&Edit| matches!(it, Edit::InsertColumn { .. });
    // Each is one of at most 60 columns.
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let n_new = number(edits.iter().filter(is_new).count());
    if n_new == 0 {
        return 0;
    }
    let total: i64 = columns.iter().map(|it| it.width).sum();
    let kept: Vec<_> = (0..columns.len()).filter(|it| !gone(*it)).collect();
    let left: i64 = kept.iter().map(|it| columns[*it].width).sum();
    if left < total {
        return (total - left) / n_new;
    }
    let width = total / number(kept.len()).saturating_add(n_new);
    for at in kept {
        let share = i128::from(columns[at].width) * i128::from(total - width * n_new);
        edit.set_width(at, (share / i128::from(total.max(1))) as i64);
    }
    width
}
