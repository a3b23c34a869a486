//! What changed, newest first.

use model::{Change, Id, Kind, Record, Space};
use serde::Serialize;

use super::Knowledge;
use super::by_kind::{OfKind, by_kind};
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
    n_records: usize,
    records: Vec<OfKind>,
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

/// A change, on the page of a record that it concerns.
#[derive(Debug, Serialize)]
pub(super) struct Past {
    date: Html,
    link: Anchor,
    /// What it says; nothing if it is about many records.
    text: Option<Html>,
}

/// A change of more records than this says little about each of them.
const ABOUT_FEW: usize = 3;

/// How many changes count as the newest.
const LATEST: usize = 4;

pub(super) fn of(draft: &mut Draft<'_>) -> ChangeList {
    let mut changes = Vec::new();
    for record in newest_first(draft.know) {
        let title = draft.title(&record.title);
        let text = draft.prose(&record.text);
        let records = record.records.iter().filter_map(|it| match it.space {
            Space::Record(kind) => Some((kind, &it.id)),
            _ => None,
        });
        let records: Vec<_> = records.collect();
        changes.push(ChangeView {
            anchor: anchor_of(Kind::Change, &record.id),
            date: markup::date(record.date),
            title,
            text,
            n_records: records.len(),
            records: by_kind(records, draft),
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

/// The changes that concern the record `id` of `kind`, newest first: reasons for accepting its verdict are among them.
pub(super) fn history(kind: Kind, id: &Id, draft: &mut Draft<'_>) -> Vec<Past> {
    let mut all = newest_first(draft.know);
    all.retain(|change| {
        let mut records = change.records.iter();
        records.any(|it| it.space == Space::Record(kind) && it.id == *id)
    });
    let past = |record: &Record<Change>| Past {
        date: markup::date(record.date),
        link: draft.anchor(Kind::Change, &record.id),
        text: (record.records.len() <= ABOUT_FEW).then(|| draft.prose(&record.text)),
    };
    all.into_iter().map(past).collect()
}

fn newest_first(know: &Knowledge) -> Vec<&Record<Change>> {
    let mut records: Vec<_> = know.model.changes.iter().collect();
    records.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    records
}
