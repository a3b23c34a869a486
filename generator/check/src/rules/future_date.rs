//! A day of a review, of reading or of a change that has not come yet.

use model::Date;
use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "future-date",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/future-date.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut look = |name: &str, did: &str, date: Date, span: Span| {
        // Today is a day of UTC; east of it the next one has begun.
        if date.days() > cx.today.days() + 1 {
            let found = finding(span, format!("{name} is said to be {did} on a day to come"));
            report(
                found
                    .label(format!("{date}, today is {}", cx.today))
                    .help("write the day on which it was done"),
            );
        }
    };
    for review in cx.reviews() {
        look(&review.name, "reviewed", review.date, review.span);
    }
    for it in &cx.model.sources {
        look(
            &format!("the source `{}`", it.id),
            "read",
            it.accessed,
            it.fields.value("accessed"),
        );
    }
    for it in &cx.model.changes {
        look(
            &format!("the change `{}`", it.id),
            "made",
            it.date,
            it.fields.value("date"),
        );
    }
}
