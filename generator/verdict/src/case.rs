//! A use case as a decision problem: its workload, its needs, and what they make necessary to know.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use decide::{Amount, Computed, Problem};
use model::{BreakEven, Dimension, Id, Keyed, Load, Model, Quantity, Record, Ref, Unit, UseCase};
use source::Diagnostic;

use crate::answers::{self, amount};
use crate::reading::Reading;
use crate::rules::{BAD_FORMULA, OUT_OF_RANGE};

/// A use case and the problem that it is.
pub(crate) struct Case<'m> {
    pub(crate) use_case: &'m Record<UseCase>,
    pub(crate) problem: Problem,
    /// The break-evens of the problem, in its order, as the records have them.
    pub(crate) breakevens: Vec<&'m BreakEven>,
}

impl Borrow<Problem> for Case<'_> {
    fn borrow(&self) -> &Problem {
        &self.problem
    }
}

impl<'m> Case<'m> {
    /// The problem that `use_case` is, among all columns of the manifest. Nothing if a record that it needs is wrong:
    /// what loading and scoring did not report is added to `findings`.
    pub(crate) fn of(
        model: &'m Model,
        use_case: &'m Record<UseCase>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let before = findings.len();
        let mut problem = Problem::new(use_case.id.as_str());
        settings(&mut problem, model);
        let needed = needed(use_case);
        let options = options(model);
        let mut reading = Reading::new(model);
        let mut sound = known(&mut problem, model, &needed, &options, findings);
        for (option, cell) in needed
            .iter()
            .filter_map(|it| model.dimensions.get(&it.id))
            .flat_map(|it| it.cells.iter())
        {
            if let Some(cost) = cell.cost.as_ref().filter(|_| options.contains(&&option.id)) {
                reading.cost(&cost.id, cost.span);
            }
        }
        limits(&mut problem, model, Some(use_case), &options, &mut reading);
        let breakevens = breakevens(&mut problem, &mut reading);
        sound &= formulas(&mut problem, &mut reading, findings);
        sound &= workload(&mut problem, use_case, model, &reading);
        sound &= weights(&mut problem, use_case, model, findings);
        let case = Self {
            use_case,
            problem,
            breakevens,
        };
        (sound && findings.len() == before).then_some(case)
    }
}

/// Seed, thresholds and options: the same for every use case.
pub(crate) fn settings(problem: &mut Problem, model: &Model) {
    let manifest = &model.manifest;
    if let Some(seed) = &manifest.seed {
        problem.seed.clone_from(&seed.text);
    }
    // What is too large for a percent stays too large, and is reported as such.
    let percent = |it: u32| u8::try_from(it).unwrap_or(u8::MAX);
    problem.thresholds = decide::Thresholds {
        clear: percent(manifest.thresholds.clear),
        stress: percent(manifest.thresholds.stress),
        leaning: percent(manifest.thresholds.leaning),
        depends: percent(manifest.thresholds.depends),
    };
    for id in options(model) {
        let family = model.options.get(id).map(|it| it.family.id.to_string());
        let id = id.to_string();
        problem.options.push(decide::Choice { id, family });
    }
}

/// The columns, each once; that one stands twice is reported by the checker.
pub(crate) fn options(model: &Model) -> Vec<&Id> {
    let mut ids: Vec<&Id> = Vec::new();
    for option in model.columns() {
        if !ids.contains(&&option.id) {
            ids.push(&option.id);
        }
    }
    ids
}

/// The needs of the use case and of its components, each dimension once, in the order of the ids.
fn needed(use_case: &UseCase) -> Vec<&Ref<Dimension>> {
    let parts = use_case.components.iter();
    let parts = parts.flat_map(|(_, _, part)| part.needs.iter());
    let mut needed: Vec<_> = use_case.needs.iter().chain(parts).map(|it| it.0).collect();
    // Stable, so that the first place of each is kept.
    needed.sort_by_key(|it| &it.id);
    needed.dedup_by_key(|it| &it.id);
    needed
}

