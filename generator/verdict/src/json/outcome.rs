//! The outcome of a decision as JSON text.

use std::collections::BTreeMap;

use decide::{
    Change, Crossings, Decision, Depends, Figures, Group, InputKind, LimitResult, Outcome, Parts,
    Points, RuledOut, Stress, TieQuantity, TieScore, TieWeight,
};

/// The result as one line of JSON: fields in the order of the specification, objects in the order of their ids, numbers
/// as the shortest text that reads back the same.
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Whole(it) => decision(it),
        Outcome::Parts(it) => parts(it),
    }
}

fn parts(it: &Parts) -> String {
    object(&[
        ("version", "1".into()),
        ("id", text(&it.id)),
        ("word", text(it.word.id())),
        ("best", option(it.best.as_ref(), text)),
        ("depends", option(it.depends.as_ref(), text)),
        ("components", map(&it.components, decision)),
    ])
}

fn decision(it: &Decision) -> String {
    object(&[
        ("version", "1".into()),
        ("id", text(&it.id)),
        ("draws", it.draws.to_string()),
        ("word", text(it.word.id())),
        ("best", option(it.best.as_ref(), text)),
        ("runner_up", option(it.runner_up.as_ref(), text)),
        ("by_elimination", it.by_elimination.to_string()),
        ("depends", option(it.depends.as_ref(), depends)),
        ("weights", numbers(&it.weights)),
        ("values", map(&it.values, numbers)),
        ("scores", numbers(&it.scores)),
        ("contributions", map(&it.contributions, points)),
        ("waterfall", option(it.waterfall.as_ref(), points)),
        ("first", counts(&it.first)),
        ("ranks", map(&it.ranks, |it| list(it, u32::to_string))),
        ("out", counts(&it.out)),
        ("tied", it.tied.to_string()),
        ("none", it.none.to_string()),
        ("pairwise", map(&it.pairwise, counts)),
        ("stress", stress(&it.stress)),
        ("limits", list(&it.limits, limit)),
        ("ruled_out", list(&it.ruled_out, ruled_out)),
        ("tie_weights", list(&it.tie_weights, tie_weight)),
        ("tie_scores", list(&it.tie_scores, tie_score)),
        ("tie_quantities", list(&it.tie_quantities, tie_quantity)),
        ("agreement", agreement(it)),
        (
            "formulas",
            map(&it.formulas, |it| option(it.as_ref(), figures)),
        ),
        ("breakevens", list(&it.breakevens, crossings)),
        ("unknown", list(&it.unknown, |it| text(it))),
        ("warnings", list(&it.warnings, |it| text(it.to_string()))),
    ])
}

fn stress(it: &Stress) -> String {
    let weights = |it: &Option<BTreeMap<String, f64>>| option(it.as_ref(), numbers);
    object(&[
        ("best", option(it.best.as_ref(), text)),
        ("first", counts(&it.first)),
        ("out", counts(&it.out)),
        ("tied", it.tied.to_string()),
        ("none", it.none.to_string()),
        ("central_weights", map(&it.central_weights, weights)),
    ])
}

fn depends(it: &Depends) -> String {
    let names = match it.kind {
        InputKind::Limit => ["fires", "else"],
        _ => ["low", "high"],
    };
    object(&[
        ("kind", text(it.kind.id())),
        ("id", text(&it.id)),
        (names[0], group(&it.low)),
        (names[1], group(&it.high)),
        ("flip", option(it.flip.as_ref(), number)),
    ])
}

fn group(it: &Group) -> String {
    object(&[
        ("best", text(&it.best)),
        ("first", it.first.to_string()),
        ("draws", it.draws.to_string()),
    ])
}

fn points(it: &Points) -> String {
    object(&[
        ("points", map(&it.points, i32::to_string)),
        ("total", it.total.to_string()),
    ])
}

