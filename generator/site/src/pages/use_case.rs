//! The page of a use case: its verdict with everything behind it, the workload, what matters, and what its editor expects.

use document::sentence::{Sentences, Slots};
use model::{
    Component, Dimension, Expectation, Keyed, Kind, Load, Need, Quantity, Record, UseCase,
};
use serde::Serialize;

use super::cases::{self, CaseView};
use super::changes::{self, Past};
use super::decision::{self, DecisionView, Signed, signed};
use super::snippets::{self, SnippetView};
use super::workload;
use crate::draft::{Anchor, Draft, SourceItem};
use crate::markup::Html;

#[derive(Debug, Serialize)]
pub(super) struct UseCasePage {
    up: Anchor,
    id: String,
    title: String,
    summary: Html,
    otherwise: Html,
    expects: Answer,
    because: Html,
    needs: Vec<NeedView>,
    workload: Vec<LoadView>,
    components: Vec<ComponentView>,
    escapes: Vec<EscapeView>,
    /// The verdict; nothing if it could not be decided.
    decision: Option<DecisionView>,
    /// Real choices: of the best option, and others.
    cases_best: Vec<CaseView>,
    cases_other: Vec<CaseView>,
    snippets: Vec<SnippetView>,
    /// Changes that concern it, newest first.
    history: Vec<Past>,
    sources: Vec<SourceItem>,
    reviewed: Html,
    as_of: Option<Html>,
    file: String,
}

