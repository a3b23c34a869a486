//! A fact that had expired when it was reviewed.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "expiry-before-review",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/expiry-before-review.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for fact in &cx.model.facts {
        let Some(expires) = fact.expires.filter(|it| *it <= fact.reviewed) else {
            continue;
        };
        let title = format!("`{}` had expired when it was reviewed", fact.id);
        report(
            finding(fact.fields.value("expires"), title)
                .label(format!("expires on {expires}"))
                .also(
                    fact.fields.value("reviewed"),
                    format!("reviewed on {}", fact.reviewed),
                )
                .help("set the day until which the value holds, or leave `expires` out"),
        );
    }
}
