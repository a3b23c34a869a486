//! A day of a review, of reading, of a change, of a case or of a source that has not come yet.

use model::{Date, Kind, Word};
use source::Span;

use crate::stated::first_day;
use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

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
                    .help("write the day on which it was"),
            );
        }
    };
    for review in cx.reviews() {
        look(&review.name, "reviewed", review.date, review.span);
    }
    for it in &cx.model.sources {
        look(
            &named(Kind::Source, &it.id),
            "read",
            it.accessed,
            it.fields.value("accessed"),
        );
    }
    for it in &cx.model.changes {
        look(
            &named(Kind::Change, &it.id),
            "made",
            it.date,
            it.fields.value("date"),
        );
    }
    let mut state = |name: &str, did: &str, word: &Word| {
        if let Some(date) = first_day(word) {
            look(name, did, date, word.span);
        }
    };
    for it in &cx.model.sources {
        state(&named(Kind::Source, &it.id), "written", &it.dated);
    }
    for it in &cx.model.facts {
        if let Some(date) = &it.as_of {
            state(&named(Kind::Fact, &it.id), "stated", date);
        }
    }
    for it in &cx.model.cases {
        state(&named(Kind::Case, &it.id), "told", &it.date);
    }
}
