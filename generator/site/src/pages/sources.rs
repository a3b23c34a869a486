//! Sources: what each proves, and every record that cites it.

use model::{Kind, Record, Source};
use serde::Serialize;

use super::by_kind::{OfKind, by_kind};
use crate::draft::{Draft, anchor_of};
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
    cited_by: Vec<OfKind>,
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
    let citing = draft.know.referrers(Kind::Source, &record.id);
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
        cited_by: by_kind(citing.iter().map(|(kind, id)| (*kind, id)), draft),
    }
}
