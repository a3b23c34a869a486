//! Facts: every number, range and word of the book, by product, with its source and dates.

use model::{Fact, Id, Kind, Record};
use serde::Serialize;

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
    facts: Vec<FactView>,
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
        let facts: Vec<_> = facts.map(|it| view(it, draft)).collect();
        if !facts.is_empty() {
            products.push(Group {
                anchor: format!("facts-{id}"),
                product: Some(draft.anchor(Kind::Product, &id)),
                name: know.model.title_of(Kind::Product, &id),
                facts,
            });
        }
    }
    let others = know.model.facts.iter().filter(|it| it.product.is_none());
    let facts: Vec<_> = others.map(|it| view(it, draft)).collect();
    if !facts.is_empty() {
        products.push(Group {
            // No id has two hyphens in a row.
            anchor: "facts--other".to_owned(),
            product: None,
            name: None,
            facts,
        });
    }
    FactList {
        n_facts: know.model.facts.len(),
        products,
        sources: draft.sources(),
        as_of: draft.as_of(),
    }
}

/// One fact.
pub(super) fn view(record: &Record<Fact>, draft: &mut Draft<'_>) -> FactView {
    let id: &Id = &record.id;
    FactView {
        anchor: anchor_of(Kind::Fact, id),
        href: draft.links.to(Kind::Fact, id),
        title: draft.title(&record.title),
        text: record.text(),
        note: draft.maybe(record.note.as_ref()),
        as_of: record.as_of.as_ref().map(|it| it.text.clone()),
        cites: draft.cites(&record.sources),
        reviewed: draft.reviewed(record.reviewed),
        expires: record.expires.map(markup::date),
    }
}
