//! An answer that is said to be known from somewhere, without a source.

use model::Basis;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "uncited-cell",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/uncited-cell.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for dimension in &cx.model.dimensions {
        for (option, cell) in dimension
            .cells
            .iter()
            .filter(|(_, cell)| cell.sources.is_empty())
        {
            // A judgement has its reason, and a computed cost its own sources.
            let known = [Basis::Measured, Basis::Documented, Basis::Reported];
            let Some(basis) = cell.basis.filter(|it| known.contains(it)) else {
                continue;
            };
            let title = format!(
                "the answer of `{}` is {} and names no source",
                option.id,
                basis.word()
            );
            let help = "add `sources`, or say `basis = \"judged\"` and why";
            report(finding(cell.fields.value("basis"), title).help(help));
        }
    }
}
