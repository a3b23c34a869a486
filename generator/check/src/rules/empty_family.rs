//! A family without options.

use std::collections::HashSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "empty-family",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/empty-family.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let used: HashSet<_> = cx.model.options.iter().map(|it| &it.family.id).collect();
    for (id, span, _) in cx
        .model
        .manifest
        .families
        .iter()
        .filter(|(id, ..)| !used.contains(id))
    {
        let help = format!("give an option `family = \"{id}\"`, or delete the family");
        report(finding(span, format!("no option is in the family `{id}`")).help(help));
    }
}
