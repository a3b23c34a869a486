//! Two facts of one title and one product.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use model::{Bounds, Fact, FactValue, Model, Record};

use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "repeated-fact",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/repeated-fact.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut seen = HashMap::new();
    for fact in &cx.model.facts {
        let title: Vec<_> = words(cx.sources.text(fact.title.span))
            .map(|(_, word)| word.to_lowercase())
            .collect();
        let product = fact.product.as_ref().map(|it| &it.id);
        let first: &Record<Fact> = match seen.entry((title, product)) {
            Entry::Vacant(entry) => {
                entry.insert(fact);
                continue;
            }
            Entry::Occupied(entry) => entry.get(),
        };
        let found = if same(cx.model, fact, first) {
            finding(
                fact.title.span,
                format!("`{}` is `{}` once more", fact.id, first.id),
            )
            .help("delete one of the two, and name the other where it was used")
        } else {
            let title = format!("`{}` gives another value than `{}`", fact.id, first.id);
            finding(fact.title.span, title)
                .label(format!("{} here", fact.text()))
                .help("find out which one holds, or say in the titles how the two differ")
        };
        report(found.also(first.title.span, format!("{} here", first.text())));
    }
}

/// Whether two facts say the same, each in its unit.
fn same(model: &Model, a: &Fact, b: &Fact) -> bool {
    let (FactValue::Word(one), FactValue::Word(other)) = (&a.value.value, &b.value.value) else {
        let unit = a.own_unit();
        let ends = |it: Bounds| [it.low, it.high];
        let both = model.fact_bounds(a, &unit).zip(model.fact_bounds(b, &unit));
        // Conversion multiplies by ratios that are not exact.
        return both.is_some_and(|(a, b)| {
            let near = |(a, b): (f64, f64)| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
            ends(a).into_iter().zip(ends(b)).all(near)
        });
    };
    one == other
}
