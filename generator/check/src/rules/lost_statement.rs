//! A statement that no record of today carries.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "lost-statement",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/lost-statement.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let lost = cx
        .model
        .statements
        .iter()
        .filter(|it| it.records.is_empty() && it.same_as.is_none());
    for statement in lost {
        let found = finding(
            statement.fields.value("records"),
            format!("no record carries the statement `{}`", statement.id),
        );
        report(found.help("name the records that say today what it said, or `same-as` the statement that it repeats"));
    }
}
