//! Problems from JSON, and outcomes as JSON text, in the form of the specification.

use std::collections::BTreeMap;

use decide::{
    Amount, BaseWeights, BreakEven, Cell, Choice, Component, Computed, Dimension, Escape,
    EscapeState, Limit, Need, Pair, Problem, Scale,
};
use serde_json::Value;

pub(crate) mod write;

/// The problem that `text` says. Only what the tests need is read, and anything odd fails the test.
pub(crate) fn problem(text: &str) -> Problem {
    let json: Value = serde_json::from_str(text).expect("a problem");
    let mut problem = Problem::new(string(&json["id"]));
    if let Some(draws) = json["draws"].as_u64() {
        problem.draws = u32::try_from(draws).expect("draws");
    }
    if json["base_weights"] == "order" {
        problem.base_weights = BaseWeights::Order;
    }
    problem.options = list(&json["options"])
        .map(|it| Choice {
            id: string(&it["id"]),
            family: None,
        })
        .collect();
    problem.dimensions = map(&json["dimensions"], dimension);
    problem.cells = map(&json["cells"], |row| map(row, cell));
    problem.facts = map(&json["facts"], number);
    problem.quantities = map(&json["quantities"], quantity);
    problem.formulas = list(&json["formulas"]).map(computed).collect();
    problem.limits = list(&json["limits"]).map(limit).collect();
    problem.needs = map(&json["needs"], need);
    problem.pairs = list(&json["pairs"]).map(pair).collect();
    problem.breakevens = list(&json["breakevens"]).map(breakeven).collect();
    problem.components = list(&json["components"]).map(component).collect();
    problem
}

pub(crate) fn list(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

pub(crate) fn number(json: &Value) -> f64 {
    json.as_f64().expect("a number")
}

pub(crate) fn string(json: &Value) -> String {
    json.as_str().expect("a string").to_owned()
}

fn map<T>(json: &Value, of: impl Fn(&Value) -> T) -> BTreeMap<String, T> {
    let entries = json.as_object().into_iter().flatten();
    entries.map(|(key, it)| (key.clone(), of(it))).collect()
}

fn dimension(json: &Value) -> Dimension {
    let scale = if json["levels"].is_array() {
        Scale::Levels {
            names: list(&json["levels"]).map(string).collect(),
            values: json["values"]
                .as_array()
                .map(|it| it.iter().map(number).collect()),
        }
    } else {
        let points = list(&json["points"]).map(|it| (number(&it[0]), number(&it[1])));
        Scale::Points(points.collect())
    };
    Dimension { unit: None, scale }
}

fn amount(json: &Value) -> Amount {
    if json.is_number() {
        return Amount::exact(number(json));
    }
    Amount {
        low: number(&json["low"]),
        mode: number(&json["mode"]),
        high: number(&json["high"]),
    }
}

fn quantity(json: &Value) -> Option<Amount> {
    (!json.is_null()).then(|| amount(json))
}

fn cell(json: &Value) -> Cell {
    if let Some(level) = json["level"].as_str() {
        Cell::Level(level.to_owned())
    } else if let Some(value) = json["value"].as_f64() {
        Cell::Value(value)
    } else if let Some(formula) = json["formula"].as_str() {
        Cell::Formula(formula.to_owned())
    } else if json["unknown"] == true {
        Cell::Unknown
    } else {
        Cell::Amount(amount(json))
    }
}

fn computed(json: &Value) -> Computed {
    Computed {
        id: string(&json["id"]),
        formula: string(&json["formula"]),
        unit: None,
    }
}

fn limit(json: &Value) -> Limit {
    let escape = |it: &Value| Escape {
        id: string(&it["id"]),
        state: match it["state"].as_str() {
            Some("taken") => EscapeState::Taken,
            Some("closed") => EscapeState::Closed,
            _ => EscapeState::Open,
        },
    };
    Limit {
        id: string(&json["id"]),
        option: string(&json["option"]),
        when: string(&json["when"]),
        unless: list(&json["unless"]).map(escape).collect(),
    }
}

fn need(json: &Value) -> Need {
    if let Some(rank) = json["rank"].as_u64() {
        Need::Rank(u32::try_from(rank).expect("a rank"))
    } else if json["swing"].is_null() {
        Need::Compared
    } else {
        Need::Swing(amount(&json["swing"]))
    }
}

fn pair(json: &Value) -> Pair {
    Pair {
        a: string(&json[0]),
        b: string(&json[1]),
        ratio: number(&json[2]),
    }
}

fn breakeven(json: &Value) -> BreakEven {
    BreakEven {
        id: string(&json["id"]),
        a: string(&json["a"]),
        b: string(&json["b"]),
        quantity: string(&json["quantity"]),
        from: number(&json["from"]),
        to: number(&json["to"]),
    }
}

fn component(json: &Value) -> Component {
    Component {
        id: string(&json["id"]),
        quantities: map(&json["quantities"], quantity),
        needs: json["needs"].is_object().then(|| map(&json["needs"], need)),
    }
}
