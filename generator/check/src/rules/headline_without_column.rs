//! An option of the headline that is no column of the comparison.

use std::collections::HashSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "headline-without-column",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/headline-without-column.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let manifest = &cx.model.manifest;
    let columns: HashSet<_> = manifest.columns.iter().map(|it| &it.id).collect();
    for option in manifest
        .headline
        .iter()
        .filter(|it| !columns.contains(&it.id))
    {
        report(
            finding(
                option.span,
                format!("`{}` is in the headline and in no column", option.id),
            )
            .also(manifest.fields.key("columns"), "these are the columns")
            .help("add it to `columns`, or take it out of `headline`"),
        );
    }
}
