//! A search for the point where two costs are equal that can find none.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "empty-break-even",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/empty-break-even.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for cost in &cx.model.costs {
        for search in &cost.break_even {
            if search.against.id == cost.id {
                let title = format!("`{}` is compared with itself", cost.id);
                report(
                    finding(search.against.span, title)
                        .help("name another cost, or delete the comparison"),
                );
            }
            if search.from >= search.to {
                let title = "a search ends where it begins, or before";
                report(
                    finding(search.fields.value("to"), title)
                        .also(search.fields.value("from"), "it begins here")
                        .help("write `from` below `to`"),
                );
            }
        }
    }
}
