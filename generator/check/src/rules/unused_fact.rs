//! A fact that nothing shows and nothing computes with.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unused-fact",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unused-fact.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, span) in cx.unused(Kind::Fact) {
        // The page of a product shows all its facts.
        if cx
            .model
            .facts
            .get(id)
            .is_some_and(|it| it.product.is_some())
        {
            continue;
        }
        let help = format!(
            "print it with `{{{{ fact.{id} }}}}`, compute with it, name its `product`, or delete the file"
        );
        report(finding(span, format!("the fact `{id}` is used nowhere")).help(help));
    }
}
