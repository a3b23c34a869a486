//! What a problem may not say: every error names the field and what is wrong with it.

use serde_json::{Value, json};

/// A sound problem that uses everything.
fn sound() -> Value {
    json!({
        "version": 1, "id": "sound", "draws": 20,
        "options": [{"id": "a"}, {"id": "b"}],
        "dimensions": {
            "cost": {"points": [[0, 1], [100, 0]]},
            "effort": {"levels": ["high", "low"]}
        },
        "cells": {
            "a": {"cost": {"formula": "total"}, "effort": {"level": "low"}},
            "b": {"cost": {"low": 1, "mode": 2, "high": 3}, "effort": {"value": 0.5}}
        },
        "facts": {"price": 2},
        "quantities": {"load": {"low": 1, "mode": 2, "high": 4}, "other": null},
        "formulas": [{"id": "total", "formula": "load * price"}, {"id": "half", "formula": "total / 2"}],
        "limits": [{"id": "limit", "option": "a", "when": "load > 3", "unless": [{"id": "way", "state": "open"}]}],
        "needs": {"cost": {"rank": 1}, "effort": {"rank": 2}},
        "breakevens": [{"id": "even", "a": "total", "b": "half", "quantity": "load", "from": 1, "to": 10}]
    })
}

/// The error of the sound problem with the value at `pointer` replaced, as text.
fn error(pointer: &str, value: Value) -> String {
    errors(&[(pointer, value)])
}

