//! A statement found wrong or outdated without what holds instead.

use model::StatementStatus;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "uncorrected-statement",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/uncorrected-statement.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for statement in cx
        .model
        .statements
        .iter()
        .filter(|it| it.correction.is_none())
    {
        let wrong = [StatementStatus::Wrong, StatementStatus::Outdated].contains(&statement.status);
        if wrong {
            let title = format!(
                "`{}` is {}, and nothing says what holds",
                statement.id,
                statement.status.word()
            );
            report(
                finding(statement.fields.value("status"), title)
                    .help("add `correction`: what holds instead"),
            );
        }
    }
}
