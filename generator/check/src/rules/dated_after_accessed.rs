//! A source that was read before the day that it bears.

use crate::stated::first_day;
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "dated-after-accessed",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/dated-after-accessed.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for source in &cx.model.sources {
        let Some(day) = first_day(&source.dated).map(model::Date::days) else {
            continue;
        };
        // A day that nobody has seen yet is told by `future-date`. Where a page is written the day may begin earlier than
        // where it is read.
        if day <= cx.today.days() + 1 && day > source.accessed.days() + 1 {
            let title = format!("`{}` was read before it was written", source.id);
            report(
                finding(source.dated.span, title)
                    .label("its own date")
                    .also(source.fields.value("accessed"), "the day it was read")
                    .help("read the source as it is now, and correct the date that is wrong"),
            );
        }
    }
}
