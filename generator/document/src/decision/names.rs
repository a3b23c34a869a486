//! The words of records that lines are made of, gathered for one use case.

use std::collections::{BTreeMap, BTreeSet};

use decide::{Condition, Formula, Number, Problem};
use model::{Id, Kind, Model, Unit, UseCase};
use serde::Serialize;

/// Every word that the lines of a use case need. Texts are plain, with their facts written out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Names {
    /// The title of the use case.
    pub title: String,
    /// The options in the order of their columns.
    pub order: Vec<String>,
    /// The names of options.
    pub options: BTreeMap<String, String>,
    /// The names of dimensions.
    pub dimensions: BTreeMap<String, String>,
    /// The quantities of the workload.
    pub quantities: BTreeMap<String, QuantityNames>,
    /// The limits.
    pub limits: BTreeMap<String, LimitNames>,
    /// The escapes of limits, as `limit/escape`.
    pub escapes: BTreeMap<String, String>,
    /// The costs.
    pub costs: BTreeMap<String, CostNames>,
    /// By break-even, what is computed at a crossing besides.
    pub also: BTreeMap<String, Vec<Also>>,
    /// Why needs matter: by need, or as `component/need`.
    pub whys: BTreeMap<String, String>,
    /// The titles of components.
    pub components: BTreeMap<String, String>,
}

/// The words of a quantity.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct QuantityNames {
    /// What it is.
    pub title: String,
    /// The question that asks for it.
    pub question: String,
    /// The unit of its amounts in the problem.
    pub unit: String,
    /// The unit in which lines write it.
    pub shown: String,
    /// What an amount is divided by to be written: 60000 for minutes where the unit is `ms`.
    pub per: f64,
    /// The least that makes sense.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<f64>,
    /// The most that makes sense.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<f64>,
}

/// The words of a limit.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LimitNames {
    /// What the limit is.
    pub title: String,
    /// The condition in words.
    pub holds_when: String,
    /// The quantities it reads, also through formulas, in order.
    pub reads: Vec<String>,
    /// The quantity that it compares alone with a number other than 0, and that number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
}

/// A quantity beside what bounds it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The quantity.
    pub quantity: String,
    /// The bound, in the quantity's own unit.
    pub bound: f64,
    /// The unit in which lines write it.
    pub shown: String,
    /// What it is divided by to be written.
    pub per: f64,
}

/// The words of a cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CostNames {
    /// What is computed.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// The quantities it reads, also through formulas, in order.
    pub reads: Vec<String>,
}

/// What is computed at a crossing besides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Also {
    /// Its formula, over quantities and facts of the problem.
    pub formula: String,
    /// Its unit.
    pub unit: String,
}

impl Names {
    /// The words that lines about `problem`, which is that of `use_case`, need.
    pub fn of(use_case: &UseCase, problem: &Problem, model: &Model) -> Self {
        let components = use_case.components.iter();
        Self {
            title: model.plain_text(&use_case.title),
            whys: whys(use_case, model),
            components: components
                .map(|(id, _, it)| (id.to_string(), model.plain_text(&it.title)))
                .collect(),
            ..Self::open(problem, model)
        }
    }

    /// The words that lines about `problem` need as long as it is that of no use case: no title, components or reasons.
    pub fn open(problem: &Problem, model: &Model) -> Self {
        let title_of = |kind: Kind, id: &str| model.title_of(kind, id).unwrap_or_default();
        let columns = model.columns().into_iter().map(|it| it.id.to_string());
        let known = |id: &String| problem.options.iter().any(|it| it.id == *id);
        let options = problem.options.iter().map(|it| it.id.clone());
        let dimensions = problem.dimensions.keys().cloned();
        let mut order: Vec<String> = Vec::new();
        for id in columns.filter(known) {
            if !order.contains(&id) {
                order.push(id);
            }
        }
        Self {
            order,
            options: options
                .map(|it| (it.clone(), title_of(Kind::Alternative, &it)))
                .collect(),
            dimensions: dimensions
                .map(|it| (it.clone(), title_of(Kind::Dimension, &it)))
                .collect(),
            quantities: quantities(problem, model),
            limits: limits(problem, model),
            escapes: escapes(problem, model),
            costs: costs(problem, model),
            also: also(problem, model),
            ..Self::default()
        }
    }

