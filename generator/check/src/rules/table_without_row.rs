//! A table that has no rows.

use std::collections::HashSet;

use model::Space;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "table-without-row",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/table-without-row.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let groups: HashSet<_> = cx.model.dimensions.iter().map(|it| &it.group.id).collect();
    for table in &cx.model.tables {
        let filled = table
            .rows
            .iter()
            .any(|row| row.space != Space::Group || groups.contains(&row.id));
        if !filled {
            let found = finding(
                table.fields.value("rows"),
                format!("the table `{}` has no row", table.id),
            );
            report(found.help("name dimensions, or groups that have some; or delete the file"));
        }
    }
}
