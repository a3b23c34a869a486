//! A short answer that is not short.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "long-value",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/long-value.md"),
    run: Some(run),
};

/// What fits a column of a table in two lines, in letters.
const MOST: usize = 60;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for dimension in &cx.model.dimensions {
        for (option, cell) in dimension.cells.iter() {
            let Some(value) = &cell.value else { continue };
            let length = cx.model.plain_text(value).chars().count();
            if length > MOST {
                let title = format!(
                    "the short answer of `{}` is {length} letters long",
                    option.id
                );
                let help =
                    format!("shorten it to {MOST} letters or fewer: the rest belongs into `prose`");
                report(finding(value.span, title).help(help));
            }
        }
    }
}