    /// The name of an option.
    pub fn option<'n>(&'n self, id: &'n str) -> &'n str {
        self.options.get(id).map_or(id, String::as_str)
    }

    /// The name of a dimension.
    pub fn dimension<'n>(&'n self, id: &'n str) -> &'n str {
        self.dimensions.get(id).map_or(id, String::as_str)
    }

    /// The title of a quantity.
    pub fn quantity<'n>(&'n self, id: &'n str) -> &'n str {
        self.quantities.get(id).map_or(id, |it| &it.title)
    }

    /// The title of a component.
    pub fn component<'n>(&'n self, id: &'n str) -> &'n str {
        self.components.get(id).map_or(id, String::as_str)
    }

    /// The largest unit in which this amount of a quantity is at least 1, and what it is divided by to be in it. For lines
    /// that the page's script does not compose.
    pub(super) fn unit_for(&self, amount: f64, quantity: &str) -> (&str, f64) {
        let names = self.quantities.get(quantity);
        names.map_or(("", 1.0), |it| larger(amount, &it.unit, |_| true))
    }

    /// The unit in which a quantity is written, and what its amounts are divided by.
    pub fn unit_of(&self, quantity: &str) -> (&str, f64) {
        let names = self.quantities.get(quantity);
        names.map_or(("", 1.0), |it| (it.shown.as_str(), it.per))
    }
}

fn quantities(problem: &Problem, model: &Model) -> BTreeMap<String, QuantityNames> {
    let named = problem.quantities.iter().filter_map(|(id, amount)| {
        let record = model.quantities.get(id)?;
        let unit = record.unit.text.as_str();
        let (shown, per) = readable(amount.map_or(0.0, |it| it.mode), unit);
        let names = QuantityNames {
            title: model.plain_text(&record.title),
            question: model.plain_text(&record.question),
            unit: unit.to_owned(),
            shown: shown.to_owned(),
            per,
            least: record.least,
            most: record.most,
        };
        Some((id.clone(), names))
    });
    named.collect()
}

/// Larger units of the same kind, largest first.
const LARGER: [&[&str]; 2] = [&["d", "h", "min", "s"], &["TB", "GB", "MB"]];

/// The largest unit in which an amount is at least 1 and has one digit after its point at most, and what it is divided by
/// to be in it.
fn readable(amount: f64, unit: &str) -> (&str, f64) {
    larger(amount, unit, |there| {
        let tenths = there * 10.0;
        (tenths - tenths.round()).abs() < 1e-9
    })
}

/// The largest unit in which an amount is at least 1 and as is wanted, and what it is divided by to be in it.
fn larger(amount: f64, unit: &str, wanted: impl Fn(f64) -> bool) -> (&str, f64) {
    let fits = |per: f64| amount / per >= 1.0 && wanted(amount / per);
    let mut all = larger_units(unit).into_iter();
    all.find(|it| fits(it.1)).unwrap_or((unit, 1.0))
}

/// The units of the same kind that are larger, largest first, and what an amount is divided by to be in each. An amount is
/// written in the first in which it is at least 1 and has one digit after its point at most.
pub fn larger_units(unit: &str) -> Vec<(&'static str, f64)> {
    let own = Unit::new(unit);
    let all = LARGER.into_iter().flatten().copied();
    let all = all.filter_map(|it| Some((it, Unit::new(it).factor_to(&own)?)));
    all.filter(|it| it.1 > 1.0).collect()
}

fn limits(problem: &Problem, model: &Model) -> BTreeMap<String, LimitNames> {
    let named = problem.limits.iter().filter_map(|limit| {
        let record = model.limits.get(&limit.id)?;
        let names = LimitNames {
            title: model.plain_text(&record.title),
            holds_when: model.plain_text(&record.holds_when),
            reads: reads(&record.when, model),
            compared: compared(&limit.when, problem, model),
        };
        Some((limit.id.clone(), names))
    });
    named.collect()
}

