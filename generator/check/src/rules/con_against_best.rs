//! A con must not blame an option for a dimension on which no other option does better.

use verdict::Mark;

use crate::standing::{Standing, answer};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "con-against-best",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/con-against-best.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let standing = Standing::of(cx);
    // A conditional con may stand beside a good score: the score speaks of the usual case.
    for con in cx.model.cons.iter().filter(|it| it.holds_when.is_none()) {
        for dimension in &con.dimensions {
            let (row, option) = (&dimension.id, &con.option.id);
            // Where every option does badly, the best one may be blamed too.
            if !matches!(cx.scores.mark(row, option), Some(Mark::Good | Mark::Strong)) {
                continue;
            }
            let Some(place) = standing.place(row, option) else {
                continue;
            };
            if place.own < place.best_other {
                continue;
            }
            let title = format!("`{option}` is blamed where it scores best");
            let (best, own) = (place.best_other, place.own);
            let found = finding(dimension.span, title)
                .label(format!("no other option exceeds {best} % of the scale here"))
                .help("say when the con holds (`holds-when`), correct the answer, or name another dimension");
            report(match answer(cx.model, row, option) {
                Some(span) => found.also(span, format!("this answer gives {own} %")),
                None => found,
            });
        }
    }
}
