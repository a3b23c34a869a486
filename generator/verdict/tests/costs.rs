//! Published examples of what a workload costs, through the formulas of the shipped knowledge base.

#![allow(
    clippy::panic,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use std::collections::BTreeMap;
use std::path::Path;

use decide::{Amount, BreakEven, Cell, Choice, Computed, Dimension, Need, Outcome, Problem, Scale};
use model::{FactValue, Model};
use serde_json::Value;
use source::Sources;

/// Numbers that stand in the place of quantities, facts or costs, by their ids.
type Inputs<'i> = BTreeMap<&'i str, f64>;

fn shipped() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Sources::default();
    let contents = source::read_folder(&root, "data", &mut sources).expect("the data");
    model::load(&sources, &contents.files).model
}

fn vectors() -> Value {
    let text = include_str!("../../../tests/vectors/cost_examples.json");
    serde_json::from_str(text).expect("the examples")
}

fn fact(model: &Model, id: &str) -> f64 {
    let fact = model
        .facts
        .get(id)
        .unwrap_or_else(|| panic!("no fact `{id}`"));
    match fact.value.value.value {
        FactValue::Number(number) => number,
        _ => panic!("`{id}` is no number"),
    }
}

/// What `name` comes to: an input, else a cost that is computed, else a fact.
fn amount(name: &str, inputs: &Inputs<'_>, model: &Model) -> f64 {
    if let Some(input) = inputs.get(name) {
        return *input;
    }
    let Some(cost) = model.costs.get(name) else {
        return fact(model, name);
    };
    let formula = decide::Formula::number(&cost.formula.text).expect("a formula");
    let computed = formula.compute(|name| Some(amount(name, inputs, model)));
    computed.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A function with the inputs of an example, at the prices of Lambda on x86 and without free use.
fn function<'i>(example: &Value) -> Inputs<'i> {
    let input = |name: &str| example["input"][name].as_f64();
    let memory_gb = match example["input"]["part"].as_str() {
        Some("requests only") => 0.0,
        _ => input("gb").expect("memory"),
    };
    let mut inputs = Inputs::from([
        ("requests", input("requests").expect("requests")),
        ("duration-ms", input("ms").expect("a duration")),
        ("memory-mb", memory_gb * 1024.0),
        ("http-entry", 0.0),
        ("free-gb-s", 0.0),
        ("free-requests", 0.0),
    ]);
    inputs.extend(input("usd_per_gb_s").map(|it| ("lambda-price-gb-s", it)));
    inputs
}

/// What the formulas of the data make of an example.
fn computed(example: &Value, model: &Model) -> f64 {
    let input = |name: &str| example["input"][name].as_f64().expect("an input");
    let lambda = |more: &[(&'static str, &str)]| {
        let mut inputs = function(example);
        inputs.extend(more.iter().map(|(name, id)| (*name, fact(model, id))));
        amount("cost-lambda", &inputs, model)
    };
    match example["formula"].as_str().expect("a formula") {
        "lambda" => lambda(&[]),
        "lambda_arm" => lambda(&[("lambda-price-gb-s", "lambda-price-gb-s-arm")]),
        "lambda+free" => lambda(&[
            ("free-gb-s", "lambda-free-gb-s"),
            ("free-requests", "lambda-free-requests"),
        ]),
        "azure_consumption+free" => lambda(&[
            ("lambda-price-gb-s", "azure-consumption-price-gb-s"),
            ("lambda-price-request", "azure-consumption-price-executions"),
            ("free-gb-s", "azure-consumption-free-gb-s"),
            ("free-requests", "azure-consumption-free-executions"),
        ]),
        "fargate" => {
            // The formula takes two gigabytes for each vCPU; a task of another shape pays for more or less of them.
            let share = input("gb") / (2.0 * input("vcpu"));
            let inputs = Inputs::from([
                ("paid-copies", 1.0),
                ("copy-vcpu", input("vcpu")),
                ("fargate-gb-price", share * fact(model, "fargate-gb-price")),
                ("http-entry", 0.0),
            ]);
            amount("cost-fargate", &inputs, model)
        }
        "n*price" => {
            let inputs = Inputs::from([
                ("copies-least", input("n")),
                ("paid-machines", 0.0),
                ("ec2-m5-large-price", input("each") / 730.0),
                ("http-entry", 0.0),
            ]);
            amount("cost-ec2", &inputs, model)
        }
        "breakeven_M_requests" => {
            let inputs = Inputs::from([
                ("memory-mb", 0.0),
                ("duration-ms", 0.0),
                ("free-gb-s", 0.0),
                ("free-requests", 0.0),
                ("lambda-price-request", input("lambda_usd_per_M")),
                ("http-entry", 0.0),
            ]);
            let fixed = format!("{}", input("fixed_usd"));
            crossing(&inputs, &fixed, model) / 1e6
        }
        other => panic!("no formula `{other}`"),
    }
}

/// The number of requests at which Lambda costs as much as `fixed`.
fn crossing(inputs: &Inputs<'_>, fixed: &str, model: &Model) -> f64 {
    let mut problem = Problem::new("crossing");
    let cost = |id: &str| {
        let formula = model.costs.get(id).expect("a cost").formula.text.clone();
        formula.replace("http-entry * requests * http-api-price", "0")
    };
    let computed = |id: &str, formula: String| Computed {
        id: id.to_owned(),
        formula,
        unit: None,
    };
    problem.formulas = vec![
        computed("gb-s", cost("gb-s")),
        computed("function", cost("cost-lambda")),
        computed("fixed", fixed.to_owned()),
    ];
    problem.facts = inputs
        .iter()
        .map(|(id, it)| ((*id).to_owned(), *it))
        .collect();
    let price = "lambda-price-gb-s";
    problem.facts.insert(price.to_owned(), fact(model, price));
    let requests = Some(Amount::exact(1e6));
    problem.quantities.insert("requests".into(), requests);
    problem.breakevens.push(BreakEven {
        id: "crossing".into(),
        a: "function".into(),
        b: "fixed".into(),
        quantity: "requests".into(),
        from: 1e4,
        to: 1e10,
    });
    let scale = Scale::Points(vec![(0.0, 1.0), (1.0, 0.0)]);
    let dimension = Dimension { unit: None, scale };
    problem.dimensions.insert("cost".into(), dimension);
    problem.needs.insert("cost".into(), Need::Rank(1));
    for id in ["a", "b"] {
        let id = id.to_owned();
        problem.cells.insert(
            id.clone(),
            BTreeMap::from([("cost".into(), Cell::Value(0.5))]),
        );
        problem.options.push(Choice { id, family: None });
    }
    let Ok(Outcome::Whole(decision)) = decide::solve(&problem) else {
        panic!("no decision");
    };
    let crossings = decision.breakevens[0].crossings.as_deref();
    let [crossing] = crossings.expect("a search") else {
        panic!("one crossing, not {crossings:?}");
    };
    *crossing
}

#[test]
fn published_examples_come_out_within_their_tolerance() {
    let (model, vectors) = (shipped(), vectors());
    let examples = vectors["examples"].as_array().expect("examples");
    for example in examples {
        let id = &example["id"];
        let number = |name: &str| example[name].as_f64().expect("a number");
        let (ours, printed, expected) = (
            computed(example, &model),
            number("printed"),
            number("computed"),
        );
        let rounded = (ours - expected).abs() <= 5e-7 + 1e-4 * expected;
        assert!(rounded, "{id}: {ours}, not {expected}");
        let off = (ours - printed).abs() / printed;
        match example["verdict"].as_str().expect("a verdict") {
            "ok" => assert!(off <= 0.005, "{id}: {ours} for {printed}"),
            "rounding" => assert!(off <= 0.015, "{id}: {ours} for {printed}"),
            "wrong" => assert!(off > 0.05, "{id}: {ours} for {printed}"),
            other => panic!("{id}: no verdict `{other}`"),
        }
    }
    assert_eq!(examples.len(), 15);
}

#[test]
fn the_floor_of_a_small_service_is_two_tasks_and_a_load_balancer() {
    let (model, vectors) = (shipped(), vectors());
    let inputs = Inputs::from([
        ("paid-copies", 2.0),
        ("copy-vcpu", 0.25),
        ("http-entry", 1.0),
    ]);
    let floor = amount("cost-fargate", &inputs, &model);
    let printed = vectors["breakeven_utilisation"]["floor_usd_2x.25vCPU_ALB"].as_f64();
    assert!(
        (floor - printed.expect("a floor")).abs() <= 0.005 + 1e-9,
        "{floor}"
    );
}

/// A copy that serves one request at a time on one vCPU: below this share of its time a function costs less.
#[test]
fn a_busy_function_breaks_even_at_the_stated_share_of_time() {
    let (model, vectors) = (shipped(), vectors());
    let requests = 1e6;
    let duration_ms = 100.0;
    let memory_mb = fact(&model, "lambda-vcpu-memory");
    let function = Inputs::from([
        ("requests", requests),
        ("duration-ms", duration_ms),
        ("memory-mb", memory_mb),
        ("free-gb-s", 0.0),
        ("free-requests", 0.0),
        ("lambda-price-request", 0.0),
        ("http-entry", 0.0),
    ]);
    let per_busy_hour = amount("cost-lambda", &function, &model) / (requests * duration_ms / 3.6e6);
    let copy = Inputs::from([
        ("paid-copies", 1.0),
        ("copy-vcpu", 1.0),
        ("http-entry", 0.0),
        (
            "fargate-gb-price",
            fact(&model, "fargate-gb-price") * memory_mb / 1024.0 / 2.0,
        ),
    ]);
    let per_hour = amount("cost-fargate", &copy, &model) / 730.0;
    let share = per_hour / per_busy_hour;
    let table = &vectors["breakeven_utilisation"]["util_breakeven_vs_concurrency"];
    for (at_once, printed) in table.as_object().expect("a table") {
        let at_once: f64 = at_once.parse().expect("a number");
        let printed = printed.as_f64().expect("a share");
        assert!(
            (share / at_once - printed).abs() <= 5e-5 + 1e-9,
            "{at_once}: {share}"
        );
    }
}

/// A million requests of 400 ms, one at a time, on one vCPU with 2 GiB: 400,000 s at 0.000024 + 2 × 0.0000025 USD are 11.60
/// USD, the requests 0.40 USD.
#[test]
fn a_million_requests_on_cloud_run_cost_what_its_list_prices_say() {
    let model = shipped();
    let inputs = Inputs::from([
        ("requests", 1e6),
        ("duration-ms", 400.0),
        ("cpu-ms", 400.0),
        ("in-flight-per-copy", 1.0),
        ("copy-vcpu", 1.0),
        ("cloud-run-price-vcpu-s", 0.000_024),
        ("cloud-run-price-gib-s", 0.000_002_5),
        ("cloud-run-price-request", 0.4),
    ]);
    let total = amount("cost-cloud-run", &inputs, &model);
    assert!((total - 12.0).abs() < 1e-9, "{total}");
}
