//! The page on which readers pick what matters, enter a workload, and get the verdict of a use case.
//!
//! The page is a form and empty sections; `book/src/your-case.js` fills them with the words of `document::decision`, as
//! `book/theme/play.js` composes them, and relies on:
//!
//! - `<script type="application/json" class="tradeoff-own">`: `{"problem": …, "names": …, "sentences": {…}, "units": {…},
//!   "ask": […]}`. The problem is `verdict::open_problem`, the names are `Names::open`, units are by quantity those that are
//!   larger, as `larger_units` has them; `ask` are the quantities of which one has to say why they are stated.
//! - `data-own="form"`, hidden: everything that needs the script; `data-own="without"`: what stands there until then.
//! - `data-own-list` on each control, with `data-id` and the name in `data-name`: `n` on the rank of a need, `q` on the
//!   amount of a quantity, `e` on the box of an escape, which is hidden in its `data-own-way` until its limit counts.
//! - `data-own-out="OPTION"`, hidden: the chip of an option that is ruled out, in it `data-own-limits` with a
//!   `data-own-limit="LIMIT"` for each of its limits.
//! - `data-play` and `data-play-section` as on a decision page; `data-own` with `told`, `heard`, `strip` (in it `word`,
//!   `best` and `reasons`), `save`, `text` and the buttons `reset`, `link`, `copy`, `download`.

use std::collections::BTreeMap;

use document::decision::{Names, larger_units};
use document::sentence::Sentences;
use model::{Id, Kind, Model};
use serde::Serialize;
use verdict::Problem;

use super::decision::{Signed, headings, inert, signed};
use super::workload;
use crate::draft::{Anchor, Draft};
use crate::markup::Html;

/// The most ranks to choose from: who ranks more than a dozen questions has ranked none.
const RANKS: usize = 12;

#[derive(Debug, Default, Serialize)]
pub(super) struct OwnCase {
    /// The chapter of the use cases.
    use_cases: Option<String>,
    headings: BTreeMap<String, String>,
    groups: Vec<Group>,
    /// The last rank to choose.
    ranks: usize,
    quantities: Vec<QuantityField>,
    /// Options with their limits.
    options: Vec<Limited>,
    /// What the script reads; nothing if records are wrong.
    play: Option<Html>,
}

/// Questions that belong together.
#[derive(Debug, Serialize)]
struct Group {
    name: String,
    needs: Vec<NeedField>,
}

#[derive(Debug, Serialize)]
struct NeedField {
    id: String,
    name: String,
    question: Html,
}

#[derive(Debug, Serialize)]
struct QuantityField {
    id: String,
    title: String,
    question: Html,
    unit: String,
    least: Option<f64>,
    most: Option<f64>,
    /// What is taken where nothing is entered.
    usual: Option<String>,
}

#[derive(Debug, Serialize)]
struct Limited {
    id: String,
    name: Signed,
    limits: Vec<LimitWays>,
}

#[derive(Debug, Serialize)]
struct LimitWays {
    id: String,
    limit: Anchor,
    /// The ids and the texts of its escapes.
    ways: Vec<(String, String)>,
}

/// Everything that the page shows, and what it gives to the script.
pub(super) fn of(sentences: &Sentences, draft: &mut Draft<'_>) -> OwnCase {
    let page = OwnCase {
        use_cases: draft.links.chapter(Kind::UseCase),
        headings: headings(sentences),
        ..OwnCase::default()
    };
    let model = &draft.know.model;
    let Some(problem) = verdict::open_problem(model) else {
        return page;
    };
    let names = Names::open(&problem, model);
    OwnCase {
        groups: groups(&problem, draft),
        ranks: problem.dimensions.len().min(RANKS),
        quantities: quantities(&names, draft),
        options: options(&problem, &names, draft),
        play: play(&problem, &names, sentences, model),
        ..page
    }
}

fn groups(problem: &Problem, draft: &mut Draft<'_>) -> Vec<Group> {
    let model = &draft.know.model;
    let mut groups = Vec::new();
    for (id, _, name) in model.manifest.groups.iter() {
        let records = model.dimensions_of(id);
        let records = records.filter(|it| problem.dimensions.contains_key(it.id.as_str()));
        let needs: Vec<_> = records
            .map(|it| NeedField {
                id: it.id.to_string(),
                name: it.name.text.clone(),
                question: Html::text(&draft.plain(&it.question)),
            })
            .collect();
        if !needs.is_empty() {
            groups.push(Group {
                name: name.text.clone(),
                needs,
            });
        }
    }
    groups
}

fn quantities(names: &Names, draft: &Draft<'_>) -> Vec<QuantityField> {
    let model = &draft.know.model;
    let field = |(id, it): (&String, &document::decision::QuantityNames)| {
        let record = model.quantities.get(id)?;
        let usual = record.default.as_ref();
        Some(QuantityField {
            id: id.clone(),
            title: it.title.clone(),
            question: Html::text(&it.question),
            // Of what is there or not, the unit says nothing.
            unit: match (it.least, it.most) {
                (Some(0.0), Some(1.0)) => String::new(),
                _ => it.unit.clone(),
            },
            least: it.least,
            most: it.most,
            usual: usual.and_then(|usual| workload::amount(usual, &it.unit, model)),
        })
    };
    let mut fields: Vec<_> = names.quantities.iter().filter_map(field).collect();
    // What has to be stated comes first.
    fields.sort_by_key(|it| it.usual.is_some());
    fields
}

fn options(problem: &Problem, names: &Names, draft: &Draft<'_>) -> Vec<Limited> {
    let limited = |option: &String| Limited {
        id: option.clone(),
        name: signed(option, draft),
        limits: problem
            .limits
            .iter()
            .filter(|it| it.option == *option)
            .map(|it| LimitWays {
                id: it.id.clone(),
                limit: draft.anchor(Kind::Limit, &Id::new(&it.id)),
                ways: it
                    .unless
                    .iter()
                    .filter_map(|way| {
                        let id = format!("{}/{}", it.id, way.id);
                        Some((id.clone(), names.escapes.get(&id)?.clone()))
                    })
                    .collect(),
            })
            .collect(),
    };
    names.order.iter().map(limited).collect()
}

/// What the script reads.
fn play(problem: &Problem, names: &Names, sentences: &Sentences, model: &Model) -> Option<Html> {
    let units = names.quantities.iter();
    let units: BTreeMap<_, _> = units.map(|(id, it)| (id, larger_units(&it.unit))).collect();
    let ask = model.quantities.iter().filter(|it| it.ask_why);
    let ask: Vec<_> = ask.map(|it| it.id.as_str()).collect();
    let written: BTreeMap<_, _> = sentences.of_pages().collect();
    let json = format!(
        "{{\"problem\":{},\"names\":{},\"sentences\":{},\"units\":{},\"ask\":{}}}",
        verdict::json::problem_text(problem),
        serde_json::to_string(names).ok()?,
        serde_json::to_string(&written).ok()?,
        serde_json::to_string(&units).ok()?,
        serde_json::to_string(&ask).ok()?,
    );
    Some(Html::written(inert(&json)))
}
