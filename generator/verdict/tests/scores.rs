//! Scores of cells of every form, over a comparison of two tools that is made here.

use model::{Id, Loaded};
use source::{Diagnostic, Sources};
use verdict::{Mark, Score, Scores};

const MANIFEST: &str = r#"
format = 1
title = "Containers vs Serverless"
columns = ["containers", "serverless"]
headline = ["containers", "serverless"]
[families]
[groups]
all = "All"
[marks]
strong = 0.75
good = 0.5
mixed = 0.25
[thresholds]
clear = 90
stress = 80
leaning = 70
depends = 70
[freshness]
days = 365
"#;

const HEAD: &str = r#"
name = "Cold start"
group = "all"
question = "How long?"
prose = "Words."
"#;

const LATENCY: &str = r#"
unit = "ms"
points = [[50, 1.0], [300, 0.6], [1000, 0.2], [3000, 0.0]]
"#;

const LEVELS: &str = r#"levels = ["never", "seldom", "often", "always"]"#;

/// The score and the mark of `serverless`, and every finding about its dimension.
struct Outcome {
    score: Option<Score>,
    mark: Option<Mark>,
    findings: Vec<Diagnostic>,
}

impl Outcome {
    fn bits(&self) -> Option<u64> {
        self.score.map(|it| it.value.to_bits())
    }

    fn titles(&self) -> Vec<&str> {
        self.findings.iter().map(|it| it.title.as_str()).collect()
    }
}

/// Computes one cell on one scale; without a scale the dimension has none.
fn outcome(scale: &str, answer: &str) -> Outcome {
    outcome_of(MANIFEST, scale, answer)
}

fn outcome_of(manifest: &str, scale: &str, answer: &str) -> Outcome {
    let table = if scale.is_empty() { "" } else { "[scale]" };
    let cell =
        format!("prose = \"Words.\"\nbecause = \"A reason.\"\nreviewed = 2026-11-23\n{answer}");
    let dimension = format!("{HEAD}\n{table}\n{scale}\n[cells.serverless]\n{cell}\n");
    let fact =
        "title = \"Start\"\nvalue = 0.175\nunit = \"s\"\nsources = []\nreviewed = 2026-11-23\n";
    let huge = fact.replace("0.175", "1e308");
    let mut sources = Sources::default();
    let file = sources.add("data/dimensions/cold-start.toml", &dimension);
    let files = [
        sources.add("data/comparison.toml", manifest),
        sources.add("data/facts/start.toml", fact),
        sources.add("data/facts/huge.toml", &huge),
        sources.add("data/options/serverless.toml", OPTION),
        file,
    ];
    let Loaded {
        model,
        mut diagnostics,
    } = model::load(&sources, &files);
    let (scores, found) = Scores::of(&model);
    diagnostics.extend(found);
    diagnostics.retain(|it| it.primary.span.file == file);
    let (dimension, option) = (Id::new("cold-start"), Id::new("serverless"));
    Outcome {
        score: scores.score(&dimension, &option),
        mark: scores.mark(&dimension, &option),
        findings: diagnostics,
    }
}

const OPTION: &str = r##"
name = "Serverless"
family = "functions"
reference = "none"
summary = "Words."
color = { light = "#b34b09", dark = "#ee9650" }
symbol = "▲"
"##;

fn judged(answer: &str) -> String {
    format!("value = \"shown\"\nbasis = \"judged\"\n{answer}")
}

fn documented(answer: &str) -> String {
    format!("value = \"shown\"\nbasis = \"documented\"\n{answer}")
}

#[track_caller]
fn scores(outcome: &Outcome, value: f64, mark: Mark) {
    assert_eq!(outcome.titles(), [""; 0]);
    assert_eq!(outcome.score.map(|it| it.value), Some(value));
    assert_eq!(outcome.mark, Some(mark));
}

#[test]
fn a_range_has_the_bits_of_the_specification() {
    let outcome = outcome(
        LATENCY,
        &judged("amount = { low = 80, mode = 154, high = 2500 }"),
    );
    assert_eq!(outcome.titles(), [""; 0]);
    assert_eq!(outcome.bits(), Some(0x3fd7_085a_aeb4_bd1c));
    assert_eq!(outcome.mark, Some(Mark::Mixed));
}

