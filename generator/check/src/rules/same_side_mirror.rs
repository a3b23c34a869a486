//! A pro that mirrors a pro, or a con that mirrors a con.

use crate::claims::{claims, linked};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "same-side-mirror",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/same-side-mirror.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for own in claims(cx.model) {
        let Some(link) = &own.claim.mirrors else {
            continue;
        };
        let Some(other) = linked(cx.model, link).filter(|it| it.kind == own.kind) else {
            continue;
        };
        let title = format!("{} cannot mirror `{}`", own.kind.noun(), other.link());
        let help = "name the same point seen from the other side, or delete `mirrors`";
        report(
            finding(link.span, title)
                .label("both stand on one side")
                .help(help),
        );
    }
}
