//! A record reviewed more than a week before one of its sources was last read.

use model::Source;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "review-before-reading",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/review-before-reading.md"),
    run: Some(run),
};

/// Sources are read and records written within some days; what is read after them is read again.
const SITTING: i64 = 7;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for review in cx.reviews() {
        let sources = review
            .sources
            .iter()
            .filter_map(|it| cx.model.sources.get(&it.id));
        let later = |it: &Source| it.accessed.days() - review.date.days() > SITTING;
        let Some(latest) = sources.max_by_key(|it| it.accessed).filter(|it| later(it)) else {
            continue;
        };
        let title = format!(
            "{} was reviewed before `{}` was read",
            review.name, latest.id
        );
        report(
            finding(review.span, title)
                .label(format!("on {}", review.date))
                .also(latest.fields.value("accessed"), format!("read on {}", latest.accessed))
                .help("compare the record with the source as it is now, and set `reviewed` to that day"),
        );
    }
}
