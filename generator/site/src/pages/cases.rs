//! Real choices that somebody made, newest first.

use model::{Case, Kind, Record};
use serde::Serialize;

use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct CaseList {
    cases: Vec<CaseView>,
    sources: Vec<SourceItem>,
}

#[derive(Debug, Serialize)]
pub(super) struct CaseView {
    anchor: String,
    link: Anchor,
    title: Html,
    /// When, as precisely as is known.
    date: String,
    was: Html,
    chose: Vec<Anchor>,
    use_cases: Vec<Anchor>,
    /// How close the source is: a word of the data.
    evidence: &'static str,
    summary: Html,
    reasons: Vec<Html>,
    outcome: Html,
    hard: Option<Html>,
    cites: Html,
}

pub(super) fn of(draft: &mut Draft<'_>) -> CaseList {
    let mut records: Vec<_> = draft.know.model.cases.iter().collect();
    // What has no date comes last: a word would sort before every year.
    let date = |it: &Record<Case>| {
        let text = &it.date.text;
        let dated = text.starts_with(|it: char| it.is_ascii_digit());
        dated.then(|| text.clone())
    };
    records.sort_by(|a, b| (date(b), &a.id).cmp(&(date(a), &b.id)));
    CaseList {
        cases: records.into_iter().map(|it| view(it, draft)).collect(),
        sources: draft.sources(),
    }
}

/// One case.
pub(super) fn view(record: &Record<Case>, draft: &mut Draft<'_>) -> CaseView {
    let title = draft.title(&record.title);
    let summary = draft.prose(&record.summary);
    CaseView {
        anchor: anchor_of(Kind::Case, &record.id),
        link: draft.anchor(Kind::Case, &record.id),
        title,
        date: record.date.text.clone(),
        was: draft.line(&record.was),
        chose: draft.anchors(Kind::Alternative, record.chose.iter().map(|it| &it.id)),
        use_cases: draft.anchors(Kind::UseCase, record.use_cases.iter().map(|it| &it.id)),
        evidence: record.evidence.word(),
        summary,
        reasons: record.reasons.iter().map(|it| draft.line(it)).collect(),
        outcome: draft.line(&record.outcome),
        hard: draft.maybe(record.hard.as_ref()),
        cites: draft.cites(&record.sources),
    }
}
