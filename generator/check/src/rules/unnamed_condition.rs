//! A statement found imprecise without the condition that it lacks.

use model::StatementStatus;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unnamed-condition",
    family: Family::Contradiction,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unnamed-condition.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for statement in &cx.model.statements {
        if statement.status == StatementStatus::Imprecise && statement.correction.is_none() {
            let title = format!(
                "`{}` is imprecise, and nothing says when it holds",
                statement.id
            );
            report(
                finding(statement.fields.value("status"), title)
                    .help("add `correction`: the condition under which it holds"),
            );
        }
    }
}
