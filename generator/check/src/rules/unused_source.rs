//! A source that nothing refers to.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "unused-source",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unused-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, span) in cx.unused(Kind::Source) {
        let title = format!("{} is cited nowhere", named(Kind::Source, id));
        report(finding(span, title).help("cite it where it proves something, or delete the file"));
    }
}
