//! What workloads are made of, what costs are computed from, and which limits rule an option out.

use model::{Cost, Formula, Id, Kind, Limit, Quantity, Record, Unit};
use serde::Serialize;

use super::workload;
use crate::draft::{Anchor, Draft, SourceItem, anchor_of};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct Workloads {
    quantities: Vec<QuantityView>,
    costs: Vec<CostView>,
    limits: Vec<LimitView>,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
}

#[derive(Debug, Serialize)]
struct QuantityView {
    anchor: String,
    title: Html,
    question: Html,
    unit: String,
    default: Option<String>,
    /// Whether it is usually zero and fewer than half of the use cases say otherwise.
    rare: bool,
    use_cases: usize,
}

#[derive(Debug, Serialize)]
struct CostView {
    anchor: String,
    title: Html,
    unit: String,
    formula: String,
    /// What the formula reads.
    reads: Vec<Anchor>,
    left_out: Vec<Html>,
    cites: Html,
    reviewed: Html,
}

#[derive(Debug, Serialize)]
struct LimitView {
    anchor: String,
    title: Html,
    option: Anchor,
    holds_when: Html,
    when: String,
    reads: Vec<Anchor>,
    unless: Vec<Html>,
    cites: Html,
    reviewed: Html,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Workloads {
    let model = &draft.know.model;
    let quantities = model.quantities.iter().map(|it| quantity(it, draft));
    let quantities = quantities.collect();
    let costs = model.costs.iter().map(|it| cost(it, draft)).collect();
    let limits = model.limits.iter().map(|it| limit(it, draft)).collect();
    Workloads {
        quantities,
        costs,
        limits,
        sources: draft.sources(),
        as_of: draft.as_of(),
    }
}

fn quantity(record: &Record<Quantity>, draft: &mut Draft<'_>) -> QuantityView {
    let know = draft.know;
    let default = record.default.as_ref();
    let unit = Unit::new(&record.unit.text);
    let bounds = default.and_then(|it| know.model.bounds(it, &unit));
    let zero = bounds.is_some_and(|it| it.low == 0.0 && it.high == 0.0);
    let stating = know.referring(Kind::UseCase, Kind::Quantity, &record.id);
    let use_cases = stating.count();
    QuantityView {
        anchor: anchor_of(Kind::Quantity, &record.id),
        title: draft.title(&record.title),
        question: draft.line(&record.question),
        unit: record.unit.text.clone(),
        default: default.and_then(|it| workload::amount(it, &record.unit.text, &know.model)),
        rare: zero && use_cases * 2 < know.model.use_cases.iter().count(),
        use_cases,
    }
}

fn cost(record: &Record<Cost>, draft: &mut Draft<'_>) -> CostView {
    CostView {
        anchor: anchor_of(Kind::Cost, &record.id),
        title: draft.title(&record.title),
        unit: record.unit.text.clone(),
        formula: record.formula.text.clone(),
        reads: reads(&record.formula, draft),
        left_out: record.left_out.iter().map(|it| draft.line(it)).collect(),
        cites: draft.cites(&record.sources),
        reviewed: draft.reviewed(record.reviewed),
    }
}

fn limit(record: &Record<Limit>, draft: &mut Draft<'_>) -> LimitView {
    LimitView {
        anchor: anchor_of(Kind::Limit, &record.id),
        title: draft.title(&record.title),
        option: draft.anchor(Kind::Alternative, &record.option.id),
        holds_when: draft.line(&record.holds_when),
        when: record.when.text.clone(),
        reads: reads(&record.when, draft),
        unless: record
            .unless
            .iter()
            .map(|it| draft.line(&it.text))
            .collect(),
        cites: draft.cites(&record.sources),
        reviewed: draft.reviewed(record.reviewed),
    }
}

/// What a formula reads, each name once, in the order of the text.
fn reads(formula: &Formula, draft: &Draft<'_>) -> Vec<Anchor> {
    let mut seen: Vec<&Id> = Vec::new();
    let mut reads = Vec::new();
    for (name, _) in &formula.names {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let kinds = [Kind::Quantity, Kind::Fact, Kind::Cost];
        let kind = kinds
            .into_iter()
            .find(|kind| draft.know.model.has(*kind, name));
        reads.extend(kind.map(|kind| draft.anchor(kind, name)));
    }
    reads
}
