//! Claims about one option of the headline that are called major far more often than those about another.

use model::{Kind, Strength};

use crate::sides::{enough, sides};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-strength",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-strength.md"),
    run: Some(run),
};

/// How far the shares may lie apart, in percent.
const MOST: f64 = 33.0;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (kind, words) in [(Kind::Pro, "pros"), (Kind::Con, "cons")] {
        let share = |option: &str| {
            let spoken = enough(cx, option, kind)?;
            let major = spoken
                .iter()
                .filter(|it| it.claim.strength == Strength::Major);
            Some((100.0 * major.count() as f64 / spoken.len() as f64).round())
        };
        let Some(sides) = sides(cx, |option| share(&option.id)) else {
            continue;
        };
        let ((less, mild), (more, strong)) = (sides.least, sides.greatest);
        if more - less > MOST {
            let title = format!(
                "{less} % of the {words} of `{}` are major, {more} % of those of `{}`",
                mild.id, strong.id
            );
            report(
                finding(mild.name.span, title).help("judge the `strength` of both by one measure"),
            );
        }
    }
}
