//! The article checked: every statement with what checking gave, and where it contradicts itself.

use model::{Kind, Record, Statement, StatementKind};
use serde::Serialize;

use super::by_kind::{OfKind, by_kind};
use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct Article {
    sections: Vec<Section>,
    counts: Vec<Count>,
    n_statements: usize,
    contradictions: Vec<ContradictionView>,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
}

/// How many statements ended with one result.
#[derive(Debug, Serialize)]
struct Count {
    status: &'static str,
    number: usize,
}

/// The statements of one section of the article.
#[derive(Debug, Serialize)]
struct Section {
    name: String,
    statements: Vec<StatementView>,
}

#[derive(Debug, Serialize)]
struct StatementView {
    anchor: String,
    order: u32,
    /// What it does, in words.
    kind: &'static str,
    says: Html,
    heading: Option<String>,
    /// Whether the heading was lost and is inferred.
    recovered: bool,
    status: &'static str,
    correction: Option<Html>,
    same_as: Option<Anchor>,
    records: Vec<OfKind>,
    cites: Html,
    reviewed: Html,
}

#[derive(Debug, Serialize)]
struct ContradictionView {
    anchor: String,
    title: Html,
    class: &'static str,
    resolution: Html,
    statements: Vec<Anchor>,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Article {
    let know = draft.know;
    let mut records: Vec<_> = know.model.statements.iter().collect();
    records.sort_by_key(|it| (it.order, it.id.clone()));
    let mut sections: Vec<Section> = Vec::new();
    for record in &records {
        let view = view(record, draft);
        match sections.last_mut() {
            Some(last) if last.name == record.place.text => last.statements.push(view),
            _ => sections.push(Section {
                name: record.place.text.clone(),
                statements: vec![view],
            }),
        }
    }
    let count = |word: &&'static str| Count {
        status: word,
        number: records
            .iter()
            .filter(|it| it.status.word() == *word)
            .count(),
    };
    Article {
        counts: model::StatementStatus::WORDS.iter().map(count).collect(),
        n_statements: records.len(),
        sections,
        contradictions: contradictions(draft),
        sources: draft.sources(),
        as_of: draft.as_of(),
    }
}

fn view(record: &Record<Statement>, draft: &mut Draft<'_>) -> StatementView {
    let says = draft.line(&record.says);
    let correction = draft.maybe(record.correction.as_ref());
    let records = record.records.iter().filter_map(|it| match it.space {
        model::Space::Record(kind) => Some((kind, &it.id)),
        _ => None,
    });
    let records = by_kind(records, draft);
    StatementView {
        anchor: anchor_of(Kind::Statement, &record.id),
        order: record.order,
        kind: in_words(record.kind),
        says,
        heading: record.heading.as_ref().map(|it| it.text.clone()),
        recovered: record.recovered,
        status: record.status.word(),
        correction,
        same_as: record
            .same_as
            .as_ref()
            .map(|it| draft.anchor(Kind::Statement, &it.id)),
        records,
        cites: draft.cites(&record.sources),
        reviewed: draft.reviewed(record.reviewed),
    }
}

fn in_words(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Definition => "says what something is",
        StatementKind::Pro => "speaks for an option",
        StatementKind::Con => "speaks against an option",
        StatementKind::UseCase => "names a use",
        StatementKind::DimensionCell => "compares",
        StatementKind::Verdict => "recommends",
        StatementKind::Example => "gives an example",
    }
}

fn contradictions(draft: &mut Draft<'_>) -> Vec<ContradictionView> {
    let know = draft.know;
    let mut views = Vec::new();
    for record in &know.model.contradictions {
        views.push(ContradictionView {
            anchor: anchor_of(Kind::Contradiction, &record.id),
            title: draft.title(&record.title),
            class: record.class.word(),
            resolution: draft.prose(&record.resolution),
            statements: draft.anchors(Kind::Statement, record.statements.iter().map(|it| &it.id)),
        });
    }
    views
}
