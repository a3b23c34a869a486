//! What changed, newest first.

use model::{Change, Kind, Record, Space};
use serde::Serialize;

use super::Knowledge;
use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct ChangeList {
    changes: Vec<ChangeView>,
    sources: Vec<SourceItem>,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    anchor: String,
    date: Html,
    title: Html,
    text: Html,
    records: Vec<Anchor>,
}

/// The newest changes, a line each, for a page about something else.
#[derive(Debug, Serialize)]
pub(super) struct LatestChanges {
    changes: Vec<ChangeLine>,
    n_changes: usize,
    /// The chapter with all of them.
    all: Anchor,
}

#[derive(Debug, Serialize)]
struct ChangeLine {
    date: Html,
    link: Anchor,
}

/// How many changes count as the newest.
const LATEST: usize = 4;

pub(super) fn of(draft: &mut Draft<'_>) -> ChangeList {
    let mut changes = Vec::new();
    for record in newest_first(draft.know) {
        let title = draft.title(&record.title);
        let text = draft.prose(&record.text);
        let anchor = |link: &model::Link<_>| match link.space {
            Space::Record(kind) => Some(draft.anchor(kind, &link.id)),
            _ => None,
        };
        changes.push(ChangeView {
            anchor: anchor_of(Kind::Change, &record.id),
            date: markup::date(record.date),
            title,
            text,
            records: record.records.iter().filter_map(anchor).collect(),
        });
    }
    ChangeList {
        changes,
        sources: draft.sources(),
    }
}

pub(super) fn latest(draft: &mut Draft<'_>) -> LatestChanges {
    let records = newest_first(draft.know);
    let line = |record: &&Record<Change>| ChangeLine {
        date: markup::date(record.date),
        link: draft.anchor(Kind::Change, &record.id),
    };
    LatestChanges {
        changes: records.iter().take(LATEST).map(line).collect(),
        n_changes: records.len(),
        all: draft.up(Kind::Change, "All changes"),
    }
}

fn newest_first(know: &Knowledge) -> Vec<&Record<Change>> {
    let mut records: Vec<_> = know.model.changes.iter().collect();
    records.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    records
}
