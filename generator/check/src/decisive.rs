//! What decides verdicts: the inputs of every use case that could change its winner, and the dates on which they were
//! compared with their sources.

use std::collections::{BTreeMap, HashMap};

use model::Model;
use source::Span;
use verdict::{Decisive, Verdicts, decisive};

/// What decides each verdict.
#[derive(Default)]
pub(crate) struct Deciding<'a> {
    /// By use case.
    pub(crate) by_use_case: BTreeMap<&'a str, Decisive>,
    /// By the place of a date, the use cases that the reviewed record decides, sorted.
    by_date: HashMap<Span, Vec<&'a str>>,
}

impl<'a> Deciding<'a> {
    /// What decides `verdicts`.
    pub(crate) fn of(model: &Model, verdicts: &'a Verdicts) -> Self {
        let mut out = Self::default();
        for (id, verdict) in verdicts.iter() {
            let inputs = decisive(verdict, model);
            for span in dates(&inputs, model) {
                out.by_date.entry(span).or_default().push(id.as_str());
            }
            out.by_use_case.insert(id.as_str(), inputs);
        }
        out
    }

    /// The use cases that are decided by what has its date (`reviewed`, or `expires`) at `span`.
    pub(crate) fn by_date(&self, span: Span) -> &[&'a str] {
        self.by_date.get(&span).map_or(&[], Vec::as_slice)
    }
}

/// Where the dates of `inputs` stand.
fn dates(inputs: &Decisive, model: &Model) -> Vec<Span> {
    let cells = inputs.cells.iter().filter_map(|(option, dimension)| {
        let cell = model.dimensions.get(dimension)?.cells.get(option)?;
        Some(cell.fields.value("reviewed"))
    });
    let limits = inputs.limits.iter();
    let limits = limits.filter_map(|id| Some(model.limits.get(id)?.fields.value("reviewed")));
    let costs = inputs.costs.iter();
    let costs = costs.filter_map(|id| Some(model.costs.get(id)?.fields.value("reviewed")));
    let facts = inputs.facts.iter().filter_map(|id| model.facts.get(id));
    let facts = facts.flat_map(|it| {
        let expires = it.expires.map(|_| it.fields.value("expires"));
        std::iter::once(it.fields.value("reviewed")).chain(expires)
    });
    cells.chain(limits).chain(costs).chain(facts).collect()
}
