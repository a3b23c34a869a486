//! A statement that repeats another and is judged otherwise.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "diverging-repetition",
    family: Family::Contradiction,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/diverging-repetition.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for statement in &cx.model.statements {
        let Some(same) = &statement.same_as else {
            continue;
        };
        let Some(first) = cx.model.statements.get(&same.id) else {
            continue;
        };
        if statement.status == first.status {
            continue;
        }
        let (own, its) = (statement.status.word(), first.status.word());
        let title = format!("`{}` is {own}, and what it repeats is {its}", statement.id);
        report(
            finding(statement.fields.value("status"), title)
                .also(
                    first.fields.value("status"),
                    format!("`{}` is {its}", first.id),
                )
                .help("judge both alike, or delete `same-as`: they do not say the same"),
        );
    }
}
