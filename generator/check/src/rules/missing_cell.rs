//! A dimension that says nothing of an option that is a column.

use crate::{Context, Family, LintLevel, Report, Rule, finding, listed};

pub(crate) static RULE: Rule = Rule {
    id: "missing-cell",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/missing-cell.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let columns = cx.model.columns();
    for dimension in &cx.model.dimensions {
        let lacking: Vec<_> = columns
            .iter()
            .filter(|option| dimension.cells.get(&option.id).is_none())
            .collect();
        let Some(first) = lacking.first() else {
            continue;
        };
        let ids = lacking.iter().map(|option| option.id.as_str());
        let title = format!("`{}` has no answer for {}", dimension.id, listed(ids));
        let found = finding(dimension.fields.key("cells"), title).help(format!(
            "add `[cells.{}]`; if nobody knows, `status = \"unknown\"` and `because` say so",
            first.id
        ));
        report(lacking.iter().fold(found, |found, option| {
            found.also(option.name.span, "this option is a column")
        }));
    }
}
