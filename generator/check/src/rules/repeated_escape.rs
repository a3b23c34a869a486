//! Two ways around one limit with one id.

use std::collections::HashMap;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "repeated-escape",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/repeated-escape.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for limit in &cx.model.limits {
        let mut seen = HashMap::new();
        for escape in &limit.unless {
            let id = &escape.id;
            if let Some(first) = seen.insert(id.text.as_str(), id.span) {
                let title = format!("`{}/{id}` is two ways around one limit", limit.id);
                report(
                    finding(id.span, title)
                        .also(first, "here it stands first")
                        .help("call them differently: a use case says of each whether it is taken"),
                );
            }
        }
    }
}
