//! A verdict in words: the example of the specification, whose numbers are printed there, in sentences.

#![allow(
    clippy::unwrap_used,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use decide::{Outcome, Problem, solve};
use document::decision::{Line, Names, Played, Section, fixed, played, recomputed};
use document::plain;
use document::sentence::Sentences;

const PROBLEM: &str = include_str!("../../../tests/vectors/bursty_api.problem.json");

fn example() -> (Problem, Outcome, Names) {
    let problem = verdict::json::problem(PROBLEM).unwrap();
    let outcome = solve(&problem).unwrap();
    let names = Names {
        order: vec!["serverless".into(), "containers".into()],
        ..Names::default()
    };
    (problem, outcome, names)
}

/// The lines of a section, with ordinary blanks.
fn lines(sections: &[Section], id: &str) -> Vec<String> {
    let section = sections.iter().find(|it| it.id == id);
    let lines = section.into_iter().flat_map(|it| &it.lines);
    lines.map(text).collect()
}

fn text(line: &Line) -> String {
    plain(&line.runs).replace('\u{a0}', " ")
}

#[test]
fn the_example_of_the_specification_reads_as_its_numbers_say() {
    let (problem, outcome, names) = example();
    let sections = recomputed(&problem, &outcome, &names, &Sentences::builtin(), false);
    // first 8797 and 1203 of 10,000; under stress 9392.
    assert_eq!(
        lines(&sections, "verdict"),
        [
            "containers is ahead, not clearly: first in 88 % of the draws (94 % under stress); serverless in 12 %."
        ]
    );
    // The waterfall is 178, -2, -74, sum 102; the weights .278, .611, .111.
    assert_eq!(
        lines(&sections, "why"),
        [
            "cold-start (28 % of the decision): containers 100, serverless 36 of 100: +178 for containers.",
            "ops-effort (11 % of the decision): containers 33, serverless 100 of 100: +74 for serverless.",
            "cost (61 % of the decision): containers 69, serverless 69 of 100: +2 for serverless.",
            "Sum: +102 of 1,000 for containers.",
        ]
    );
    assert_eq!(
        lines(&sections, "change"),
        [
            "If cold-start of serverless were 219 ms instead of 154 ms, within its stated range, the two would tie.",
            "If cost of containers were worth 52 instead of 69 of 100, the two would tie.",
            "If cost of serverless were worth 86 instead of 69 of 100, the two would tie.",
            "If cold-start of containers were 281 ms instead of 10 ms, the two would tie.",
            "If ops-effort weighed 23 % instead of 11.1 %, serverless would draw level.",
            "If cold-start weighed 14 % instead of 27.8 %, serverless would draw level.",
            "If cost weighed 99.2 % instead of 61.1 %, serverless would draw level.",
        ]
    );
    let costs = lines(&sections, "costs");
    assert_eq!(costs.len(), 3, "{costs:?}");
    assert_eq!(
        costs[0],
        "serverless: 71.7 (48 at the most likely workload; 3.08 to 253 over the draws)."
    );
    assert_eq!(
        costs[2],
        "serverless and containers cost the same at 43.7 million."
    );
    let fixed = fixed(&problem, &outcome, &names, &Sentences::builtin());
    let quantities = lines(&fixed, "quantities");
    assert_eq!(
        quantities[0],
        "requests: below about 14.8 million, serverless would come first."
    );
    assert!(lines(&fixed, "sure").contains(&"4 of 5 other ways of adding up agree.".into()));
}

fn play(state: &str) -> Played {
    let (problem, outcome, mut names) = example();
    for id in problem.quantities.keys() {
        names.quantities.entry(id.clone()).or_default().per = 1.0;
    }
    played(&problem, &outcome, &names, &Sentences::builtin(), state)
}

#[test]
fn sliders_start_where_the_weights_of_the_book_are() {
    // Weights .278, .611, .111 of at most .611: 45.45, 100, 18.18 points.
    let starts = "w=cold-start:45,cost:100,ops-effort:18";
    assert!(!play(starts).touched);
    assert!(!play("w=cost:100").touched);
    let moved = play("w=cost:99");
    assert!(moved.touched);
    let needs = &moved.problem.needs;
    let swing = |points: f64| decide::Need::Swing(decide::Amount::exact(points));
    assert_eq!(needs["cold-start"], swing(45.0));
    assert_eq!(needs["cost"], swing(99.0));
    assert_eq!(needs["ops-effort"], swing(18.0));
}

#[test]
fn an_amount_keeps_its_spread_and_an_unstated_one_becomes_exact() {
    let played = play("q=duration-ms:240,gpu-gb:8,memory-mb:1024");
    let quantity = |id: &str| {
        let it = played.problem.quantities[id].unwrap();
        [it.low, it.mode, it.high]
    };
    let bits = |range: [f64; 3]| range.map(f64::to_bits);
    assert_eq!(bits(quantity("duration-ms")), bits([100.0, 240.0, 600.0]));
    assert_eq!(bits(quantity("gpu-gb")), bits([8.0; 3]));
    assert_eq!(bits(quantity("memory-mb")), bits([1024.0; 3]));
    // A limit that was not checked now rules an option out.
    let Outcome::Whole(decision) = &played.outcome else {
        unreachable!("it has no components");
    };
    assert_eq!(decision.ruled_out[0].limits, ["no-gpu"]);
    assert!(decision.by_elimination);
}

#[test]
fn a_depends_verdict_of_a_reader_names_the_ends_instead_of_a_flip() {
    let (mut problem, _, mut names) = example();
    // Where cost alone counts and no other amount is uncertain, the winner changes at the break-even.
    let exact = Some(decide::Amount::exact(120.0));
    problem.quantities.insert("duration-ms".into(), exact);
    problem.needs = ["cost"]
        .map(|it| (it.to_owned(), decide::Need::Rank(1)))
        .into();
    for id in problem.quantities.keys() {
        names.quantities.entry(id.clone()).or_default().per = 1.0;
        names.quantities.get_mut(id).unwrap().title.clone_from(id);
    }
    let outcome = solve(&problem).unwrap();
    assert_eq!(outcome.word(), decide::Word::Depends);
    let of = |touched| {
        let sections = recomputed(&problem, &outcome, &names, &Sentences::builtin(), touched);
        lines(&sections, "verdict").remove(0)
    };
    let (own, touched) = (of(false), of(true));
    assert_eq!(
        own,
        "It depends on requests: serverless below about 43.7 million, containers above."
    );
    assert_eq!(
        touched,
        "It depends on requests: serverless towards 2 million, containers towards 100 million."
    );
}
