//! The words: each of them on a problem that calls for it.

use decide::{Decision, Outcome, Word};
use serde_json::{Value, json};

use crate::random::decision;

/// Options `a` and `b` on needs `p` and `q`, both worth their amount, and what else the test says.
pub(crate) fn with(a: [Value; 2], b: [Value; 2], more: Value) -> Value {
    let scale = json!({"points": [[0, 0], [1, 1]]});
    let mut problem = json!({
        "version": 1, "id": "words",
        "options": [{"id": "a"}, {"id": "b"}],
        "dimensions": {"p": scale, "q": scale},
        "cells": {"a": {"p": a[0], "q": a[1]}, "b": {"p": b[0], "q": b[1]}},
        "needs": {"p": {"rank": 1}, "q": {"rank": 2}}
    });
    for (key, value) in more.as_object().expect("fields") {
        problem[key] = value.clone();
    }
    problem
}

pub(crate) fn decided(problem: &Value) -> Decision {
    decision(&crate::json::problem(&problem.to_string()))
}

pub(crate) fn range(low: f64, mode: f64, high: f64) -> Value {
    json!({"low": low, "mode": mode, "high": high})
}

pub(crate) fn exact(p: f64, q: f64) -> [Value; 2] {
    [json!(p), json!(q)]
}

#[test]
fn clear_is_first_in_almost_all_draws_of_both_runs() {
    let found = decided(&with(exact(0.9, 0.5), exact(0.2, 0.4), json!({})));
    assert_eq!(
        (found.word, found.best.as_deref()),
        (Word::Clear, Some("a"))
    );
    assert!(!found.by_elimination);
    // Better on the first need by as much as worse on the second: always first by its centroid, and never sure under stress.
    let found = decided(&with(exact(0.6, 0.3), exact(0.4, 0.8), json!({})));
    assert_eq!(found.first["a"], 10_000);
    assert!(found.stress.first["a"] < 8000);
    assert_eq!(found.word, Word::Leaning);
    assert_eq!(found.stress.best.as_deref(), Some("a"));
}

#[test]
fn clear_by_elimination_needs_no_draws() {
    let limit = |when: &str| json!([{"id": "l", "option": "a", "when": "3 > 2"}, {"id": "m", "option": "b", "when": when}]);
    let quantities = json!({"x": range(0.0, 5.0, 10.0)});
    let more = |when: &str| json!({"limits": limit(when), "quantities": quantities});
    let found = decided(&with(exact(0.9, 0.9), exact(0.2, 0.1), more("x > 20")));
    assert_eq!((found.word, found.by_elimination), (Word::Clear, true));
    assert_eq!(found.best.as_deref(), Some("b"));
    assert!(
        found
            .agreement
            .winners
            .values()
            .all(|it| it.as_deref() == Some("b"))
    );
    // The last one that is left drops out in half of the draws: that is not clear.
    let found = decided(&with(exact(0.9, 0.9), exact(0.2, 0.1), more("x > 5")));
    assert_eq!((found.word, found.by_elimination), (Word::TooClose, false));
    assert_eq!(found.none, found.out["b"]);
}

#[test]
fn nothing_fits_when_all_are_ruled_out() {
    let limits = json!([
        {"id": "l", "option": "a", "when": "3 > 2", "unless": [{"id": "way", "state": "open"}]},
        {"id": "m", "option": "b", "when": "3 > 2"}
    ]);
    let found = decided(&with(
        exact(0.9, 0.9),
        exact(0.2, 0.1),
        json!({"limits": limits}),
    ));
    assert_eq!(found.word, Word::NothingFits);
    assert_eq!(
        (found.best, found.runner_up, found.stress.best),
        (None, None, None)
    );
    assert_eq!((found.none, found.stress.none), (10_000, 10_000));
    assert_eq!(found.ruled_out.len(), 2);
    assert!(found.ruled_out.iter().all(|it| it.first_if_lifted));
    assert_eq!((found.agreement.agree, found.agreement.of), (0, 5));
    assert!(found.tie_quantities.is_empty());
}