fn errors(edits: &[(&str, Value)]) -> String {
    let mut json = sound();
    for (pointer, value) in edits {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = json.pointer_mut(parent).expect("a parent");
        match (parent, key.parse::<usize>()) {
            (Value::Array(items), Ok(at)) => items[at] = value.clone(),
            (parent, _) => parent[key] = value.clone(),
        }
    }
    let problem = crate::json::problem(&json.to_string());
    match decide::solve(&problem) {
        Ok(_) => String::from("no error"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_sound_problem_is_solved() {
    assert_eq!(errors(&[]), "no error");
}

#[test]
fn ids_are_plain_and_stand_once() {
    assert_eq!(
        error("/id", json!("A b")),
        "id: `A b` is no id: use `a-z`, `0-9` and `-`"
    );
    assert_eq!(
        error("/options/1/id", json!("")),
        "options[1].id: `` is no id: use `a-z`, `0-9` and `-`"
    );
    assert_eq!(
        error("/options/1/id", json!("a")),
        "options[1].id: `a` stands twice"
    );
    assert_eq!(
        error("/options", json!([{"id": "a"}])),
        "options: a second option is missing"
    );
    let limit = json!({"id": "limit", "option": "b", "when": "load > 3"});
    assert_eq!(
        error("/limits", json!([limit, limit])),
        "limits[1].id: `limit` stands twice"
    );
    let ways = json!([{"id": "way", "state": "open"}, {"id": "way", "state": "taken"}]);
    assert_eq!(
        error("/limits/0/unless", ways),
        "limits[0].unless[1].id: `way` stands twice"
    );
    assert_eq!(
        error("/facts/load", json!(1)),
        "facts.load: `load` stands twice"
    );
    assert_eq!(
        error("/formulas/1/id", json!("price")),
        "formulas[1].id: `price` stands twice"
    );
}

#[test]
fn ranges_and_scales_are_in_order() {
    let turned = json!({"low": 3, "mode": 2, "high": 4});
    assert_eq!(
        error("/cells/b/cost", turned.clone()),
        "cells.b.cost: the bounds of the range are not in order"
    );
    assert_eq!(
        error("/quantities/load", turned),
        "quantities.load: the bounds of the range are not in order"
    );
    let wide = json!({"low": -1e200, "mode": 0, "high": 1e200});
    assert_eq!(
        error("/quantities/load", wide),
        "quantities.load: the range is too wide to be computed with"
    );
    // Wide enough only in the stress run.
    let wide = json!({"low": -5e153, "mode": 0, "high": 5e153});
    assert_eq!(
        error("/quantities/load", wide),
        "quantities.load: the range is too wide to be computed with"
    );
    let falling = json!([[0, 1], [0, 0]]);
    assert_eq!(
        error("/dimensions/cost/points", falling),
        "dimensions.cost: the amounts do not rise at point 2"
    );
    assert_eq!(
        error("/dimensions/effort/levels", json!(["one"])),
        "dimensions.effort: there are fewer than two points"
    );
    assert_eq!(
        error("/dimensions/effort/levels", json!(["one", "one"])),
        "dimensions.effort.levels[1]: `one` stands twice"
    );
    assert_eq!(
        error("/dimensions/effort/values", json!([0])),
        "dimensions.effort.values: the value of a level is missing"
    );
}

#[test]
fn what_is_named_exists() {
    assert_eq!(
        error("/cells/a/effort/level", json!("none")),
        "cells.a.effort.level: there is no level `none`"
    );
    assert_eq!(
        error("/cells/a/cost/formula", json!("totl")),
        "cells.a.cost.formula: there is no formula `totl`"
    );
    assert_eq!(
        error("/cells/c", json!({})),
        "cells.c: there is no option `c`"
    );
    assert_eq!(
        error("/cells/a/speed", json!(1)),
        "cells.a.speed: there is no dimension `speed`"
    );
    assert_eq!(
        error("/cells/b", json!({"cost": 1})),
        "cells.b.effort: what is known of a need is missing"
    );
    assert_eq!(
        error("/limits/0/option", json!("c")),
        "limits[0].option: there is no option `c`"
    );
    let text = "limits[0].when: at byte 0: `lod` is no quantity, no fact and no earlier formula";
    assert_eq!(error("/limits/0/when", json!("lod > 3")), text);
    let text =
        "formulas[0].formula: at byte 2: `half` is no quantity, no fact and no earlier formula";
    assert_eq!(error("/formulas/0/formula", json!("1+half")), text);
    assert_eq!(
        error("/needs/speed", json!({"rank": 1})),
        "needs.speed: there is no dimension `speed`"
    );
    assert_eq!(
        error("/breakevens/0/b", json!("hal")),
        "breakevens[0].b: there is no formula `hal`"
    );
    assert_eq!(
        error("/breakevens/0/quantity", json!("price")),
        "breakevens[0].quantity: there is no quantity `price`"
    );
}

#[test]
fn a_cell_that_no_need_asks_for_is_sound_too() {
    let turned = json!({"low": 3, "mode": 2, "high": 4});
    let edits = [
        ("/needs", json!({"effort": {"rank": 1}})),
        ("/cells/b/cost", turned),
    ];
    assert_eq!(
        errors(&edits),
        "cells.b.cost: the bounds of the range are not in order"
    );
    assert_eq!(errors(&edits[..1]), "no error");
}

#[test]
fn needs_are_weighed_in_one_way() {
    assert_eq!(error("/needs", json!({})), "needs: a need is missing");
    let text = "needs: ranks, swings and comparisons are mixed: use one";
    assert_eq!(error("/needs/cost", json!({"swing": 3})), text);
    assert_eq!(error("/needs/cost", json!({})), text);
    assert_eq!(
        error("/pairs", json!([["cost", "effort", 2]])),
        text.replace("needs:", "pairs:")
    );
    assert_eq!(
        error("/needs/cost", json!({"rank": 0})),
        "needs.cost.rank: the number must be 1 or more"
    );
    let swings = |mode: f64| json!({"cost": {"swing": mode}, "effort": {"swing": {"low": 0, "mode": 3, "high": 3}}});
    assert_eq!(error("/needs", swings(1.0)), "no error");
    let text =
        "needs.cost.swing: the number must be above 0: leave out a need that does not matter";
    assert_eq!(error("/needs", swings(0.0)), text);
    let negative = json!({"cost": {"swing": {"low": -1, "mode": 1, "high": 1}}});
    assert_eq!(
        error("/needs", negative),
        "needs.cost.swing: the number must be 0 or more"
    );
    let swings = [("/base_weights", json!("order")), ("/needs", swings(1.0))];
    assert_eq!(
        errors(&swings),
        "base_weights: `order` draws by rank: give every need a rank"
    );
}

#[test]
fn comparisons_are_complete_and_agree() {
    let with = |pairs: Value| {
        errors(&[
            ("/needs", json!({"cost": {}, "effort": {}})),
            ("/pairs", pairs),
        ])
    };
    assert_eq!(with(json!([["cost", "effort", 2]])), "no error");
    assert_eq!(
        with(json!([["cost", "effort", 2], ["effort", "cost", 0.5]])),
        "no error"
    );
    assert_eq!(
        with(json!([])),
        "pairs: `cost` and `effort` are not compared"
    );
    let text = "pairs[1]: `effort` and `cost` are compared twice, with different results";
    assert_eq!(
        with(json!([["cost", "effort", 2], ["effort", "cost", 2]])),
        text
    );
    assert_eq!(
        with(json!([["cost", "price", 2]])),
        "pairs[0][1]: there is no need `price`"
    );
    assert_eq!(
        with(json!([["cost", "effort", 0]])),
        "pairs[0][2]: the number must be from 1e-9 to 1e9"
    );
}

#[test]
fn nothing_divides_by_zero_or_overflows() {
    let zero =
        |path: &str| format!("{path}: at byte 0: the divisor can be 0: state a range without 0");
    assert_eq!(
        error("/formulas/0/formula", json!("1 / (load - 2)")),
        zero("formulas[0].formula")
    );
    // The stress run goes below 1, down to 0.5.
    assert_eq!(
        error("/formulas/0/formula", json!("1 / (load - 0.6)")),
        zero("formulas[0].formula")
    );
    assert_eq!(
        error("/formulas/0/formula", json!("1 / (load - 0.4)")),
        "no error"
    );
    assert_eq!(
        error("/limits/0/when", json!("1 / (price - 2) > load")),
        zero("limits[0].when")
    );
    let text = "formulas[1].formula: at byte 0: the number is too large to be computed with";
    assert_eq!(error("/formulas/1/formula", json!("total * 1e308")), text);
    let text = "breakevens[0]: at byte 0: the divisor can be 0: state a range without 0";
    assert_eq!(error("/formulas/1/formula", json!("1 / (load - 8)")), text);
}

#[test]
fn numbers_lie_where_they_can() {
    assert_eq!(
        error("/draws", json!(0)),
        "draws: the number must be from 1 to 1,000,000"
    );
    assert_eq!(
        error("/draws", json!(1_000_001)),
        "draws: the number must be from 1 to 1,000,000"
    );
    assert_eq!(
        error("/cells/b/effort/value", json!(1.5)),
        "cells.b.effort.value: the number must be from 0 to 1"
    );
    assert_eq!(
        error("/breakevens/0/from", json!(0)),
        "breakevens[0].from: the number must be above 0"
    );
    assert_eq!(
        error("/breakevens/0/to", json!(1)),
        "breakevens[0].to: the number must be above `from`"
    );
    let mut problem = crate::json::problem(&sound().to_string());
    problem.facts.insert("price".into(), f64::NAN);
    let error = decide::solve(&problem).expect_err("an error");
    assert_eq!(error.to_string(), "facts.price: the number is not finite");
    problem.facts.insert("price".into(), 2.0);
    problem.thresholds.leaning = 101;
    let error = decide::solve(&problem).expect_err("an error");
    assert_eq!(
        error.to_string(),
        "thresholds.leaning: the number must be from 0 to 100"
    );
}

#[test]
fn an_error_of_a_component_names_the_component() {
    let with = |component: Value| error("/components", json!([{"id": "one"}, component]));
    assert_eq!(
        with(json!({"id": "one"})),
        "components[1].id: `one` stands twice"
    );
    let turned = json!({"id": "two", "quantities": {"load": {"low": 3, "mode": 2, "high": 4}}});
    assert_eq!(
        with(turned),
        "components[1].quantities.load: the bounds of the range are not in order"
    );
    // What all components share is named as it stands.
    let broken = json!({"low": 3, "mode": 2, "high": 4});
    let load = json!([{"id": "one", "quantities": {"load": 2}}]);
    assert_eq!(
        errors(&[("/components", load), ("/quantities/other", broken)]),
        "quantities.other: the bounds of the range are not in order"
    );
    let mixed = json!({"id": "two", "needs": {"cost": {"rank": 1}, "effort": {"swing": 3}}});
    assert_eq!(
        with(mixed),
        "components[1].needs: ranks, swings and comparisons are mixed: use one"
    );
    let unknown = json!({"id": "two", "needs": {"speed": {"rank": 1}}});
    assert_eq!(
        with(unknown),
        "components[1].needs.speed: there is no dimension `speed`"
    );
}