#[test]
fn another_seed_draws_another_mean_near_by() {
    let manifest = format!("seed = \"another\"\n{MANIFEST}");
    let answer = judged("amount = { low = 80, mode = 154, high = 2500 }");
    let one = outcome(LATENCY, &answer).score.map(|it| it.value);
    let other = outcome_of(&manifest, LATENCY, &answer)
        .score
        .map(|it| it.value);
    assert_ne!(one, other);
    assert!(one.zip(other).is_some_and(|(a, b)| (a - b).abs() < 0.02));
}

#[test]
fn an_exact_amount_is_worth_its_value() {
    scores(
        &outcome(LATENCY, &judged("amount = 175")),
        0.8,
        Mark::Strong,
    );
    let fact = outcome(LATENCY, &documented("amount = \"start\""));
    scores(&fact, 0.8, Mark::Strong);
}

#[test]
fn a_documented_level_is_exact_and_a_judged_one_half_a_level_wide() {
    let level = "level = \"always\"";
    scores(&outcome(LEVELS, &documented(level)), 1.0, Mark::Strong);
    // The mean of the triangle 2.5, 3, 3 is 3 - 1/6.
    for basis in ["judged", "reported"] {
        let answer = documented(level).replace("documented", basis);
        let value = outcome(LEVELS, &answer).score.map_or(0.0, |it| it.value);
        assert!((value - 17.0 / 18.0).abs() < 0.005, "{value}");
    }
}

#[test]
fn levels_may_have_values() {
    let scale = format!("{LEVELS}\nvalues = [0.0, 0.3, 0.5, 0.9]");
    let outcome = outcome(&scale, &documented("level = \"seldom\""));
    scores(&outcome, 0.3, Mark::Mixed);
}

#[test]
fn what_nobody_knows_is_in_the_middle_and_has_a_mark_of_its_own() {
    let outcome = outcome(LATENCY, "status = \"unknown\"");
    scores(&outcome, 0.5, Mark::Unknown);
    assert!(outcome.score.is_some_and(|it| it.unknown));
}

#[test]
fn not_applicable_is_worth_what_the_scale_says() {
    let scale = format!("{LATENCY}\nnot-applicable = 1.0");
    scores(
        &outcome(&scale, "status = \"not-applicable\""),
        1.0,
        Mark::Strong,
    );
    let silent = outcome(LATENCY, "status = \"not-applicable\"");
    assert_eq!((silent.score, silent.findings.len()), (None, 1));
}

#[test]
fn a_cost_has_no_score_of_its_own() {
    let outcome = outcome(LATENCY, "cost = \"cost-lambda\"\nbasis = \"computed\"");
    assert_eq!((outcome.score, outcome.mark), (None, None));
}

#[test]
fn a_dimension_without_a_scale_is_never_scored() {
    let outcome = outcome("", &documented(""));
    assert_eq!(outcome.titles(), [""; 0]);
    assert_eq!((outcome.score, outcome.mark), (None, None));
}

/// In whole percents, so that what is drawn and what is exact get the same mark.
#[test]
fn a_mark_begins_at_its_least_value() {
    let percent = "unit = \"%\"\npoints = [[0, 0.0], [100, 1.0]]";
    let earned = |amount: &str| outcome(percent, &judged(&format!("amount = {amount}"))).mark;
    assert_eq!(earned("100"), Some(Mark::Strong));
    assert_eq!(earned("75"), Some(Mark::Strong));
    assert_eq!(earned("74.4"), Some(Mark::Good));
    assert_eq!(earned("50"), Some(Mark::Good));
    assert_eq!(earned("49.4"), Some(Mark::Mixed));
    assert_eq!(earned("25"), Some(Mark::Mixed));
    assert_eq!(earned("24.4"), Some(Mark::Weak));
    assert_eq!(earned("0"), Some(Mark::Weak));
}

