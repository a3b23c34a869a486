//! An amount of a workload, or a default, outside the bounds of its quantity.

use model::{Amount, Bounds, Keyed, Load, Model, Quantity, Record, Unit, number_text};
use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "outside-bounds",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/outside-bounds.md"),
    run: Some(run),
};

/// Facts in another unit are converted by ratios that are not exact.
const SLACK: f64 = 1e-9;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for quantity in &cx.model.quantities {
        if is_empty(quantity) {
            let title = format!("no amount of `{}` is allowed", quantity.id);
            report(
                finding(quantity.fields.value("least"), title)
                    .label("more than `most`")
                    .also(quantity.fields.value("most"), "less than `least`")
                    .help("write `least` below `most`, or leave one of them out"),
            );
        } else if let Some(default) = &quantity.default {
            look(cx.model, quantity, default, report);
        }
    }
    for use_case in &cx.model.use_cases {
        loads(cx.model, &use_case.workload, report);
        for (_, _, part) in use_case.components.iter() {
            loads(cx.model, &part.workload, report);
        }
    }
    for search in cx.model.costs.iter().flat_map(|it| &it.break_even) {
        let Some(quantity) = cx.model.quantities.get(&search.over.id) else {
            continue;
        };
        for (end, key) in [(search.from, "from"), (search.to, "to")] {
            if !is_empty(quantity) {
                hold(quantity, Bounds::exact(end), search.fields.value(key), report);
            }
        }
    }
}

fn is_empty(quantity: &Quantity) -> bool {
    quantity
        .least
        .zip(quantity.most)
        .is_some_and(|(least, most)| least > most)
}

fn loads(model: &Model, workload: &Keyed<Quantity, Load>, report: Report<'_>) {
    for (name, load) in workload.iter() {
        if let (Load::Amount(amount), Some(quantity)) = (load, model.quantities.get(&name.id))
            && !is_empty(quantity)
        {
            look(model, quantity, amount, report);
        }
    }
}

fn look(model: &Model, quantity: &Record<Quantity>, amount: &Amount, report: Report<'_>) {
    if let Some(bounds) = model.bounds(amount, &Unit::new(&quantity.unit)) {
        hold(quantity, bounds, amount.span(), report);
    }
}

/// Reports what is outside of `quantity` in `bounds`, which stand at `span`.
fn hold(quantity: &Record<Quantity>, bounds: Bounds, span: Span, report: Report<'_>) {
    let unit = &quantity.unit;
    let mut tell = |number: f64, how: &str, bound: f64, key: &str, place: Span| {
        let title = format!(
            "`{}` is {}, {how} its `{key}` of {}",
            quantity.id,
            number_text(number),
            number_text(bound)
        );
        report(finding(span, title).also(place, "the bound").help(format!(
            "a bare number is in `{unit}`: correct it, or move the bound if there are such workloads"
        )));
    };
    if let Some(least) = quantity.least.filter(|it| bounds.low < it - SLACK * it.abs()) {
        tell(bounds.low, "below", least, "least", quantity.fields.value("least"));
    }
    if let Some(most) = quantity.most.filter(|it| bounds.high > it + SLACK * it.abs()) {
        tell(bounds.high, "above", most, "most", quantity.fields.value("most"));
    }
}
