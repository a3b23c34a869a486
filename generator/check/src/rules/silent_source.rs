//! A source that does not say what it shows.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "silent-source",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/silent-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for source in cx.model.sources.iter().filter(|it| it.shows.is_empty()) {
        let title = format!("the source `{}` does not say what it shows", source.id);
        let help =
            "write into `shows` what it proves, a sentence each, so that a reviewer can compare";
        report(finding(source.fields.value("shows"), title).help(help));
    }
}
