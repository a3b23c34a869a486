//! Sources: what each proves, and every record that cites it.

use model::{Kind, Record, Source};
use serde::Serialize;

use crate::draft::{Anchor, Draft, anchor_of};
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct SourceList {
    publishers: Vec<Publisher>,
    n_sources: usize,
}

#[derive(Debug, Serialize)]
struct Publisher {
    name: String,
    sources: Vec<SourceView>,
}

#[derive(Debug, Serialize)]
struct SourceView {
    anchor: String,
    title: String,
    url: Option<String>,
    page: Option<String>,
    /// What it is: a word of the data.
    kind: &'static str,
    /// How close it is to what it tells: a word of the data.
    tier: &'static str,
    /// Its own date, in its own words.
    dated: String,
    accessed: Html,
    shows: Vec<Html>,
    cited_by: Vec<Citing>,
}

/// The records of one kind that cite a source.
#[derive(Debug, Serialize)]
struct Citing {
    /// The kind, as its folder is called.
    kind: &'static str,
    records: Vec<Anchor>,
}

pub(super) fn of(draft: &mut Draft<'_>) -> SourceList {
    let know = draft.know;
    let mut records: Vec<_> = know.model.sources.iter().collect();
    let key = |it: &Record<Source>| {
        let text = |word: &model::Word| word.text.to_lowercase();
        (text(&it.publisher), text(&it.title), it.id.clone())
    };
    records.sort_by_key(|it| key(it));
    let mut publishers: Vec<Publisher> = Vec::new();
    for record in records {
        let view = view(record, draft);
        match publishers.last_mut() {
            Some(last) if last.name == record.publisher.text => last.sources.push(view),
            _ => publishers.push(Publisher {
                name: record.publisher.text.clone(),
                sources: vec![view],
            }),
        }
    }
    SourceList {
        publishers,
        n_sources: know.model.sources.len(),
    }
}

fn view(record: &Record<Source>, draft: &mut Draft<'_>) -> SourceView {
    SourceView {
        anchor: anchor_of(Kind::Source, &record.id),
        title: record.title.text.clone(),
        url: record.url.as_ref().map(|it| it.text.clone()),
        page: record.page.as_ref().map(|it| it.text.clone()),
        kind: record.kind.word(),
        tier: record.tier.word(),
        dated: record.dated.text.clone(),
        accessed: markup::date(record.accessed),
        shows: record.shows.iter().map(|it| draft.line(it)).collect(),
        cited_by: cited_by(record, draft),
    }
}

fn cited_by(record: &Record<Source>, draft: &Draft<'_>) -> Vec<Citing> {
    let mut citing: Vec<Citing> = Vec::new();
    for (kind, id) in draft.know.referrers(Kind::Source, &record.id) {
        let anchor = draft.anchor(*kind, id);
        match citing.last_mut() {
            Some(last) if last.kind == kind.folder() => last.records.push(anchor),
            _ => citing.push(Citing {
                kind: kind.folder(),
                records: vec![anchor],
            }),
        }
    }
    citing
}
