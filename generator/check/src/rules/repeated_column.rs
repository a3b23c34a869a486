//! An option that stands twice among the columns of the comparison.

use std::collections::HashMap;

use model::Columns;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "repeated-column",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/repeated-column.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let manifest = &cx.model.manifest;
    let lists = cx
        .model
        .tables
        .iter()
        .filter_map(|table| match &table.columns {
            Columns::These(these) => Some(these),
            Columns::All | Columns::Headline => None,
        });
    for list in lists.chain([&manifest.columns, &manifest.headline]) {
        let mut seen = HashMap::new();
        for option in list {
            if let Some(first) = seen.insert(&option.id, option.span) {
                let title = format!("`{}` has two columns", option.id);
                report(
                    finding(option.span, title)
                        .also(first, "this is the other")
                        .help("delete one of the two"),
                );
            }
        }
    }
}
