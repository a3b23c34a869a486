//! A limit that no use case comes near.

use std::collections::BTreeSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unreachable-limit",
    family: Family::Decisions,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unreachable-limit.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let Some(n_cases) = cx.cases_enough() else {
        return;
    };
    let (mut seen, mut met) = (BTreeSet::new(), BTreeSet::new());
    for (_, verdict) in cx.verdicts.iter() {
        for (_, decision) in verdict.decisions() {
            for limit in &decision.limits {
                seen.insert(limit.id.as_str());
                if limit.status.id() != "clear" {
                    met.insert(limit.id.as_str());
                }
            }
        }
    }
    for id in seen.difference(&met) {
        let Some(limit) = cx.model.limits.get(id) else {
            continue;
        };
        let title = format!("no use case comes near the limit `{id}`");
        report(
            finding(limit.when.span, title)
                .label(format!("it does not hold in any of {n_cases}"))
                .help("add a use case that meets it, or correct the condition; a limit that readers may meet with numbers of their own is accepted with `allow`"),
        );
    }
}
