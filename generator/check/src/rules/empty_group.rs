//! A group without dimensions.

use std::collections::HashSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "empty-group",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/empty-group.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let used: HashSet<_> = cx.model.dimensions.iter().map(|it| &it.group.id).collect();
    for (id, span, _) in cx
        .model
        .manifest
        .groups
        .iter()
        .filter(|(id, ..)| !used.contains(id))
    {
        let help = format!("give a dimension `group = \"{id}\"`, or delete the group");
        report(finding(span, format!("no dimension is in the group `{id}`")).help(help));
    }
}
