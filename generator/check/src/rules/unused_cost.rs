//! A cost that nothing refers to.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "unused-cost",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unused-cost.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, span) in cx.unused(Kind::Cost) {
        let title = format!("{} is computed for nothing", named(Kind::Cost, id));
        report(finding(span, title).help("let a cell or another cost name it, or delete the file"));
    }
}
