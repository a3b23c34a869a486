//! A product of which no fact is recorded.

use std::collections::HashSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "product-without-fact",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/product-without-fact.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let told: HashSet<_> = cx
        .model
        .facts
        .iter()
        .filter_map(|it| Some(&it.product.as_ref()?.id))
        .collect();
    for product in cx.model.products.iter().filter(|it| !told.contains(&it.id)) {
        let found = finding(
            product.name.span,
            format!("there is no fact of the product `{}`", product.id),
        );
        report(found.help(format!(
            "say `product = \"{}\"` in the facts that are about it, or add one",
            product.id
        )));
    }
}
