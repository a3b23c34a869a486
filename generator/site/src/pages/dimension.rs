//! The page of a dimension: the question, the scale, and the answer of every option with its sources.

use model::{Dimension, Kind, Record, Scale, number_text, with_unit};
use serde::Serialize;

use super::cell::{self, CellView, MarkView};
use super::claims::{self, OptionClaims};
use super::symbol::Symbol;
use crate::draft::{Anchor, Draft, SourceItem};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct DimensionPage {
    up: Anchor,
    id: String,
    name: String,
    group: String,
    question: Html,
    prose: Html,
    scale: Vec<Step>,
    cells: Vec<CellView>,
    /// What speaks for and against each option on this question.
    claims: Vec<OptionClaims>,
    use_cases: Vec<Anchor>,
    tables: Vec<Anchor>,
    sources: Vec<SourceItem>,
    as_of: Option<Html>,
    file: String,
}

/// A point of the scale.
#[derive(Debug, Serialize)]
struct Step {
    /// The amount or level.
    answer: String,
    /// What it is worth, whole percents from 0 (worst) to 100 (best).
    percent: i64,
}

#[derive(Debug, Serialize)]
pub(super) struct DimensionList {
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct Group {
    id: String,
    name: String,
    dimensions: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    link: Anchor,
    question: Html,
    marks: Vec<OptionMark>,
}

#[derive(Debug, Serialize)]
struct OptionMark {
    option: Anchor,
    symbol: Symbol,
    mark: Option<MarkView>,
}

pub(super) fn page(record: &Record<Dimension>, draft: &mut Draft<'_>) -> DimensionPage {
    let know = draft.know;
    let id = &record.id;
    let question = draft.line(&record.question);
    let prose = draft.prose(&record.prose);
    let options = know.in_order(Kind::Alternative);
    let cells = options.iter().filter_map(|it| cell::view(id, it, draft));
    let cells = cells.collect();
    let claims = claims::by_option(&options, &[id], draft);
    let group = know.model.manifest.groups.get(&record.group.id);
    DimensionPage {
        up: draft.up(Kind::Dimension, "Questions"),
        id: id.to_string(),
        name: record.name.text.clone(),
        group: group.map(|it| it.text.clone()).unwrap_or_default(),
        question,
        prose,
        scale: record.scale.as_ref().map(steps).unwrap_or_default(),
        cells,
        claims,
        use_cases: draft.anchors(
            Kind::UseCase,
            know.referring(Kind::UseCase, Kind::Dimension, id),
        ),
        tables: draft.anchors(Kind::Table, know.tables_of(id)),
        sources: draft.sources(),
        as_of: draft.as_of(),
        file: format!("data/dimensions/{id}.toml"),
    }
}

pub(super) fn listing(draft: &mut Draft<'_>) -> DimensionList {
    let know = draft.know;
    let mut groups = Vec::new();
    for (id, _, name) in know.model.manifest.groups.iter() {
        let rows = know.model.dimensions_of(id);
        groups.push(Group {
            id: id.to_string(),
            name: name.text.clone(),
            dimensions: rows.map(|row| item(row, draft)).collect(),
        });
    }
    groups.retain(|it| !it.dimensions.is_empty());
    DimensionList { groups }
}

fn item(record: &Record<Dimension>, draft: &mut Draft<'_>) -> Item {
    let know = draft.know;
    let headline = know.model.headline();
    let mark = |option: &&Record<model::Alternative>| OptionMark {
        option: draft.anchor(Kind::Alternative, &option.id),
        symbol: Symbol::of(option),
        mark: know.scores.mark(&record.id, &option.id).map(MarkView::from),
    };
    let marks = headline.iter().map(mark).collect();
    Item {
        link: draft.anchor(Kind::Dimension, &record.id),
        question: draft.line(&record.question),
        marks,
    }
}

fn steps(scale: &Scale) -> Vec<Step> {
    let percent = |worth: f64| (worth * 100.0).round() as i64;
    let unit = scale.unit.as_ref().map_or("", |it| it.text.as_str());
    if let Some(points) = &scale.points {
        let pairs = points
            .iter()
            .filter_map(|it| Some((*it.first()?, *it.get(1)?)));
        let step = |(amount, worth)| Step {
            answer: with_unit(&number_text(amount), unit),
            percent: percent(worth),
        };
        return pairs.map(step).collect();
    }
    let levels = scale
        .levels
        .as_ref()
        .map_or(&[][..], |it| it.value.as_slice());
    let last = levels.len().saturating_sub(1).max(1) as f64;
    let worth = |at: usize| match &scale.values {
        Some(values) => values.get(at).copied().unwrap_or_default(),
        None => at as f64 / last,
    };
    let step = |(at, level): (usize, &model::Word)| Step {
        answer: level.text.clone(),
        percent: percent(worth(at)),
    };
    levels.iter().enumerate().map(step).collect()
}