#[test]
fn too_close_is_first_in_fewer() {
    let more = |base: &str| {
        let needs = json!({"p": {"rank": 1}, "q": {"rank": 1}});
        json!({"needs": needs, "base_weights": base})
    };
    // Nothing but the weights can tell them apart, and no input carries those.
    let found = decided(&with(exact(0.6, 0.4), exact(0.4, 0.6), more("order")));
    assert_eq!((found.word, found.depends), (Word::TooClose, None));
    assert!(found.first["a"].abs_diff(5000) < 200);
    let found = decided(&with(exact(0.6, 0.4), exact(0.4, 0.6), more("centroid")));
    assert_eq!((found.word, found.tied), (Word::TooClose, 10_000));
    assert_eq!(found.best.as_deref(), Some("a"));
}

#[test]
fn thresholds_are_whole_percents_that_count_when_reached() {
    // Ten draws, so that a share of them is a whole percent.
    let more = json!({
        "quantities": {"load": range(0.0, 5.0, 10.0)},
        "limits": [{"id": "busy", "option": "a", "when": "load > 6.8"}]
    });
    let problem = with(exact(0.9, 0.9), exact(0.2, 0.1), more);
    let mut problem = crate::json::problem(&problem.to_string());
    problem.draws = 10;
    let share = 10 * decision(&problem).first["a"] as u8;
    let stress = 10 * decision(&problem).stress.first["a"] as u8;
    let mut word = |clear: u8, stress: u8, leaning: u8| {
        problem.thresholds.clear = clear;
        problem.thresholds.stress = stress;
        problem.thresholds.leaning = leaning;
        decision(&problem).word
    };
    assert!(
        (50..100).contains(&share) && (20..100).contains(&stress),
        "{share} {stress}"
    );
    assert_eq!(word(share, stress, 100), Word::Clear);
    assert_ne!(word(share + 1, stress, 100), Word::Clear);
    assert_ne!(word(share, stress + 1, 100), Word::Clear);
}

#[test]
fn of_options_that_are_never_first_the_better_one_runs_up() {
    let mut problem = with(exact(0.9, 0.5), exact(0.2, 0.4), json!({}));
    problem["options"] = json!([{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]);
    for (option, value) in [("c", 0.4), ("d", 0.4)] {
        problem["cells"][option] = json!({"p": value, "q": value});
    }
    let found = decided(&problem);
    assert_eq!((found.first["b"], found.first["c"]), (0, 0));
    assert_eq!(found.runner_up.as_deref(), Some("c"));
}

#[test]
fn a_quantity_is_followed_over_twenty_doublings() {
    // The option whose cost rises loses when it has risen so many times.
    for (doublings, found) in [(3, true), (19, true), (20, false)] {
        let bound = 1.4 * f64::from(1 << doublings);
        let formula = format!("load / {bound} / 2");
        let more =
            json!({"quantities": {"load": 1}, "formulas": [{"id": "cost", "formula": formula}]});
        let mut problem = with(
            [json!({"formula": "cost"}), json!(0.5)],
            exact(0.5, 0.5),
            more,
        );
        problem["dimensions"]["p"] = json!({"points": [[0, 1], [1, 0]]});
        let decision = decided(&problem);
        let above = decision.tie_quantities[0].above.as_ref();
        assert_eq!(above.is_some(), found, "{doublings}");
        if let Some(above) = above {
            assert!((above.at / bound - 1.0).abs() < 1e-9);
            assert_eq!(above.best.as_deref(), Some("b"));
        }
        assert_eq!(decision.tie_quantities[0].below, None);
    }
}

#[test]
fn a_formula_without_its_quantity_counts_as_not_known() {
    let more = json!({
        "quantities": {"load": null},
        "formulas": [{"id": "part", "formula": "load / 10"}, {"id": "cost", "formula": "part + 1"}],
        "breakevens": [
            {"id": "closed", "a": "part", "b": "cost", "quantity": "load", "from": 1, "to": 9},
            {"id": "open", "a": "cost", "b": "level", "quantity": "load", "from": 1, "to": 90}
        ]
    });
    let mut problem = with(
        [json!({"formula": "cost"}), json!(0.5)],
        exact(0.4, 0.9),
        more,
    );
    problem["quantities"]["size"] = json!(null);
    let formulas = problem["formulas"].as_array_mut().expect("formulas");
    formulas.push(json!({"id": "level", "formula": "min(size, 5)"}));
    let found = decided(&problem);
    assert_eq!(found.unknown, ["a/p"]);
    assert_eq!(found.formulas["cost"], None);
    let warnings: Vec<_> = found.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        ["`a/p` counts as not known: the workload does not state `load`"]
    );
    // The quantity that is moved needs no statement, another one does.
    assert_eq!(found.breakevens[0].crossings, Some(vec![]));
    assert_eq!(found.breakevens[1].crossings, None);
    assert!(found.tie_quantities.is_empty());
}

