//! A statement that repeats one which is itself a repetition.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "chained-repetition",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/chained-repetition.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for statement in &cx.model.statements {
        let Some(same) = &statement.same_as else {
            continue;
        };
        let Some(other) = cx.model.statements.get(&same.id) else {
            continue;
        };
        let Some(further) = &other.same_as else {
            continue;
        };
        if other.id == statement.id {
            let title = format!("`{}` repeats itself", statement.id);
            report(
                finding(same.span, title)
                    .help("name the statement that it repeats, or delete this field"),
            );
            continue;
        }
        let title = format!(
            "`{}` repeats `{}`, which is a repetition",
            statement.id, other.id
        );
        let found = finding(same.span, title).also(further.span, format!("of `{}`", further.id));
        report(if further.id == statement.id {
            found.help("delete `same-as` from the statement that comes first")
        } else {
            found.help("name the statement that was first to say it")
        });
    }
}
