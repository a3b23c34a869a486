//! Problems from JSON and results as JSON, against the example of the specification.

#![allow(
    clippy::panic,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use decide::Outcome;
use serde_json::Value;
use verdict::json;

const PROBLEM: &str = include_str!("../../../tests/vectors/bursty_api.problem.json");
const RESULT: &str = include_str!("../../../tests/vectors/bursty_api.result.json");

#[test]
fn the_example_comes_out_byte_for_byte() {
    let problem = json::problem(PROBLEM).expect("a problem");
    let outcome = decide::solve(&problem).expect("an outcome");
    assert_eq!(json::outcome(&outcome), RESULT.trim_end());
}

#[test]
fn a_result_is_json_and_its_numbers_read_back_the_same() {
    let problem = json::problem(PROBLEM).expect("a problem");
    let outcome = decide::solve(&problem).expect("an outcome");
    let Outcome::Whole(decision) = &outcome else {
        panic!("no decision");
    };
    let value: Value = serde_json::from_str(&json::outcome(&outcome)).expect("JSON");
    for (option, score) in &decision.scores {
        let read = value["scores"][option].as_f64().expect("a score");
        assert_eq!(read.to_bits(), score.to_bits(), "{option}");
    }
}

#[test]
fn components_have_results_of_their_own() {
    let parts = r#""components":[{"id":"small","quantities":{"requests":1000}},{"id":"cold","needs":{"cold-start":{"rank":1}}}],"needs""#;
    let text = PROBLEM.replacen("\"needs\"", parts, 1);
    let problem = json::problem(&text).expect("a problem");
    let outcome = decide::solve(&problem).expect("an outcome");
    let value: Value = serde_json::from_str(&json::outcome(&outcome)).expect("JSON");
    let mut fields: Vec<_> = value.as_object().expect("an object").keys().collect();
    fields.sort();
    assert_eq!(
        fields,
        ["best", "components", "depends", "id", "version", "word"]
    );
    // At a thousand requests the function costs next to nothing; a decision by the start alone is for containers.
    assert_eq!(value["components"]["small"]["best"], "serverless");
    assert_eq!(value["components"]["cold"]["best"], "containers");
    assert_eq!(value["components"]["cold"]["id"], "cold");
    assert_eq!(value["components"]["small"]["version"], 1);
}

/// The example with everything that a problem can have besides.
fn with_everything() -> String {
    let more = r#""seed":"other","draws":500,"thresholds":{"clear":95,"stress":81,"leaning":71,"depends":61},"base_weights":"order","components":[{"id":"small","quantities":{"requests":1000,"gpu-gb":null}},{"id":"cold","needs":{"cold-start":{"swing":{"low":1,"mode":2.5,"high":1e21}}}}],"needs""#;
    let text = PROBLEM.replacen("\"needs\"", more, 1);
    let text = text.replace(
        "{\"id\":\"containers\"}",
        "{\"id\":\"containers\",\"family\":\"a\"}",
    );
    let text = text.replace("\"none\"]", "\"none\"],\"values\":[0,0.1,1]");
    let text = text.replace("{\"level\":\"none\"}", "{\"unknown\":true}");
    text.replace("{\"formula\":\"lambda\"}", "{\"value\":-0.0}")
}

#[test]
fn a_written_problem_reads_back_to_the_same() {
    for text in [PROBLEM, &with_everything()] {
        let problem = json::problem(text).expect("a problem");
        let written = json::problem_text(&problem);
        assert_eq!(written.lines().count(), 1);
        assert_eq!(json::problem(&written), Ok(problem));
    }
    let compared = PROBLEM.replace(
        "\"needs\":{\"cost\":{\"rank\":1},\"cold-start\":{\"rank\":2},\"ops-effort\":{\"rank\":3}}",
        "\"needs\":{\"cost\":{},\"cold-start\":{}},\"pairs\":[[\"cost\",\"cold-start\",3]]",
    );
    let problem = json::problem(&compared).expect("a problem");
    assert_eq!(problem.pairs.len(), 1);
    assert_eq!(json::problem(&json::problem_text(&problem)), Ok(problem));
}

#[test]
fn a_written_problem_has_the_fields_of_the_specification_and_nothing_that_is_as_usual() {
    let written = json::problem_text(&json::problem(PROBLEM).expect("a problem"));
    let value: Value = serde_json::from_str(&written).expect("JSON");
    let told: Value = serde_json::from_str(PROBLEM).expect("JSON");
    let fields = |value: &Value| -> Vec<String> {
        let mut fields: Vec<_> = value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        fields.sort();
        fields
    };
    assert_eq!(fields(&value), fields(&told));
    assert!(
        written.starts_with("{\"version\":1,\"id\":\"bursty-api\",\"options\""),
        "{written}"
    );
    assert!(written.contains("\"memory-mb\":512,"), "{written}");
    assert!(
        written.contains("\"usd-per-gb-s\":1.66667e-5,"),
        "{written}"
    );
}