#[test]
fn contradicting_comparisons_are_a_warning() {
    let pairs = |last: f64| json!([["p", "q", 3], ["q", "r", 3], ["p", "r", last]]);
    let solved = |last: f64| {
        let more = json!({"needs": {"p": {}, "q": {}, "r": {}}, "pairs": pairs(last)});
        let mut problem = with(exact(0.9, 0.5), exact(0.2, 0.4), more);
        problem["dimensions"]["r"] = problem["dimensions"]["p"].clone();
        for option in ["a", "b"] {
            problem["cells"][option]["r"] = json!(0.5);
        }
        decided(&problem)
    };
    let found = solved(9.0);
    assert!(found.warnings.is_empty());
    let expected = [9.0 / 13.0, 3.0 / 13.0, 1.0 / 13.0];
    crate::vector::all_near(found.weights.into_values(), expected, 1e-12);
    let text = solved(1.0 / 9.0).warnings[0].to_string();
    assert!(
        text.starts_with("inconsistent judgements: the consistency ratio of the pairs is "),
        "{text}"
    );
}

#[test]
fn costs_can_cross_more_than_once() {
    // Steps of 10 against a line: they cross where the line passes a step, and where the next step passes the line.
    let crossings = |from: f64, to: f64| {
        let more = json!({
            "quantities": {"load": 5},
            "formulas": [{"id": "steps", "formula": "10 * ceil(load / 10)"}, {"id": "line", "formula": "3 + load"}],
            "breakevens": [{"id": "even", "a": "steps", "b": "line", "quantity": "load", "from": from, "to": to}]
        });
        let found = decided(&with(exact(0.9, 0.5), exact(0.2, 0.4), more));
        found.breakevens[0].crossings.clone().expect("crossings")
    };
    crate::vector::all_near(crossings(2.0, 13.5), [7.0, 10.0], 1e-9);
    // Two crossings between one point of the search and the next stay hidden.
    crate::vector::all_near(crossings(6.0, 11.0), [], 0.0);
}

#[test]
fn components_agree_split_or_depend() {
    let parts = |components: Value| {
        let more = json!({
            "quantities": {"load": 1},
            "formulas": [{"id": "cost", "formula": "load / 10"}],
            "limits": [{"id": "much", "option": "a", "when": "load > 20"}, {"id": "more", "option": "b", "when": "load > 20"}],
            "components": components
        });
        let problem = with(
            [json!({"formula": "cost"}), json!(0.3)],
            exact(0.5, 0.3),
            more,
        );
        match decide::solve(&crate::json::problem(&problem.to_string())) {
            Ok(Outcome::Parts(parts)) => (parts.word, parts.best, parts.depends),
            other => panic!("no parts: {other:?}"),
        }
    };
    let load = |id: &str, load: Value| json!({"id": id, "quantities": {"load": load}});
    let best = |it: &str| Some(it.to_owned());
    let (low, high) = (load("low", json!(1)), load("high", json!(9)));
    let open = load("open", range(0.0, 5.0, 10.0));
    assert_eq!(
        parts(json!([low, load("lower", json!(2))])),
        (Word::Clear, best("b"), None)
    );
    assert_eq!(parts(json!([low, high])), (Word::Split, None, None));
    let uneven = load("uneven", range(0.0, 4.0, 10.0));
    assert_eq!(
        parts(json!([low, uneven])),
        (Word::Depends, best("b"), best("uneven"))
    );
    assert_eq!(
        parts(json!([high, low, open])),
        (Word::Depends, None, best("open"))
    );
    let none = load("none", json!(30));
    assert_eq!(parts(json!([high, none])), (Word::NothingFits, None, None));
    let turned = json!({"id": "turned", "needs": {"q": {"rank": 1}}});
    assert_eq!(parts(json!([low, turned])).0, Word::Depends);
}
