//! An option that is no column of the comparison.

use std::collections::HashSet;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "option-without-column",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/option-without-column.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let manifest = &cx.model.manifest;
    let columns: HashSet<_> = manifest.columns.iter().map(|it| &it.id).collect();
    for option in cx
        .model
        .options
        .iter()
        .filter(|it| !columns.contains(&it.id))
    {
        report(
            finding(
                option.name.span,
                format!("the option `{}` is in no column", option.id),
            )
            .also(manifest.fields.key("columns"), "these are the columns")
            .help(format!(
                "add `{}` to `columns`, or delete the file",
                option.id
            )),
        );
    }
}
