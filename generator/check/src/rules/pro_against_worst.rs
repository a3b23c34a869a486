//! A pro must not praise an option for a dimension on which no other option does worse.

use verdict::Mark;

use crate::standing::{Standing, answer};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "pro-against-worst",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/pro-against-worst.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let standing = Standing::of(cx);
    // A conditional pro may stand beside a bad score: the score speaks of the usual case.
    for pro in cx.model.pros.iter().filter(|it| it.holds_when.is_none()) {
        for dimension in &pro.dimensions {
            let (row, option) = (&dimension.id, &pro.option.id);
            // Where every option does well, the last one may be praised too.
            if !matches!(cx.scores.mark(row, option), Some(Mark::Mixed | Mark::Weak)) {
                continue;
            }
            let Some(place) = standing.place(row, option) else {
                continue;
            };
            if place.own > place.worst_other {
                continue;
            }
            let title = format!("`{option}` is praised where it scores worst");
            let (worst, own) = (place.worst_other, place.own);
            let found = finding(dimension.span, title)
                .label(format!("no other option is below {worst} % of the scale here"))
                .help("say when the pro holds (`holds-when`), correct the answer, or name another dimension");
            report(match answer(cx.model, row, option) {
                Some(span) => found.also(span, format!("this answer gives {own} %")),
                None => found,
            });
        }
    }
}