/// Replaces `from`, which must stand in the example once, and gives the path and the text of what is then wrong.
#[track_caller]
fn refused(from: &str, to: &str) -> (String, String) {
    assert_eq!(PROBLEM.matches(from).count(), 1, "`{from}`");
    let error = match json::problem(&PROBLEM.replace(from, to)) {
        Err(error) => error,
        Ok(problem) => match decide::solve(&problem) {
            Err(error) => error.into(),
            Ok(_) => panic!("it was not refused"),
        },
    };
    (error.path, error.error)
}

/// What stands in the example, what is written instead, and the field that is then at fault.
const FAULTS: &[(&str, &str, &str)] = &[
    ("\"version\":1", "\"version\":2", "version"),
    ("\"version\":1,", "", "version"),
    ("\"id\":\"bursty-api\"", "\"id\":\"Bursty\"", "id"),
    ("\"rank\":3", "\"rank\":3,\"why\":1", "needs.ops-effort.why"),
    ("\"rank\":3", "\"rank\":0", "needs.ops-effort.rank"),
    ("\"rank\":3", "\"rank\":3,\"swing\":9", "needs.ops-effort"),
    ("\"rank\":3", "\"swing\":9", "needs"),
    ("\"low\":5,", "", "cells.containers.cold-start.low"),
    ("\"low\":5,", "\"low\":50,", "cells.containers.cold-start"),
    (
        "\"low\":5,",
        "\"low\":\"5\",",
        "cells.containers.cold-start.low",
    ),
    (
        "\"level\":\"none\"",
        "\"level\":\"some\"",
        "cells.serverless.ops-effort.level",
    ),
    (
        "\"level\":\"none\"",
        "\"unknown\":false",
        "cells.serverless.ops-effort.unknown",
    ),
    (
        "\"formula\":\"lambda\"",
        "\"formula\":\"lamda\"",
        "cells.serverless.cost.formula",
    ),
    ("[300,0.6]", "[300]", "dimensions.cold-start.points[1]"),
    ("[300,0.6]", "[300,1.6]", "dimensions.cold-start"),
    (
        "\"state\":\"open\"",
        "\"state\":\"ajar\"",
        "limits[1].unless[0].state",
    ),
    (
        "duration-ms > 900000",
        "duration > 900000",
        "limits[1].when",
    ),
    (
        "\"gpu-gb\":null",
        "\"gpu-gb\":null,\"gpu-gb\":1",
        "quantities.gpu-gb",
    ),
    ("\"from\":1000", "\"from\":0", "breakevens[0].from"),
    ("\"needs\":{", "\"draws\":1.5,\"needs\":{", "draws"),
    ("\"needs\":{", "\"draws\":0,\"needs\":{", "draws"),
    ("\"needs\":{", "\"seeds\":\"x\",\"needs\":{", "seeds"),
    (
        "\"needs\":{",
        "\"thresholds\":{\"clear\":90},\"needs\":{",
        "thresholds.stress",
    ),
    (
        "\"needs\":{",
        "\"base_weights\":\"rank\",\"needs\":{",
        "base_weights",
    ),
    (
        "\"needs\":{",
        "\"pairs\":[[\"cost\",2]],\"needs\":{",
        "pairs[0]",
    ),
    (
        "\"usd-alb-h\":0.0225",
        "\"usd-alb-h\":true",
        "facts.usd-alb-h",
    ),
];

#[test]
fn what_is_wrong_is_told_with_the_path_of_the_field() {
    for (from, to, path) in FAULTS {
        let (found, error) = refused(from, to);
        assert_eq!(found, *path, "{to}: {error}");
        assert!(!error.is_empty());
    }
}

#[test]
fn numbers_that_json_does_not_have_are_refused() {
    for number in ["NaN", "Infinity", "1e999"] {
        let (path, error) = refused("\"usd-alb-h\":0.0225", &format!("\"usd-alb-h\":{number}"));
        assert_eq!(path, "");
        assert!(error.starts_with("this is no JSON"), "{error}");
    }
}

#[test]
fn an_error_is_json_too() {
    let error = json::problem("{\"version\":1,\"id\":4}").expect_err("an error");
    let value: Value = serde_json::from_str(&error.json()).expect("JSON");
    assert_eq!(value["path"], "id");
    assert_eq!(value["error"], "a text is needed, this is a number");
}

#[test]
fn numbers_are_read_exactly() {
    // Each needs more than fast reading to come out as the nearest number.
    for text in [
        "1.7976931348623157e308",
        "4.9406564584124654e-324",
        "0.1000000000000000055511151231257827",
    ] {
        let problem = PROBLEM.replace("\"usd-alb-h\":0.0225", &format!("\"usd-alb-h\":{text}"));
        let problem = json::problem(&problem).expect("a problem");
        let expected: f64 = text.parse().expect("a number");
        assert_eq!(problem.facts["usd-alb-h"].to_bits(), expected.to_bits());
    }
}
