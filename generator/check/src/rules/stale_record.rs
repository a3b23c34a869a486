//! Something that was not compared with its sources for longer than the manifest allows.

use crate::{Context, Family, LintLevel, Report, Review, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "stale-record",
    family: Family::Freshness,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/stale-record.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let limit = i64::from(cx.model.manifest.freshness.days);
    // What decides a verdict has a rule of its own.
    let rest = |review: &&Review<'_>| cx.deciding().by_date(review.span).is_empty();
    for review in cx.reviews().iter().filter(rest) {
        let age = cx.today.days() - review.date.days();
        if age > limit {
            let title = format!("{} was last reviewed {age} days ago", review.name);
            let help =
                "compare it with its sources, mend what has changed, and set `reviewed` to today";
            report(
                finding(review.span, title)
                    .label(format!("more than {limit} days"))
                    .help(help),
            );
        }
    }
}