/// Dimensions and cells; whether all of them could be read.
fn known(
    problem: &mut Problem,
    model: &Model,
    needed: &[&Ref<Dimension>],
    options: &[&Id],
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let mut sound = true;
    for need in needed {
        let record = model.dimensions.get(&need.id);
        let read = record.and_then(|record| {
            let dimension = answers::dimension(record, need.span, findings)?;
            Some((dimension, answers::row(record, options, model)?))
        });
        let Some((dimension, row)) = read else {
            sound = false;
            continue;
        };
        problem.dimensions.insert(need.id.to_string(), dimension);
        for (option, cell) in row {
            let cells = problem.cells.entry(option).or_default();
            cells.insert(need.id.to_string(), cell);
        }
    }
    sound
}

/// Every limit of an option that can be chosen, with what the use case says about its escapes.
pub(crate) fn limits<'m>(
    problem: &mut Problem,
    model: &'m Model,
    use_case: Option<&UseCase>,
    options: &[&Id],
    reading: &mut Reading<'m>,
) {
    let stated = use_case.into_iter().flat_map(|it| it.escapes.iter());
    let states: BTreeMap<&str, &str> = stated
        .map(|(id, _, it)| (id.as_str(), it.state.word()))
        .collect();
    let ours = model.limits.iter();
    for limit in ours.filter(|it| options.contains(&&it.option.id)) {
        reading.formula(&limit.when);
        let escape = |id: &str| decide::Escape {
            id: id.to_owned(),
            state: match states.get(format!("{}/{id}", limit.id).as_str()) {
                Some(&"taken") => decide::EscapeState::Taken,
                Some(_) => decide::EscapeState::Closed,
                None => decide::EscapeState::Open,
            },
        };
        // That one stands twice is reported by the checker.
        let mut seen = BTreeSet::new();
        let ids = limit.unless.iter().map(|it| it.id.text.as_str());
        let ids = ids.filter(|it| seen.insert(*it));
        problem.limits.push(decide::Limit {
            id: limit.id.to_string(),
            option: limit.option.id.to_string(),
            when: limit.when.text.clone(),
            unless: ids.map(escape).collect(),
        });
    }
}

/// The break-evens of the costs that are read, which brings in what they are compared with: it may be the cost of a product
/// that stands for no option.
pub(crate) fn breakevens<'m>(
    problem: &mut Problem,
    reading: &mut Reading<'m>,
) -> Vec<&'m BreakEven> {
    let compared = reading.costs.values().flat_map(|it| it.break_even.iter());
    let compared: Vec<_> = compared.map(|it| &it.against).collect();
    for cost in compared {
        reading.cost(&cost.id, cost.span);
    }
    let read: Vec<_> = reading.costs.values().copied().collect();
    let known = read.iter().map(|it| it.id.clone()).collect::<BTreeSet<_>>();
    let all = read
        .iter()
        .flat_map(|cost| cost.break_even.iter().map(|it| (&cost.id, it)));
    let mut records = Vec::new();
    for (a, record) in all.filter(|(_, it)| known.contains(&it.against.id)) {
        let (b, quantity) = (&record.against.id, &record.over.id);
        // The quantity is one of the problem even if neither cost reads it: then nothing crosses.
        reading.quantity(quantity);
        problem.breakevens.push(decide::BreakEven {
            id: format!("{a}-{b}-{quantity}"),
            a: a.to_string(),
            b: b.to_string(),
            quantity: quantity.to_string(),
            from: record.from,
            to: record.to,
        });
        records.push(record);
    }
    records
}

/// Formulas and facts; whether every name leads somewhere.
pub(crate) fn formulas(
    problem: &mut Problem,
    reading: &mut Reading<'_>,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    findings.append(&mut reading.findings);
    for (id, number) in &reading.facts {
        problem.facts.insert((*id).to_owned(), *number);
    }
    match reading.in_order() {
        Ok(costs) => problem.formulas.extend(costs.iter().map(|it| Computed {
            id: it.id.to_string(),
            formula: it.formula.text.clone(),
            unit: Some(it.unit.text.clone()),
        })),
        Err(costs) => {
            let ids: Vec<_> = costs.iter().map(|it| format!("`{}`", it.id)).collect();
            let title = format!("costs wait for each other: {}", ids.join(", "));
            let spans = costs.iter().map(|it| it.formula.span);
            let mut found = None;
            for span in spans {
                found = Some(match found {
                    None => Diagnostic::error(BAD_FORMULA, span, title.clone())
                        .help("let one of them be computed without the others"),
                    Some(it) => Diagnostic::also(it, span, "this one waits too"),
                });
            }
            findings.extend(found);
        }
    }
    reading.sound
}

