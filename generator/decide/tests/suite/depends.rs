//! What a decision depends on: each kind of input on a problem that it decides, and which of several is named.

use decide::{InputKind, LimitStatus, Word};
use serde_json::{Value, json};

use crate::random::decision;
use crate::words::{decided, exact, range, with};

#[test]
fn it_depends_on_a_quantity_that_turns_the_costs() {
    let more = json!({
        "quantities": {"load": range(0.0, 5.0, 10.0)},
        "formulas": [{"id": "cost", "formula": "load / 10"}]
    });
    let cost = json!({"formula": "cost"});
    let found = decided(&with([cost, json!(0.5)], exact(0.5, 0.5), more));
    let it = found.depends.expect("an input");
    assert_eq!(
        (found.word, it.kind, it.id.as_str()),
        (Word::Depends, InputKind::Quantity, "load")
    );
    assert_eq!((it.low.best.as_str(), it.high.best.as_str()), ("b", "a"));
    // Both thirds are pure, and have about a third of the draws.
    assert_eq!((it.low.first, it.high.first), (it.low.draws, it.high.draws));
    assert!(it.low.draws.abs_diff(3333) < 200 && it.high.draws.abs_diff(3333) < 200);
    let flip = it.flip.expect("a place");
    assert!((flip - 5.0).abs() < 1e-9, "{flip}");
}

#[test]
fn it_depends_on_a_cell_that_spans_the_other() {
    let found = decided(&with(
        [range(0.0, 0.5, 1.0), json!(0.5)],
        exact(0.4, 0.5),
        json!({}),
    ));
    let it = found.depends.expect("an input");
    assert_eq!((it.kind, it.id.as_str()), (InputKind::Cell, "a/p"));
    assert_eq!((it.low.best.as_str(), it.high.best.as_str()), ("b", "a"));
    let flip = it.flip.expect("a place");
    assert!((flip - 0.4).abs() < 1e-9, "{flip}");

    // Of an unknown cell there is no amount at which it would tie.
    let found = decided(&with(
        [json!({"unknown": true}), json!(0.5)],
        exact(0.5, 0.5),
        json!({}),
    ));
    let it = found.depends.expect("an input");
    assert_eq!(
        (it.kind, it.id.as_str(), it.flip),
        (InputKind::Cell, "a/p", None)
    );
    assert_eq!(found.unknown, ["a/p"]);
    assert_eq!(found.values["a"]["p"].to_bits(), 0.5_f64.to_bits());
}

#[test]
fn it_depends_on_how_much_a_need_matters() {
    let needs = json!({"p": {"swing": range(0.0, 50.0, 100.0)}, "q": {"swing": 50}});
    let found = decided(&with(
        exact(0.8, 0.4),
        exact(0.4, 0.8),
        json!({"needs": needs}),
    ));
    let it = found.depends.expect("an input");
    assert_eq!((it.kind, it.id.as_str()), (InputKind::Need, "p"));
    assert_eq!((it.low.best.as_str(), it.high.best.as_str()), ("b", "a"));
    let flip = it.flip.expect("a place");
    assert!((flip - 0.5).abs() < 1e-9, "{flip}");
}

#[test]
fn a_limit_goes_before_the_quantity_behind_it() {
    let more = json!({
        "quantities": {"load": range(0.0, 5.0, 10.0)},
        "limits": [{"id": "busy", "option": "a", "when": "load > 5"}]
    });
    let found = decided(&with(exact(0.9, 0.9), exact(0.2, 0.1), more));
    assert_eq!(found.limits[0].status, LimitStatus::Straddles);
    let it = found.depends.expect("an input");
    assert_eq!(
        (it.kind, it.id.as_str(), it.flip),
        (InputKind::Limit, "busy", None)
    );
    assert_eq!((it.low.best.as_str(), it.high.best.as_str()), ("b", "a"));
    assert_eq!(
        (it.low.draws, it.high.draws),
        (found.limits[0].draws, 10_000 - found.limits[0].draws)
    );
}

#[test]
fn a_group_of_few_draws_decides_nothing() {
    // Above 9 lies a fiftieth of the range, above 9.5 half a hundredth.
    for (bound, expected) in [(9.0, Word::Depends), (9.5, Word::Leaning)] {
        let more = json!({
            "quantities": {"load": range(0.0, 5.0, 10.0)},
            "limits": [{"id": "busy", "option": "a", "when": format!("load > {bound}")}]
        });
        let problem = with(exact(0.9, 0.9), exact(0.2, 0.1), more);
        let mut problem = crate::json::problem(&problem.to_string());
        problem.thresholds.clear = 100;
        assert_eq!(decision(&problem).word, expected, "{bound}");
    }
}

#[test]
fn a_limit_goes_before_a_cell_that_decides_more() {
    // The cell decides 95 and 84 of 100 draws of its thirds, the limit 100 and 72 of its groups.
    let more = json!({
        "quantities": {"load": range(0.0, 5.0, 10.0)},
        "limits": [{"id": "busy", "option": "a", "when": "load > 8.42"}]
    });
    let b = [range(0.0, 0.5, 1.0), json!(0.5)];
    let mut problem = with(exact(0.626, 0.5), b, more);
    let it = decided(&problem).depends.expect("an input");
    assert_eq!((it.kind, it.id.as_str()), (InputKind::Limit, "busy"));
    problem["limits"] = json!([]);
    let it = decided(&problem).depends.expect("an input");
    assert_eq!((it.kind, it.id.as_str()), (InputKind::Cell, "b/p"));
}

#[test]
fn of_two_inputs_the_one_that_decides_more_is_named() {
    let (wide, narrow) = (|| range(0.0, 0.5, 1.0), || range(0.1, 0.5, 0.9));
    let named = |a: Value, b: Value| {
        let found = decided(&with([a, json!(0.5)], [b, json!(0.5)], json!({})));
        found.depends.expect("an input").id
    };
    assert_eq!(named(wide(), narrow()), "a/p");
    assert_eq!(named(narrow(), wide()), "b/p");
}
