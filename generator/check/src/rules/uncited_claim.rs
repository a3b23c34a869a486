//! A pro or con without a source.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "uncited-claim",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/uncited-claim.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (kind, claims) in [(Kind::Pro, &cx.model.pros), (Kind::Con, &cx.model.cons)] {
        for claim in claims.iter().filter(|it| it.sources.is_empty()) {
            let title = format!("{} names no source", named(kind, &claim.id));
            let help = "name what supports it; a claim that nothing supports has no place here";
            report(finding(claim.fields.value("sources"), title).help(help));
        }
    }
}