/// The amounts of all quantities that are read; whether they could be.
fn workload(
    problem: &mut Problem,
    use_case: &UseCase,
    model: &Model,
    reading: &Reading<'_>,
) -> bool {
    let stated = |loads: &Keyed<Quantity, Load>, quantity: &Record<Quantity>| {
        let unit = Unit::new(&quantity.unit.text);
        let load = match loads.get(&quantity.id) {
            Some(Load::Unstated) => return Some(Some(None)),
            Some(Load::Amount(load)) => load,
            None => return Some(None),
        };
        Some(Some(Some(amount(model.bounds(load, &unit)?))))
    };
    let mut sound = true;
    for quantity in reading.quantities.values() {
        let load = match stated(&use_case.workload, quantity) {
            Some(Some(load)) => Some(load),
            Some(None) => Some(usual(quantity, model, &mut sound)),
            None => None,
        };
        sound &= load.is_some();
        problem
            .quantities
            .insert(quantity.id.to_string(), load.flatten());
    }
    for (id, _, part) in use_case.components.iter() {
        let mut component = decide::Component {
            id: id.to_string(),
            quantities: BTreeMap::new(),
            needs: None,
        };
        for quantity in reading.quantities.values() {
            match stated(&part.workload, quantity) {
                Some(Some(load)) => {
                    component.quantities.insert(quantity.id.to_string(), load);
                }
                Some(None) => {}
                None => sound = false,
            }
        }
        problem.components.push(component);
    }
    sound
}

/// What is taken where a workload is silent, if anything is. `sound` is false afterwards if it cannot be read.
pub(crate) fn usual(quantity: &Quantity, model: &Model, sound: &mut bool) -> Option<Amount> {
    let written = quantity.default.as_ref()?;
    let bounds = model.bounds(written, &Unit::new(&quantity.unit.text));
    *sound &= bounds.is_some();
    bounds.map(amount)
}

/// The needs of the use case and of its components; whether each has one way of weighing.
fn weights(
    problem: &mut Problem,
    use_case: &UseCase,
    model: &Model,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    let mut weigh = |needs: &Keyed<Dimension, model::Need>| {
        let mut weighed = BTreeMap::new();
        for (name, need) in needs.iter() {
            // Both or neither is reported when records are loaded.
            let weight = match (&need.rank, &need.swing) {
                (Some(rank), None) => decide::Need::Rank(rank.value),
                (None, Some(swing)) => match model.bounds(&swing.0, &Unit::default()) {
                    Some(bounds) => decide::Need::Swing(amount(bounds)),
                    None => {
                        let title = format!("the swing of `{}` is no number of points", name.id);
                        let found = Diagnostic::error(OUT_OF_RANGE, swing.0.span(), title);
                        findings.push(found.help("write points from 0 to 100, or a range of them"));
                        return None;
                    }
                },
                _ => return None,
            };
            weighed.insert(name.id.to_string(), weight);
        }
        Some(weighed)
    };
    let Some(whole) = weigh(&use_case.needs) else {
        return false;
    };
    let mut silent = whole.is_empty() && use_case.components.is_empty();
    let parts = use_case.components.iter().zip(&mut problem.components);
    for ((_, _, part), component) in parts {
        let Some(own) = weigh(&part.needs) else {
            return false;
        };
        silent |= own.is_empty() && whole.is_empty();
        component.needs = (!own.is_empty()).then_some(own);
    }
    problem.needs = whole;
    // A use case without needs is reported by the checker.
    !silent
}