/// What the editor expects.
#[derive(Debug, Serialize)]
struct Answer {
    /// An option or a family by its name; empty for a word.
    answer: Option<Anchor>,
    /// `split`, `depends`, `too-close` or `nothing-fits`.
    word: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct NeedView {
    dimension: Anchor,
    question: Html,
    rank: Option<u32>,
    /// Points from 0 to 100 for the step from worst to best.
    swing: Option<String>,
    why: Html,
}

#[derive(Debug, Serialize)]
struct LoadView {
    quantity: Anchor,
    amount: String,
    /// Whether the use case is silent and the quantity's default is taken.
    default: bool,
    why: Option<Html>,
}

#[derive(Debug, Serialize)]
struct ComponentView {
    title: Html,
    workload: Vec<LoadView>,
    needs: Vec<NeedView>,
}

#[derive(Debug, Serialize)]
struct EscapeView {
    limit: Anchor,
    text: Html,
    /// `taken` or `closed`.
    state: &'static str,
    because: Html,
}

#[derive(Debug, Serialize)]
pub(super) struct UseCaseList {
    use_cases: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    link: Anchor,
    /// The word of the verdict, and what it is called; nothing if it could not be decided.
    word: Option<&'static str>,
    word_text: String,
    /// The best option, if there is one.
    best: Option<Signed>,
    expects: Answer,
    because: Html,
    /// What matters most.
    first: Vec<Anchor>,
}

pub(super) fn page(
    record: &Record<UseCase>,
    sentences: &Sentences,
    draft: &mut Draft<'_>,
) -> UseCasePage {
    let know = draft.know;
    let id = &record.id;
    let summary = draft.prose(&record.summary);
    let decision = decision::of(record, sentences, draft);
    let because = draft.line(&record.verdict.because);
    let otherwise = draft.prose(&record.otherwise);
    let needs = needs(&record.needs, draft);
    let mut workload = loads(&record.workload, record, draft);
    workload.extend(defaults(record, draft));
    let components = record.components.iter();
    let components = components
        .map(|(_, _, it)| component(it, record, draft))
        .collect();
    let escapes = escapes(record, draft);
    let [cases_best, cases_other] = cases(record, draft);
    let snippets = know.referring(Kind::Snippet, Kind::UseCase, id);
    let snippets = snippets.filter_map(|id| know.model.snippets.get(id));
    let snippets = snippets.map(|it| snippets::view(it, draft)).collect();
    UseCasePage {
        up: draft.up(Kind::UseCase, "Use cases"),
        id: id.to_string(),
        title: draft.plain(&record.title),
        summary,
        otherwise,
        expects: answer(record, draft),
        because,
        needs,
        workload,
        components,
        escapes,
        decision,
        cases_best,
        cases_other,
        snippets,
        history: changes::history(Kind::UseCase, id, draft),
        reviewed: draft.reviewed(record.reviewed),
        sources: draft.sources(),
        as_of: draft.as_of(),
        file: format!("data/use-cases/{id}.toml"),
    }
}

pub(super) fn listing(sentences: &Sentences, draft: &mut Draft<'_>) -> UseCaseList {
    let know = draft.know;
    let mut use_cases = Vec::new();
    for id in know.in_order(Kind::UseCase) {
        if let Some(record) = know.model.use_cases.get(&id) {
            let outcome = know.verdicts.get(&id).map(|it| &it.outcome);
            let word = outcome.map(|it| it.word().id());
            let text = |it| sentences.text(&format!("word.{it}"), &Slots::new());
            use_cases.push(Item {
                link: draft.anchor(Kind::UseCase, &id),
                word,
                word_text: word.map(text).unwrap_or_default(),
                best: outcome.and_then(|it| it.best()).map(|it| signed(it, draft)),
                expects: answer(record, draft),
                because: draft.line(&record.verdict.because),
                first: sorted(&record.needs)
                    .into_iter()
                    .take(2)
                    .map(|(dimension, _)| draft.anchor(Kind::Dimension, &dimension.id))
                    .collect(),
            });
        }
    }
    UseCaseList { use_cases }
}

fn answer(record: &Record<UseCase>, draft: &Draft<'_>) -> Answer {
    match &record.verdict.expects.value {
        Expectation::Word(word) => Answer {
            answer: None,
            word: Some(word.word()),
        },
        Expectation::Answer(id) => {
            let families = &draft.know.model.manifest.families;
            let answer = match families.get(id) {
                Some(family) => Anchor {
                    text: Html::text(&family.text),
                    href: None,
                },
                None => draft.anchor(Kind::Alternative, id),
            };
            Answer {
                answer: Some(answer),
                word: None,
            }
        }
    }
}

/// Needs, the most important first.
fn sorted(needs: &Keyed<Dimension, Need>) -> Vec<(&model::Ref<Dimension>, &Need)> {
    let mut sorted: Vec<_> = needs.iter().collect();
    let key = |need: &Need| {
        let swing = need.swing.as_ref().and_then(model::Swing::most_likely);
        let points = swing.map_or(0, |it| (it * 1000.0) as i64);
        (need.rank.map_or(0, |it| it.value), -points)
    };
    sorted.sort_by(|a, b| (key(a.1), &a.0.id).cmp(&(key(b.1), &b.0.id)));
    sorted
}

fn needs(needs: &Keyed<Dimension, Need>, draft: &mut Draft<'_>) -> Vec<NeedView> {
    let know = draft.know;
    let mut views = Vec::new();
    for (dimension, need) in sorted(needs) {
        let record = know.model.dimensions.get(&dimension.id);
        let question = record.map(|it| draft.line(&it.question));
        let swing = need.swing.as_ref();
        views.push(NeedView {
            dimension: draft.anchor(Kind::Dimension, &dimension.id),
            question: question.unwrap_or_default(),
            rank: need.rank.map(|it| it.value),
            swing: swing.and_then(|it| workload::amount(&it.0, "", &know.model)),
            why: draft.line(&need.why),
        });
    }
    views
}

fn loads(
    workload: &Keyed<Quantity, Load>,
    record: &Record<UseCase>,
    draft: &mut Draft<'_>,
) -> Vec<LoadView> {
    let know = draft.know;
    let mut views = Vec::new();
    for (quantity, load) in workload.iter() {
        let unit = know.model.quantities.get(&quantity.id);
        let unit = unit.map_or("", |it| it.unit.text.as_str());
        let amount = workload::load(load, unit, &know.model);
        views.push(LoadView {
            quantity: draft.anchor(Kind::Quantity, &quantity.id),
            amount: amount.unwrap_or_default(),
            default: false,
            why: draft.maybe(record.why.get(&quantity.id)),
        });
    }
    views
}

/// Quantities of which the use case says nothing, with the default that is then taken.
fn defaults(record: &Record<UseCase>, draft: &Draft<'_>) -> Vec<LoadView> {
    let model = &draft.know.model;
    let mut views = Vec::new();
    for quantity in &model.quantities {
        let silent = record.workload.get(&quantity.id).is_none();
        let default = quantity.default.as_ref().filter(|_| silent);
        let amount = default.and_then(|it| workload::amount(it, &quantity.unit.text, model));
        if let Some(amount) = amount {
            views.push(LoadView {
                quantity: draft.anchor(Kind::Quantity, &quantity.id),
                amount,
                default: true,
                why: None,
            });
        }
    }
    views
}

fn component(it: &Component, record: &Record<UseCase>, draft: &mut Draft<'_>) -> ComponentView {
    ComponentView {
        title: draft.title(&it.title),
        workload: loads(&it.workload, record, draft),
        needs: needs(&it.needs, draft),
    }
}

fn escapes(record: &Record<UseCase>, draft: &mut Draft<'_>) -> Vec<EscapeView> {
    let know = draft.know;
    let mut views = Vec::new();
    for (id, _, state) in record.escapes.iter() {
        let Some((limit, escape)) = id.split_once('/') else {
            continue;
        };
        let Some(limit) = know.model.limits.get(limit) else {
            continue;
        };
        let Some(way) = limit.unless.iter().find(|it| it.id.text == escape) else {
            continue;
        };
        views.push(EscapeView {
            limit: draft.anchor(Kind::Limit, &limit.id),
            text: draft.line(&way.text),
            state: state.state.word(),
            because: draft.line(&state.because),
        });
    }
    views
}

/// Real choices in this use case: those of the option that is best, and all others.
fn cases(record: &Record<UseCase>, draft: &mut Draft<'_>) -> [Vec<CaseView>; 2] {
    let know = draft.know;
    let verdict = know.verdicts.get(&record.id);
    let best = verdict.and_then(|it| it.outcome.best());
    let mut sides = [Vec::new(), Vec::new()];
    for id in know.referring(Kind::Case, Kind::UseCase, &record.id) {
        let Some(case) = know.model.cases.get(id) else {
            continue;
        };
        let [of_best, others] = &mut sides;
        let chosen = case.chose.iter().any(|it| Some(it.id.as_str()) == best);
        let side = if chosen { of_best } else { others };
        side.push(cases::view(case, draft));
    }
    sides
}
