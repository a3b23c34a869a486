//! The glossary: what terms mean in this book.

use model::Kind;
use serde::Serialize;

use crate::draft::{Draft, SourceItem, anchor_of};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct Glossary {
    terms: Vec<TermView>,
    sources: Vec<SourceItem>,
}

#[derive(Debug, Serialize)]
struct TermView {
    anchor: String,
    name: String,
    aliases: Vec<String>,
    short: Html,
    cites: Html,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Glossary {
    let know = draft.know;
    let mut terms = Vec::new();
    for id in know.in_order(Kind::Term) {
        if let Some(record) = know.model.glossary.get(&id) {
            terms.push(TermView {
                anchor: anchor_of(Kind::Term, &id),
                name: record.name.text.clone(),
                aliases: record.aliases.iter().map(|it| it.text.clone()).collect(),
                short: draft.line(&record.short),
                cites: draft.cites(&record.sources),
            });
        }
    }
    Glossary {
        terms,
        sources: draft.sources(),
    }
}
