//! Claims about one option of the headline that were reviewed long before those about another.

use crate::sides::{ENOUGH, median, sides};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-age",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-age.md"),
    run: Some(run),
};

/// How many days may lie between the reviews of the two.
const MOST: f64 = 180.0;

fn run(cx: &Context<'_>, report: Report<'_>) {
    let day = |option: &str| {
        let claims = cx.spoken_of(option);
        let days = claims.iter().map(|it| it.claim.reviewed.days()).collect();
        median(days).filter(|_| claims.len() >= ENOUGH)
    };
    let Some(sides) = sides(cx, |option| Some(day(&option.id)? as f64)) else {
        return;
    };
    let ((early, old), (late, new)) = (sides.least, sides.greatest);
    let days = late - early;
    if days > MOST {
        let title = format!(
            "the claims about `{}` are {days} days older than those about `{}`",
            old.id, new.id
        );
        report(
            finding(old.name.span, title)
                .label("by the day of their review, in the middle of all")
                .help("compare them with their sources, and set `reviewed`"),
        );
    }
}
