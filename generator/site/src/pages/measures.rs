//! The facts of one product by what they measure, and what several of their notes share said once.

use model::{Fact, Model, Record, Run, SourceKind, Unit};
use serde::Serialize;

use super::facts::{self, FactView};
use crate::draft::Draft;

/// Facts of one measure.
#[derive(Debug, Serialize)]
pub(super) struct MeasureView {
    name: &'static str,
    parts: Vec<Part>,
}

/// Facts whose notes end alike.
#[derive(Debug, Serialize)]
struct Part {
    /// What holds for each of the facts, left out of their own notes.
    shared: Option<String>,
    facts: Vec<FactView>,
}

/// What a fact measures, in the order in which pages show it.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    Price,
    Time,
    Size,
    Count,
    Word,
    Observed,
}

impl Measure {
    const ALL: [Self; 6] = [
        Self::Price,
        Self::Time,
        Self::Size,
        Self::Count,
        Self::Word,
        Self::Observed,
    ];

    /// A fact from data sets alone was observed, in whatever unit; any other goes by its unit.
    fn of(fact: &Fact, model: &Model) -> Self {
        let kinds = fact
            .sources
            .iter()
            .filter_map(|it| model.sources.get(&it.id));
        let mut kinds = kinds.map(|it| it.kind).peekable();
        if kinds.peek().is_some() && kinds.all(|it| it == SourceKind::Dataset) {
            return Self::Observed;
        }
        let Some(unit) = &fact.unit else {
            return Self::Word;
        };
        let is = |other: &str| Unit::new(&unit.text).factor_to(&Unit::new(other)).is_some();
        if unit.text.starts_with("USD") {
            Self::Price
        } else if is("s") {
            Self::Time
        } else if is("MB") {
            Self::Size
        } else {
            Self::Count
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Price => "Prices",
            Self::Time => "Times",
            Self::Size => "Sizes",
            Self::Count => "Counts and rates",
            Self::Word => "In words",
            Self::Observed => "Observed",
        }
    }
}

/// How many facts are few enough to need no groups.
const FEW: usize = 6;

/// How many notes have to end alike before their end is said once.
const ALIKE: usize = 3;

/// The facts by measure; few stand together without a name. `subject` is the product, whose name each title begins with.
pub(super) fn of(
    records: &[&Record<Fact>],
    subject: Option<&str>,
    draft: &mut Draft<'_>,
) -> Vec<MeasureView> {
    if records.len() <= FEW {
        let parts = parts(records, subject, draft);
        return vec![MeasureView { name: "", parts }];
    }
    let model = &draft.know.model;
    let mut measures = Vec::new();
    for measure in Measure::ALL {
        let mut own = Vec::new();
        own.extend(
            records
                .iter()
                .filter(|it| Measure::of(it, model) == measure),
        );
        if !own.is_empty() {
            let parts = parts(&own, subject, draft);
            let name = measure.name();
            measures.push(MeasureView { name, parts });
        }
    }
    measures
}

/// First those whose notes share nothing, then each group that does.
fn parts(records: &[&Record<Fact>], subject: Option<&str>, draft: &mut Draft<'_>) -> Vec<Part> {
    let mut rest = records.to_vec();
    let mut shared = Vec::new();
    while let Some(end) = shared_end(&rest) {
        let (those, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|it| ends_with(it, &end));
        shared.push((end, those));
        rest = others;
    }
    let mut all = vec![(None, rest)];
    all.extend(shared.into_iter().map(|(end, facts)| (Some(end), facts)));
    all.retain(|(_, facts)| !facts.is_empty());
    let mut parts = Vec::new();
    for (shared, facts) in all {
        let left_out = shared.as_deref().unwrap_or_default();
        let view = |it: &&Record<Fact>| facts::view(it, subject, left_out, draft);
        let facts = facts.iter().map(view).collect();
        parts.push(Part { shared, facts });
    }
    parts
}

/// The sentences with which the most notes end, if they are enough; of several the longest.
fn shared_end(records: &[&Record<Fact>]) -> Option<String> {
    let ends = records.iter().flat_map(|it| ends(it));
    let count = |end: &str| records.iter().filter(|it| ends_with(it, end)).count();
    let counted = ends.map(|end| (count(end), end.len(), end));
    let most = counted.max()?;
    (most.0 >= ALIKE).then(|| most.2.to_owned())
}

fn ends_with(record: &Record<Fact>, end: &str) -> bool {
    ends(record).any(|it| it == end)
}

/// The last sentence of a fact's note, the last two, and so on, as far as they hold no link.
fn ends(record: &Record<Fact>) -> impl Iterator<Item = &str> {
    let runs = record.note.as_ref().map_or(&[][..], |it| &it.runs);
    let text = match runs.last() {
        Some(Run::Text(text)) => text.as_str(),
        _ => "",
    };
    let whole = (runs.len() == 1 && !text.is_empty()).then_some(text);
    let later = text
        .match_indices(". ")
        .filter_map(|(at, stop)| text.get(at + stop.len()..));
    whole.into_iter().chain(later)
}
