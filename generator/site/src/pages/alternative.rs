//! The page of an option: what it is, what speaks for and against it, and every row with its source.

use model::{Alternative, Block, Expectation, Id, Kind, Model, Prose, Record};
use serde::Serialize;

use super::cell::{self, CellView};
use super::claims::{self, ClaimBrief};
use super::symbol::Symbol;
use crate::draft::{Anchor, Draft, SourceItem};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct OptionPage {
    up: Anchor,
    id: String,
    name: String,
    long: Option<String>,
    symbol: Symbol,
    family: String,
    aliases: Vec<String>,
    confused_with: Option<String>,
    summary: Html,
    /// The product whose prices and limits stand for the option.
    reference: Anchor,
    products: Vec<Anchor>,
    pros: Vec<ClaimBrief>,
    cons: Vec<ClaimBrief>,
    /// Use cases in which the editor expects it to come first.
    expected: Vec<Anchor>,
    limits: Vec<LimitView>,
    cases: Vec<Anchor>,
    groups: Vec<GroupView>,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
    file: String,
}

#[derive(Debug, Serialize)]
struct LimitView {
    limit: Anchor,
    holds_when: Html,
    /// Ways around it.
    unless: Vec<Html>,
    cites: Html,
}

/// Rows that belong together.
#[derive(Debug, Serialize)]
struct GroupView {
    name: String,
    rows: Vec<CellView>,
}

#[derive(Debug, Serialize)]
pub(super) struct OptionList {
    options: Vec<OptionItem>,
}

#[derive(Debug, Serialize)]
struct OptionItem {
    link: Anchor,
    id: String,
    symbol: Symbol,
    /// The first sentence of what it is.
    about: String,
    reference: Anchor,
}

pub(super) fn page(record: &Record<Alternative>, draft: &mut Draft<'_>) -> OptionPage {
    let id = &record.id;
    let summary = draft.prose(&record.summary);
    let pros = claims::briefs_of(Kind::Pro, id, draft);
    let cons = claims::briefs_of(Kind::Con, id, draft);
    let limits = limits(id, draft);
    let groups = groups(id, draft);
    OptionPage {
        up: draft.up(Kind::Alternative, "Options"),
        id: id.to_string(),
        name: record.name.text.clone(),
        long: record.long.as_ref().map(|it| it.text.clone()),
        symbol: Symbol::of(record),
        family: family(record, draft),
        aliases: record.aliases.iter().map(|it| it.text.clone()).collect(),
        confused_with: record.confused_with.as_ref().map(|it| it.text.clone()),
        summary,
        reference: draft.anchor(Kind::Product, &record.reference.id),
        products: referring(Kind::Product, id, draft),
        pros,
        cons,
        expected: expected(id, draft),
        limits,
        cases: referring(Kind::Case, id, draft),
        groups,
        sources: draft.sources(),
        as_of: draft.as_of(),
        file: format!("data/options/{id}.toml"),
    }
}

pub(super) fn listing(draft: &mut Draft<'_>) -> OptionList {
    let model = &draft.know.model;
    let ids = draft.know.in_order(Kind::Alternative);
    let records = ids.iter().filter_map(|id| model.options.get(id));
    let item = |record: &Record<Alternative>| OptionItem {
        link: draft.anchor(Kind::Alternative, &record.id),
        id: record.id.to_string(),
        symbol: Symbol::of(record),
        about: first_sentence(&record.summary, model),
        reference: draft.anchor(Kind::Product, &record.reference.id),
    };
    OptionList {
        options: records.map(item).collect(),
    }
}

/// The plain text up to the first full stop that ends a sentence; the first paragraph if none does.
fn first_sentence(prose: &Prose, model: &Model) -> String {
    let Some(Block::Paragraph(runs)) = prose.blocks.first() else {
        return String::new();
    };
    let text = model.plain(runs).replace(['\n', '\r'], " ");
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    text.get(..end).unwrap_or(&text).trim().to_owned()
}

fn family(record: &Record<Alternative>, draft: &Draft<'_>) -> String {
    let families = &draft.know.model.manifest.families;
    let name = families.get(&record.family.id);
    name.map(|it| it.text.clone()).unwrap_or_default()
}

fn referring(from: Kind, option: &Id, draft: &Draft<'_>) -> Vec<Anchor> {
    let ids = draft.know.referring(from, Kind::Alternative, option);
    draft.anchors(from, ids)
}

/// Use cases whose editor expects this option.
fn expected(option: &Id, draft: &Draft<'_>) -> Vec<Anchor> {
    let cases = draft.know.model.use_cases.iter();
    let hit = cases
        .filter(|it| matches!(&it.verdict.expects.value, Expectation::Answer(id) if id == option));
    draft.anchors(Kind::UseCase, hit.map(|it| &it.id))
}

fn limits(option: &Id, draft: &mut Draft<'_>) -> Vec<LimitView> {
    let know = draft.know;
    let ids = know.referring(Kind::Limit, Kind::Alternative, option);
    let records = ids.filter_map(|id| know.model.limits.get(id));
    let mut views = Vec::new();
    for record in records {
        views.push(LimitView {
            limit: draft.anchor(Kind::Limit, &record.id),
            holds_when: draft.line(&record.holds_when),
            unless: record
                .unless
                .iter()
                .map(|it| draft.line(&it.text))
                .collect(),
            cites: draft.cites(&record.sources),
        });
    }
    views
}

fn groups(option: &Id, draft: &mut Draft<'_>) -> Vec<GroupView> {
    let know = draft.know;
    let mut groups = Vec::new();
    for (id, _, name) in know.model.manifest.groups.iter() {
        let rows = know.model.dimensions_of(id);
        let rows: Vec<_> = rows
            .filter_map(|row| cell::view(&row.id, option, draft))
            .collect();
        if !rows.is_empty() {
            groups.push(GroupView {
                name: name.text.clone(),
                rows,
            });
        }
    }
    groups
}
