//! Two statements at one place of the article.

use std::collections::HashMap;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "repeated-order",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/repeated-order.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut seen = HashMap::new();
    for statement in &cx.model.statements {
        let place = statement.fields.value("order");
        if let Some((first, id)) = seen.insert(statement.order, (place, &statement.id)) {
            let title = format!(
                "`{}` and `{id}` are both statement {}",
                statement.id, statement.order
            );
            report(
                finding(place, title)
                    .also(first, "the same place")
                    .help("count the statements in the order in which the article makes them"),
            );
        }
    }
}