/// Asserts that a scale is reported once, by loading and computing together, and that its amounts have no score.
#[track_caller]
fn refuses(scale: &str, answer: &str, title: &str) {
    let outcome = outcome(scale, answer);
    assert_eq!(outcome.titles(), [title]);
    assert!(!outcome.findings[0].help.is_empty());
    assert_eq!(outcome.score, None);
}

#[test]
fn points_that_are_no_scale_are_reported_once() {
    let points = |points: &str, title: &str| {
        let scale = format!("unit = \"ms\"\npoints = {points}");
        refuses(&scale, &judged("amount = 1"), title);
    };
    points("[]", "a scale needs two points or more");
    points("[[1, 1.0]]", "a scale needs two points or more");
    points("[[1, 1.0], [2]]", "a point has two numbers, point 2 has 1");
    points("[[1, 1.0], [2, 1.5]]", "point 2 has a value outside 0 to 1");
    points(
        "[[2, 1.0], [2, 0.0]]",
        "the amount of point 2 is not above the one before",
    );
    points(
        "[[1, 0.0], [2, 1.0], [3, 0.0]]",
        "the values rise and fall: they turn at point 2",
    );
    points("[[1, 0.5], [2, 0.5]]", "every answer has the same value");
    points(
        "[[-1.7e308, 0.0], [1.7e308, 1.0]]",
        "point 2 is too far away to be computed with",
    );
}

#[test]
fn levels_that_are_no_scale_are_reported_once() {
    let levels = |scale: &str, title: &str| refuses(scale, &documented("level = \"a\""), title);
    levels("levels = [\"a\"]", "a scale needs two levels or more");
    levels("levels = [\"a\", \"a\"]", "the level `a` stands twice");
    levels(
        "levels = [\"a\", \"b\"]\nvalues = [0.0]",
        "the values are 1, the levels 2",
    );
    levels(
        "levels = [\"a\", \"b\"]\nvalues = [1.0, 0.0]",
        "the first level is worth more than the last",
    );
    levels(
        "levels = [\"a\", \"b\"]\nvalues = [0.0, 2.0]",
        "level 2 has a value outside 0 to 1",
    );
    levels(
        "levels = [\"a\", \"b\"]\nvalues = [0.5, 0.5]",
        "every answer has the same value",
    );
}

#[test]
fn what_loading_reports_is_not_reported_again() {
    refuses(
        "unit = \"ms\"",
        &judged("amount = 1"),
        "a scale needs `points` or `levels`",
    );
    refuses(
        "points = [[1, 1.0], [2, 0.0]]",
        &judged("amount = 1"),
        "points need a `unit`",
    );
    let both = format!("{LATENCY}\n{LEVELS}");
    refuses(
        &both,
        &judged("amount = 1"),
        "a scale has points or levels, not both",
    );
    refuses(
        LEVELS,
        &documented("level = \"weekly\""),
        "`weekly` is not a level of this scale",
    );
}

#[test]
fn a_stray_field_is_reported_and_the_rest_of_the_scale_used() {
    let values = format!("{LATENCY}\nvalues = [0.0, 1.0]");
    let found = outcome(&values, &judged("amount = 50"));
    assert_eq!(
        found.titles(),
        ["`values` stand beside points, which have values of their own"]
    );
    assert_eq!(found.mark, Some(Mark::Strong));
    let unit = format!("{LEVELS}\nunit = \"ms\"");
    let found = outcome(&unit, &documented("level = \"never\""));
    assert_eq!(found.titles(), ["levels have no unit"]);
    assert_eq!(found.mark, Some(Mark::Weak));
    let worth = format!("{LEVELS}\nnot-applicable = 1.5");
    refuses(
        &worth,
        "status = \"not-applicable\"",
        "\"not applicable\" is worth 1.5, outside 0 to 1",
    );
}

#[test]
fn an_amount_beyond_computing_is_reported_where_it_stands() {
    let wide = judged("amount = { low = 0, high = 1e200 }");
    refuses(LATENCY, &wide, "this range is too wide to be computed with");
    let huge = documented("amount = \"huge\"");
    refuses(
        LATENCY,
        &huge,
        "this amount overflows in the unit of the scale",
    );
}
