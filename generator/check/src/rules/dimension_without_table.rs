//! A dimension that is a row of no table.

use std::collections::HashSet;

use model::Space;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "dimension-without-table",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/dimension-without-table.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let rows = cx.model.tables.iter().flat_map(|table| &table.rows);
    let shown: HashSet<_> = rows
        .map(|row| (row.space == Space::Group, &row.id))
        .collect();
    let hidden =
        cx.model.dimensions.iter().filter(|it| {
            !shown.contains(&(false, &it.id)) && !shown.contains(&(true, &it.group.id))
        });
    for dimension in hidden {
        let (id, group) = (&dimension.id, &dimension.group.id);
        let help =
            format!("add `\"dimension:{id}\"` or `\"group:{group}\"` to the rows of a table");
        report(
            finding(
                dimension.name.span,
                format!("the dimension `{id}` is a row of no table"),
            )
            .help(help),
        );
    }
}