fn limit(it: &LimitResult) -> String {
    object(&[
        ("id", text(&it.id)),
        ("option", text(&it.option)),
        ("status", text(it.status.id())),
        ("draws", it.draws.to_string()),
    ])
}

fn ruled_out(it: &RuledOut) -> String {
    object(&[
        ("option", text(&it.option)),
        ("limits", list(&it.limits, |it| text(it))),
        ("open_escapes", list(&it.open_escapes, |it| text(it))),
        ("first_if_lifted", it.first_if_lifted.to_string()),
    ])
}

fn tie_weight(it: &TieWeight) -> String {
    object(&[
        ("need", text(&it.need)),
        ("now", number(&it.now)),
        ("at", number(&it.at)),
    ])
}

fn tie_score(it: &TieScore) -> String {
    let mut fields = vec![
        ("option", text(&it.option)),
        ("dimension", text(&it.dimension)),
        ("value_now", number(&it.value_now)),
        ("value_at", number(&it.value_at)),
        ("now", option(it.now.as_ref(), number)),
        ("at", option(it.at.as_ref(), number)),
        ("inside_range", it.inside_range.to_string()),
    ];
    fields.extend(it.level.as_ref().map(|it| ("level", text(it))));
    object(&fields)
}

fn tie_quantity(it: &TieQuantity) -> String {
    let change = |it: &Change| {
        object(&[
            ("at", number(&it.at)),
            ("best", option(it.best.as_ref(), text)),
        ])
    };
    object(&[
        ("quantity", text(&it.quantity)),
        ("now", number(&it.now)),
        ("above", option(it.above.as_ref(), change)),
        ("below", option(it.below.as_ref(), change)),
    ])
}

/// The methods stand in the order of the specification, not in that of their ids.
fn agreement(it: &Decision) -> String {
    let methods = [
        "additive",
        "equal-weights",
        "weighted-product",
        "topsis",
        "promethee2",
    ];
    let winner = |method| {
        let winner = it.agreement.winners.get(method);
        option(winner.and_then(Option::as_ref), text)
    };
    let winners = methods.map(|method| (method, winner(method)));
    object(&[
        ("winners", object(&winners)),
        ("agree", it.agreement.agree.to_string()),
        ("of", it.agreement.of.to_string()),
    ])
}

fn figures(it: &Figures) -> String {
    object(&[
        ("mode", number(&it.mode)),
        ("mean", number(&it.mean)),
        ("min", number(&it.min)),
        ("max", number(&it.max)),
    ])
}

fn crossings(it: &Crossings) -> String {
    let numbers = |it: &Vec<f64>| list(it, number);
    object(&[
        ("id", text(&it.id)),
        ("crossings", option(it.crossings.as_ref(), numbers)),
    ])
}

/// `decide` gives finite numbers only, for which this is JSON.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "it is handed to those who have a reference"
)]
fn number(it: &f64) -> String {
    format!("{it:?}")
}

fn text(it: impl AsRef<str>) -> String {
    serde_json::Value::from(it.as_ref()).to_string()
}

fn counts(it: &BTreeMap<String, u32>) -> String {
    map(it, ToString::to_string)
}

fn numbers(it: &BTreeMap<String, f64>) -> String {
    map(it, number)
}

fn option<T>(it: Option<T>, of: impl Fn(T) -> String) -> String {
    it.map_or("null".into(), of)
}

fn list<T>(items: &[T], of: impl Fn(&T) -> String) -> String {
    let items: Vec<_> = items.iter().map(of).collect();
    format!("[{}]", items.join(","))
}

fn map<T>(items: &BTreeMap<String, T>, of: impl Fn(&T) -> String) -> String {
    let items: Vec<_> = items
        .iter()
        .map(|(id, it)| format!("{}:{}", text(id), of(it)))
        .collect();
    format!("{{{}}}", items.join(","))
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, it)| format!("{name:?}:{it}"))
        .collect();
    format!("{{{}}}", fields.join(","))
}
