//! Limits: when they rule an option out, and what is said about it.

use decide::{Decision, LimitStatus};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::random::decision;

/// The decision between an option `good` with these limits and an option `plain`, for a load and a size.
fn with(limits: Value, load: Value, size: Value) -> Decision {
    let problem = problem(limits, load, size);
    decision(&crate::json::problem(&problem.to_string()))
}

fn problem(limits: Value, load: Value, size: Value) -> Value {
    json!({
        "version": 1, "id": "limits", "draws": 1000,
        "options": [{"id": "good"}, {"id": "plain"}],
        "dimensions": {"quality": {"points": [[0, 0], [1, 1]]}},
        "cells": {"good": {"quality": 0.9}, "plain": {"quality": 0.5}},
        "quantities": {"load": load, "size": size},
        "formulas": [{"id": "area", "formula": "size * size"}],
        "limits": limits,
        "needs": {"quality": {"rank": 1}}
    })
}

fn limit(when: &str) -> Value {
    json!([{"id": "limit", "option": "good", "when": when}])
}

fn range(low: f64, mode: f64, high: f64) -> Value {
    json!({"low": low, "mode": mode, "high": high})
}

#[test]
fn a_limit_fires_is_clear_straddles_or_cannot_be_told() {
    use LimitStatus::{Clear, Fires, Straddles, Unstated};
    let cases = [
        ("load > 1", Fires),
        ("load > 2", Straddles),
        ("load >= 2", Fires),
        ("load > 4", Clear),
        ("load >= 4", Straddles),
        ("load < 2", Clear),
        ("load <= 2", Straddles),
        ("load == 3", Straddles),
        ("load == 5", Clear),
        ("load != 5", Fires),
        ("3 == 3", Fires),
        ("2 > load - 1", Straddles),
        ("-load < 0", Fires),
        ("load * (0 - 1) > 0", Clear),
        ("6 / load < 1.5", Clear),
        ("6 / load < 2", Straddles),
        ("6 / load <= 3", Fires),
        ("ceil(load / 8) == 1", Fires),
        ("min(load, 1) < 1", Clear),
        ("max(load, 9) > 8", Fires),
        ("size > 1", Unstated),
        ("area > 1", Unstated),
        ("area > 1 and load > 4", Clear),
        ("area > 1 or load > 1", Fires),
        ("area > 1 or load > 3", Unstated),
        ("not area > 1", Unstated),
        ("not load > 4", Fires),
    ];
    for (when, expected) in cases {
        let found = with(limit(when), range(2.0, 3.0, 4.0), Value::Null);
        assert_eq!(found.limits[0].status, expected, "{when}");
        let draws = found.limits[0].draws;
        match expected {
            Fires => assert_eq!((draws, found.out["good"]), (1000, 1000), "{when}"),
            Straddles => assert_eq!(draws, found.out["good"], "{when}"),
            _ => assert_eq!((draws, found.out["good"]), (0, 0), "{when}"),
        }
        assert_eq!(found.out["plain"], 0, "{when}");
    }
}

#[test]
fn a_limit_that_straddles_holds_as_often_as_the_range_says() {
    // Of a triangle from 2 to 4 with its tip at 3, an eighth lies above 3.5.
    let found = with(limit("load > 3.5"), range(2.0, 3.0, 4.0), json!(1));
    let draws = f64::from(found.limits[0].draws);
    assert!(
        (draws - 125.0).abs() < 4.0 * (1000.0_f64 * 0.125 * 0.875).sqrt(),
        "{draws}"
    );
    assert_eq!(found.first["good"] + found.first["plain"], 1000);
    assert_eq!(found.first["plain"], found.out["good"]);
    assert_eq!(found.pairwise["plain"]["good"], found.out["good"]);
}

#[test]
fn the_stress_run_tests_its_own_ranges() {
    // Clear up to 4, but the stress run goes to 5.
    let found = with(limit("load > 4.5"), range(2.0, 3.0, 4.0), json!(1));
    assert_eq!(
        (found.limits[0].status, found.out["good"]),
        (LimitStatus::Clear, 0)
    );
    assert!(found.stress.out["good"] > 0 && found.stress.out["good"] < 100);
    // Through a formula that nothing else reads.
    let found = with(limit("area > 17"), json!(1), range(2.0, 3.0, 4.0));
    assert_eq!(found.limits[0].status, LimitStatus::Clear);
    assert!(found.stress.out["good"] > 0);
    // It fires from 2 on, and the stress run begins at 1: whoever is out stays out.
    let found = with(limit("load >= 2"), range(2.0, 3.0, 4.0), json!(1));
    assert_eq!(found.stress.out["good"], 1000);
}

