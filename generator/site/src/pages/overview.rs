//! All verdicts at a glance, and the size of the knowledge base in one line.

use document::decision::{Names, Part, biggest};
use document::sentence::{Numbers, Sentences, Slots};
use model::{Id, Kind, Record, UseCase};
use serde::Serialize;
use verdict::Verdict;

use super::decision::{Signed, signed};
use crate::draft::{Anchor, Draft};
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct Overview {
    /// The options, in their order.
    columns: Vec<Signed>,
    /// The use cases in the order of their names; those with components have a row for each below them.
    rows: Vec<Row>,
    /// For each option the use cases in which it is best, surest first.
    groups: Vec<Group>,
    /// Use cases without one best option, by the word of their verdict.
    others: Vec<Other>,
    title: String,
    options: usize,
    dimensions: usize,
    use_cases: usize,
    facts: usize,
    sources: usize,
    /// The newest review date of any fact, answer, claim or use case.
    reviewed: Option<Html>,
    revision: String,
}

/// A use case, or a component of the one above it.
#[derive(Debug, Serialize)]
struct Row {
    link: Anchor,
    component: bool,
    word: &'static str,
    word_text: String,
    /// The name of the best option.
    best: Option<Signed>,
    /// One for each option; none for a use case with components.
    cells: Vec<Standing>,
    /// What makes the largest difference between the first two.
    deciding: Option<Anchor>,
}

#[derive(Debug, Serialize)]
struct Standing {
    /// How often it is first, in percent.
    first: String,
    best: bool,
    ruled_out: bool,
}

#[derive(Debug, Serialize)]
struct Group {
    option: Signed,
    clear: Vec<Anchor>,
    leaning: Vec<Anchor>,
    /// It depends, or is too close to call, and the option is ahead.
    open: Vec<Anchor>,
}

#[derive(Debug, Serialize)]
struct Other {
    word: &'static str,
    word_text: String,
    use_cases: Vec<Anchor>,
}

pub(super) fn of(sentences: &Sentences, draft: &mut Draft<'_>) -> Overview {
    let know = draft.know;
    let model = &know.model;
    let cells = model.dimensions.iter().flat_map(|it| it.cells.iter());
    let dates = cells
        .map(|(_, cell)| cell.reviewed)
        .chain(model.facts.iter().map(|it| it.reviewed))
        .chain(model.pros.iter().map(|it| it.reviewed))
        .chain(model.cons.iter().map(|it| it.reviewed))
        .chain(model.use_cases.iter().map(|it| it.reviewed));
    let mut rows = Vec::new();
    for id in know.in_order(Kind::UseCase) {
        if let Some(record) = model.use_cases.get(&id) {
            rows.extend(rows_of(record, sentences, draft));
        }
    }
    let columns = model.columns();
    Overview {
        groups: columns.iter().map(|it| group(&it.id, draft)).collect(),
        others: others(sentences, draft),
        columns: columns.iter().map(|it| signed(&it.id, draft)).collect(),
        rows,
        title: model.manifest.title.text.clone(),
        options: model.options.len(),
        dimensions: model.dimensions.len(),
        use_cases: model.use_cases.len(),
        facts: model.facts.len(),
        sources: model.sources.len(),
        reviewed: dates.max().map(markup::date),
        revision: model.revision.clone(),
    }
}

fn word_text(word: &str, sentences: &Sentences) -> String {
    sentences.text(&format!("word.{word}"), &Slots::new())
}

fn rows_of(record: &Record<UseCase>, sentences: &Sentences, draft: &Draft<'_>) -> Vec<Row> {
    let know = draft.know;
    let Some(Verdict { problem, outcome }) = know.verdicts.get(&record.id) else {
        return Vec::new();
    };
    let names = Names::of(record, problem, &know.model);
    let link = draft.anchor(Kind::UseCase, &record.id);
    let mut rows = Vec::new();
    Part::each(problem, outcome, &names, sentences, |part| {
        if part.component.is_some() && rows.is_empty() {
            rows.push(head(
                link.clone(),
                outcome.word().id(),
                outcome.best(),
                sentences,
                draft,
            ));
        }
        rows.push(row(part, &link, draft));
    });
    rows
}

/// The row of a use case with components: the rows below it say the rest.
fn head(
    link: Anchor,
    word: &'static str,
    best: Option<&str>,
    sentences: &Sentences,
    draft: &Draft<'_>,
) -> Row {
    Row {
        link,
        component: false,
        word,
        word_text: word_text(word, sentences),
        best: best.map(|it| signed(it, draft)),
        cells: Vec::new(),
        deciding: None,
    }
}

fn row(part: &Part<'_>, link: &Anchor, draft: &Draft<'_>) -> Row {
    let decision = part.decision;
    let best = decision.best.as_deref();
    let standing = |option: &String| {
        let first = decision.first.get(option).copied().unwrap_or_default();
        let out = decision.out.get(option).copied().unwrap_or_default();
        Standing {
            first: Numbers::new(part.sentences).percent(first, decision.draws),
            best: best == Some(option.as_str()),
            ruled_out: out >= decision.draws,
        }
    };
    let title = part.component.map(|it| Anchor {
        text: Html::text(part.names.component(it)),
        href: link.href.as_ref().map(|href| format!("{href}#part-{it}")),
    });
    let word = decision.word.id();
    Row {
        component: title.is_some(),
        link: title.unwrap_or_else(|| link.clone()),
        word,
        word_text: word_text(word, part.sentences),
        best: best.map(|it| signed(it, draft)),
        cells: part.names.order.iter().map(standing).collect(),
        deciding: biggest(part).map(|it| draft.anchor(Kind::Dimension, &Id::new(it))),
    }
}

/// The use cases in which an option is best.
fn group(option: &Id, draft: &Draft<'_>) -> Group {
    let know = draft.know;
    let mut group = Group {
        option: signed(option, draft),
        clear: Vec::new(),
        leaning: Vec::new(),
        open: Vec::new(),
    };
    for id in know.in_order(Kind::UseCase) {
        let outcome = know.verdicts.get(&id).map(|it| &it.outcome);
        let Some(outcome) = outcome.filter(|it| it.best() == Some(option.as_str())) else {
            continue;
        };
        let side = match outcome.word().id() {
            "clear" => &mut group.clear,
            "leaning" => &mut group.leaning,
            _ => &mut group.open,
        };
        side.push(draft.anchor(Kind::UseCase, &id));
    }
    group
}

fn others(sentences: &Sentences, draft: &Draft<'_>) -> Vec<Other> {
    let know = draft.know;
    let mut others: Vec<Other> = Vec::new();
    for id in know.in_order(Kind::UseCase) {
        let outcome = know.verdicts.get(&id).map(|it| &it.outcome);
        let Some(outcome) = outcome.filter(|it| it.best().is_none()) else {
            continue;
        };
        let (word, link) = (outcome.word().id(), draft.anchor(Kind::UseCase, &id));
        match others.iter_mut().find(|it| it.word == word) {
            Some(other) => other.use_cases.push(link),
            None => others.push(Other {
                word,
                word_text: word_text(word, sentences),
                use_cases: vec![link],
            }),
        }
    }
    others
}
