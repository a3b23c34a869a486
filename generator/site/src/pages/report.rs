//! How complete and how balanced the records are, up to the day of the newest review: a page reads no clock.

use model::{Date, Kind, Model};
use serde::Serialize;
use verdict::{Balance, Completeness, percent};

use crate::draft::{Anchor, Draft};
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct Report {
    options: usize,
    dimensions: usize,
    places: usize,
    holes: Vec<Hole>,
    unknown: usize,
    not_applicable: usize,
    evident: usize,
    primary: usize,
    /// In whole percents of those that are evident.
    share: Option<usize>,
    /// In days.
    age: Option<i64>,
    balance: Vec<OptionView>,
    as_of: Option<Html>,
}

#[derive(Debug, Serialize)]
struct Hole {
    dimension: Anchor,
    option: Anchor,
}

#[derive(Debug, Serialize)]
struct OptionView {
    option: Anchor,
    pros: SideView,
    cons: SideView,
}

#[derive(Debug, Serialize)]
struct SideView {
    claims: usize,
    minor: usize,
    notable: usize,
    major: usize,
    words: usize,
    sources: usize,
    /// In days.
    age: Option<i64>,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Report {
    let newest = newest_review(&draft.know.model);
    let Completeness { coverage, balance } =
        Completeness::of(&draft.know.model, newest.unwrap_or_default());
    let places = coverage.places();
    let holes = coverage.holes.iter().map(|(dimension, option)| Hole {
        dimension: draft.anchor(Kind::Dimension, dimension),
        option: draft.anchor(Kind::Alternative, option),
    });
    Report {
        options: coverage.options,
        dimensions: coverage.dimensions,
        places,
        holes: holes.collect(),
        unknown: coverage.unknown,
        not_applicable: coverage.not_applicable,
        evident: coverage.evident,
        primary: coverage.primary,
        share: percent(coverage.primary, coverage.evident),
        age: coverage.age,
        balance: balance.iter().map(|it| option(it, draft)).collect(),
        as_of: newest.map(markup::date),
    }
}

fn option(it: &Balance, draft: &Draft<'_>) -> OptionView {
    OptionView {
        option: draft.anchor(Kind::Alternative, &it.option),
        pros: side(&it.pros),
        cons: side(&it.cons),
    }
}

fn side(it: &verdict::Side) -> SideView {
    let [minor, notable, major] = it.strengths;
    SideView {
        claims: it.claims,
        minor,
        notable,
        major,
        words: it.words,
        sources: it.sources,
        age: it.evidence_age,
    }
}

/// The newest day on which an answer or a claim was reviewed.
fn newest_review(model: &Model) -> Option<Date> {
    let cells = model.dimensions.iter().flat_map(|it| it.cells.iter());
    let cells = cells.map(|(_, cell)| cell.reviewed);
    let claims = model.pros.iter().chain(&model.cons).map(|it| it.reviewed);
    cells.chain(claims).max()
}
