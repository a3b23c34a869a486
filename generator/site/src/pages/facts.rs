//! Facts: every number, range and word of the book, by product, with its source and dates.

use model::{Fact, Id, Kind, Line, Record, Run, Title};
use serde::Serialize;

use super::measures::{self, MeasureView};
use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct FactList {
    products: Vec<Group>,
    n_facts: usize,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
}

/// The facts of one product, or those of none.
#[derive(Debug, Serialize)]
struct Group {
    /// The anchor of the group.
    anchor: String,
    /// The product; none for facts that belong to no single one.
    product: Option<Anchor>,
    name: Option<String>,
    n_facts: usize,
    measures: Vec<MeasureView>,
}

#[derive(Debug, Serialize)]
pub(super) struct FactView {
    anchor: String,
    href: Option<String>,
    title: Html,
    text: String,
    note: Option<Html>,
    /// The source's own date, in its own words.
    as_of: Option<String>,
    cites: Html,
    reviewed: Html,
    expires: Option<Html>,
}

pub(super) fn of(draft: &mut Draft<'_>) -> FactList {
    let know = draft.know;
    let mut products = Vec::new();
    for id in know.in_order(Kind::Product) {
        let ids = know.referring(Kind::Fact, Kind::Product, &id);
        let facts = ids.filter_map(|id| know.model.facts.get(id));
        let facts: Vec<_> = facts.collect();
        if !facts.is_empty() {
            let name = know.model.title_of(Kind::Product, &id);
            products.push(Group {
                anchor: format!("facts-{id}"),
                product: Some(draft.anchor(Kind::Product, &id)),
                n_facts: facts.len(),
                measures: measures::of(&facts, name.as_deref(), draft),
                name,
            });
        }
    }
    let others = know.model.facts.iter().filter(|it| it.product.is_none());
    let facts: Vec<_> = others.collect();
    if !facts.is_empty() {
        products.push(Group {
            // No id has two hyphens in a row.
            anchor: "facts--other".to_owned(),
            product: None,
            name: None,
            n_facts: facts.len(),
            measures: measures::of(&facts, None, draft),
        });
    }
    FactList {
        n_facts: know.model.facts.len(),
        products,
        sources: draft.sources(),
        as_of: draft.as_of(),
    }
}

/// One fact among those of `subject`, whose name its title need not repeat; its note without `left_out` at the end.
pub(super) fn view(
    record: &Record<Fact>,
    subject: Option<&str>,
    left_out: &str,
    draft: &mut Draft<'_>,
) -> FactView {
    let id: &Id = &record.id;
    let note = record.note.as_ref().map(|it| without_end(it, left_out));
    let note = note.filter(|it| !it.runs.is_empty());
    FactView {
        anchor: anchor_of(Kind::Fact, id),
        href: draft.links.to(Kind::Fact, id),
        title: draft.title(&without_subject(&record.title, subject)),
        text: record.text(),
        note: draft.maybe(note.as_ref()),
        as_of: record.as_of.as_ref().map(|it| it.text.clone()),
        cites: draft.cites(&record.sources),
        reviewed: draft.reviewed(record.reviewed),
        expires: record.expires.map(markup::date),
    }
}

/// `longest run` instead of `Product: longest run`.
fn without_subject(title: &Title, subject: Option<&str>) -> Title {
    let mut title = title.clone();
    if let (Some(subject), Some(Run::Text(text))) = (subject, title.runs.first_mut())
        && let Some(rest) = text.strip_prefix(subject)
        && let Some(rest) = rest.strip_prefix(": ")
        && !rest.is_empty()
    {
        *text = capitalized(rest);
    }
    title
}

fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}

/// A note without the sentences at its end that are said elsewhere.
fn without_end(note: &Line, end: &str) -> Line {
    let mut note = note.clone();
    if let Some(Run::Text(text)) = note.runs.last_mut()
        && let Some(rest) = text.strip_suffix(end)
    {
        *text = rest.trim_end().to_owned();
    }
    if matches!(note.runs.last(), Some(Run::Text(text)) if text.is_empty()) {
        note.runs.pop();
    }
    note
}
