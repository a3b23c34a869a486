//! The page of a product: its limits and prices, from the facts that name it.

use model::{Fact, Kind, Product, Record};
use serde::Serialize;

use super::Knowledge;
use super::measures::{self, MeasureView};
use crate::draft::{Anchor, Draft, SourceItem};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct ProductPage {
    up: Anchor,
    id: String,
    name: String,
    url: String,
    summary: Option<Html>,
    options: Vec<Anchor>,
    /// Options whose prices and limits this product stands for.
    stands_for: Vec<Anchor>,
    n_facts: usize,
    measures: Vec<MeasureView>,
    cites: Html,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
    file: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ProductList {
    products: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    link: Anchor,
    options: Vec<Anchor>,
    summary: Option<Html>,
    n_facts: usize,
}

pub(super) fn page(record: &Record<Product>, draft: &mut Draft<'_>) -> ProductPage {
    let know = draft.know;
    let id = &record.id;
    let summary = draft.maybe(record.summary.as_ref());
    let cites = draft.cites(&record.sources);
    let facts: Vec<_> = of(record, know).collect();
    let measures = measures::of(&facts, Some(&record.name.text), draft);
    let stands_for = know.model.options.iter();
    let stands_for = stands_for.filter(|it| it.reference.id == *id);
    ProductPage {
        up: draft.up(Kind::Product, "Products"),
        id: id.to_string(),
        name: record.name.text.clone(),
        url: record.url.text.clone(),
        summary,
        options: draft.anchors(Kind::Alternative, record.options.iter().map(|it| &it.id)),
        stands_for: draft.anchors(Kind::Alternative, stands_for.map(|it| &it.id)),
        n_facts: facts.len(),
        measures,
        cites,
        sources: draft.sources(),
        as_of: draft.as_of(),
        file: format!("data/products/{id}.toml"),
    }
}

pub(super) fn listing(draft: &mut Draft<'_>) -> ProductList {
    let know = draft.know;
    let mut products = Vec::new();
    for id in know.in_order(Kind::Product) {
        if let Some(record) = know.model.products.get(&id) {
            let options = record.options.iter().map(|it| &it.id);
            products.push(Item {
                link: draft.anchor(Kind::Product, &id),
                options: draft.anchors(Kind::Alternative, options),
                summary: draft.maybe_plain(record.summary.as_ref()),
                n_facts: of(record, know).count(),
            });
        }
    }
    ProductList { products }
}

/// The facts of a product.
fn of<'m>(
    record: &'m Record<Product>,
    know: &'m Knowledge,
) -> impl Iterator<Item = &'m Record<Fact>> {
    let ids = know.referring(Kind::Fact, Kind::Product, &record.id);
    ids.filter_map(|id| know.model.facts.get(id))
}
