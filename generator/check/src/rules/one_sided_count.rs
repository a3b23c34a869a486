//! One option of the headline with far more pros, or far more cons, than another.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-count",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-count.md"),
    run: Some(run),
};

/// How many times as many are still fair; two of three are, whatever their ratio.
const MOST: f64 = 1.5;

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    for (kind, words) in [(Kind::Pro, "pros"), (Kind::Con, "cons")] {
        let count = |option: &str| {
            cx.spoken_of(option)
                .iter()
                .filter(|it| it.kind == kind)
                .count()
        };
        let counts = cx
            .model
            .headline()
            .into_iter()
            .map(|it| (count(&it.id), it));
        let counts: Vec<_> = counts.collect();
        let (Some((few, poor)), Some((many, rich))) = (
            counts.iter().min_by_key(|it| it.0),
            counts.iter().max_by_key(|it| it.0),
        ) else {
            continue;
        };
        // An option without any is told by `one-sided-option`.
        if *few > 0 && many - few > 1 && *many as f64 > MOST * *few as f64 {
            let title = format!("`{}` has {few} {words}, `{}` has {many}", poor.id, rich.id);
            report(finding(poor.name.span, title).help(format!(
                "look for what is missing in `data/{}/`, or join what says one thing twice",
                kind.folder()
            )));
        }
    }
}
