//! A claim that is answered by itself, or by another on its side of its option.

use crate::claims::{claims, linked};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "self-counter",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/self-counter.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for own in claims(cx.model) {
        for counter in &own.claim.counters {
            let Some(other) = linked(cx.model, &counter.claim) else {
                continue;
            };
            let (option, noun) = (&own.claim.option.id, own.kind.noun());
            if own.kind != other.kind || *option != other.claim.option.id {
                continue;
            }
            let title = if own.claim.id == other.claim.id {
                format!("`{}` answers itself", own.link())
            } else {
                format!(
                    "{noun} of `{option}` is answered by another: `{}`",
                    other.link()
                )
            };
            report(
                finding(counter.claim.span, title)
                    .help("name a claim that speaks against this one, or delete the counter"),
            );
        }
    }
}