#[test]
fn an_escape_that_is_taken_lifts_a_limit() {
    let escaped = |when: &str, state: &str| {
        let limits = json!([{"id": "limit", "option": "good", "when": when, "unless": [{"id": "way", "state": state}]}]);
        with(limits, range(2.0, 3.0, 4.0), Value::Null)
    };
    for when in ["load > 1", "load > 3"] {
        let found = escaped(when, "taken");
        assert_eq!(found.limits[0].status, LimitStatus::Lifted);
        assert_eq!((found.out["good"], found.stress.out["good"]), (0, 0));
        assert_eq!(found, escaped(when, "taken"));
        assert_ne!(escaped(when, "open").out["good"], 0);
        assert_eq!(escaped(when, "open").out, escaped(when, "closed").out);
    }
    assert_eq!(
        escaped("load > 9", "taken").limits[0].status,
        LimitStatus::Clear
    );
    assert_eq!(
        escaped("size > 9", "taken").limits[0].status,
        LimitStatus::Unstated
    );
}

#[test]
fn whoever_is_ruled_out_is_listed_with_the_ways_back() {
    let limits = json!([
        {"id": "second", "option": "good", "when": "load > 1", "unless": [
            {"id": "way", "state": "open"}, {"id": "detour", "state": "closed"}, {"id": "bridge", "state": "open"}]},
        {"id": "first", "option": "good", "when": "load > 0"},
        {"id": "third", "option": "good", "when": "load > 3", "unless": [{"id": "way", "state": "open"}]},
    ]);
    let found = with(limits, range(2.0, 3.0, 4.0), json!(1));
    let [out] = found.ruled_out.as_slice() else {
        panic!("one is out");
    };
    assert_eq!((out.option.as_str(), out.first_if_lifted), ("good", true));
    assert_eq!(out.limits, ["first", "second"]);
    assert_eq!(out.open_escapes, ["second/bridge", "second/way"]);
    assert_eq!(found.best.as_deref(), Some("plain"));
    assert_eq!(found.runner_up, None);
    assert!(found.by_elimination && found.tie_weights.is_empty() && found.tie_scores.is_empty());
    assert_eq!(found.waterfall, None);

    let limits = json!([{"id": "limit", "option": "plain", "when": "load > 1"}]);
    let found = with(limits, range(2.0, 3.0, 4.0), json!(1));
    assert!(!found.ruled_out[0].first_if_lifted);
}

#[test]
fn of_equal_scores_the_first_id_would_come_first() {
    for (option, expected) in [("good", true), ("plain", false)] {
        let limits = json!([{"id": "limit", "option": option, "when": "load > 1"}]);
        let mut problem = problem(limits, range(2.0, 3.0, 4.0), json!(1));
        problem["cells"]["plain"]["quality"] = json!(0.9);
        let found = decision(&crate::json::problem(&problem.to_string()));
        assert_eq!(found.ruled_out[0].first_if_lifted, expected);
    }
}

proptest! {
    #[test]
    fn a_wider_range_never_makes_sure(
        low in 0.0..3.0_f64, up in 0.0..2.0_f64, more in 0.0..2.0_f64, wider in (0.0..1.0_f64, 0.0..1.0_f64), which in 0..6_usize,
    ) {
        use LimitStatus::{Clear, Fires, Straddles};
        let conditions = ["load > 2", "load * load < 4", "ceil(load) == 3", "load / 2 >= 1 and load < 3", "load < 1 or not load <= 4", "max(load, 3) - load > 1"];
        let (mode, high) = (low + up, low + up + more);
        let narrow = with(limit(conditions[which]), range(low, mode, high), json!(1));
        let wide = range((low - wider.0).max(0.0), mode, high + wider.1);
        let wide = with(limit(conditions[which]), wide, json!(1));
        let (narrow_status, wide_status) = (narrow.limits[0].status, wide.limits[0].status);
        prop_assert!(wide_status == Straddles || wide_status == narrow_status);
        for found in [narrow, wide] {
            let out = found.out["good"];
            match found.limits[0].status {
                Fires => prop_assert_eq!(out, 1000),
                Clear => prop_assert_eq!(out, 0),
                _ => prop_assert_eq!(out, found.limits[0].draws),
            }
        }
    }
}
