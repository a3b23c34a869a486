//! A fact that holds no longer by its own date.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "expired-fact",
    family: Family::Freshness,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/expired-fact.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for fact in &cx.model.facts {
        let Some(expires) = fact.expires.filter(|it| *it <= cx.today) else {
            continue;
        };
        let span = fact.fields.value("expires");
        // What decides a verdict has a rule of its own.
        if !cx.deciding().by_date(span).is_empty() {
            continue;
        }
        let found = finding(span, format!("the fact `{}` has expired", fact.id));
        report(
            found
                .label(format!("on {expires}"))
                .help("look up the value that holds now, and set `expires` and `reviewed`"),
        );
    }
}