/// The quantities that a formula reads, also through costs, in order.
fn reads(formula: &model::Formula, model: &Model) -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut left: Vec<&Id> = formula.names.iter().map(|(id, _)| id).collect();
    while let Some(id) = left.pop() {
        if !seen.insert(id) {
            continue;
        }
        if model.quantities.get(id).is_some() {
            found.insert(id.to_string());
        } else if let Some(cost) = model.costs.get(id) {
            left.extend(cost.formula.names.iter().map(|(id, _)| id));
        }
    }
    found.into_iter().collect()
}

/// What a condition compares, if it is one comparison with a quantity alone on the left and facts on the right. A bound
/// of 0 tells nothing: such a quantity says yes or no.
fn compared(when: &str, problem: &Problem, model: &Model) -> Option<Compared> {
    let formula = Formula::condition(when).ok()?;
    let [(Condition::Compared(_, left, right), _)] = formula.conditions() else {
        return None;
    };
    let (Number::Name(name), _) = formula.numbers().get(*left)? else {
        return None;
    };
    let quantity = &formula.names().get(*name)?.text;
    problem.quantities.get(quantity)?;
    let (_, span) = formula.numbers().get(*right)?;
    let bound = Formula::number(when.get(span.clone())?).ok()?;
    let bound = bound
        .compute(|name| problem.facts.get(name).copied())
        .ok()?;
    let unit = &model.quantities.get(quantity)?.unit.text;
    let (shown, per) = readable(bound, unit);
    (bound.abs() > 0.0).then(|| Compared {
        quantity: quantity.clone(),
        bound,
        shown: shown.to_owned(),
        per,
    })
}

fn escapes(problem: &Problem, model: &Model) -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    for limit in problem
        .limits
        .iter()
        .filter_map(|it| model.limits.get(&it.id))
    {
        for escape in &limit.unless {
            let id = format!("{}/{}", limit.id, escape.id.text);
            named.insert(id, model.plain_text(&escape.text));
        }
    }
    named
}

fn costs(problem: &Problem, model: &Model) -> BTreeMap<String, CostNames> {
    let named = problem.formulas.iter().filter_map(|formula| {
        let record = model.costs.get(&formula.id)?;
        let names = CostNames {
            title: model.plain_text(&record.title),
            unit: record.unit.text.clone(),
            reads: reads(&record.formula, model),
        };
        Some((formula.id.clone(), names))
    });
    named.collect()
}

/// Costs beside a crossing; only such as read nothing but quantities and facts of the problem.
fn also(problem: &Problem, model: &Model) -> BTreeMap<String, Vec<Also>> {
    let mut named = BTreeMap::new();
    for it in &problem.breakevens {
        let records = model.costs.get(&it.a).into_iter();
        let records = records.flat_map(|cost| &cost.break_even);
        let record = records
            .filter(|record| record.against.id.as_str() == it.b)
            .find(|record| record.over.id.as_str() == it.quantity);
        let costs = record.into_iter().flat_map(|it| &it.also);
        let costs = costs.filter_map(|it| model.costs.get(&it.id));
        let known = |id: &Id| {
            let id = id.as_str();
            problem.quantities.contains_key(id) || problem.facts.contains_key(id)
        };
        let costs = costs.filter(|it| it.formula.names.iter().all(|(id, _)| known(id)));
        let all: Vec<Also> = costs
            .map(|it| Also {
                formula: it.formula.text.clone(),
                unit: it.unit.text.clone(),
            })
            .collect();
        if !all.is_empty() {
            named.insert(it.id.clone(), all);
        }
    }
    named
}

fn whys(use_case: &UseCase, model: &Model) -> BTreeMap<String, String> {
    let mut named = BTreeMap::new();
    for (need, it) in use_case.needs.iter() {
        named.insert(need.id.to_string(), model.plain_text(&it.why));
    }
    for (id, _, part) in use_case.components.iter() {
        for (need, it) in part.needs.iter() {
            let why = model.plain_text(&it.why);
            named.insert(format!("{id}/{}", need.id), why);
        }
    }
    named
}
