//! A quantity that nothing refers to.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "unused-quantity",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unused-quantity.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, span) in cx.unused(Kind::Quantity) {
        let title = format!(
            "{} is in no workload and no formula",
            named(Kind::Quantity, id)
        );
        report(
            finding(span, title).help("let a formula or a workload name it, or delete the file"),
        );
    }
}
