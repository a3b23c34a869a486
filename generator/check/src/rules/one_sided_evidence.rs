//! Claims about one option of the headline that rest far more on primary sources than those about another.

use model::Tier;

use crate::sides::{ENOUGH, sides};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-evidence",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-evidence.md"),
    run: Some(run),
};

/// How far the shares may lie apart, in percent.
const MOST: f64 = 33.0;

fn run(cx: &Context<'_>, report: Report<'_>) {
    let share = |option: &str| {
        let claims = cx.spoken_of(option);
        let cited = claims.iter().flat_map(|it| &it.claim.sources);
        let sources: Vec<_> = cited
            .filter_map(|it| cx.model.sources.get(&it.id))
            .collect();
        let primary = sources.iter().filter(|it| it.tier == Tier::Primary).count();
        (claims.len() >= ENOUGH && !sources.is_empty())
            .then(|| (100.0 * primary as f64 / sources.len() as f64).round())
    };
    let Some(sides) = sides(cx, |option| share(&option.id)) else {
        return;
    };
    let ((less, weak), (more, well)) = (sides.least, sides.greatest);
    if more - less > MOST {
        let title = format!(
            "{less} % of what the claims about `{}` cite is primary, {more} % for `{}`",
            weak.id, well.id
        );
        report(
            finding(weak.name.span, title)
                .help("look for documents, measurements and reports at first hand"),
        );
    }
}
