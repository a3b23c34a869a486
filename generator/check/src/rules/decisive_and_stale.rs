//! Something that decides a verdict and was not compared with its sources for too long, or holds no longer.

use source::{Diagnostic, Span};

use crate::{Context, Family, LintLevel, Report, Rule, finding, listed};

pub(crate) static RULE: Rule = Rule {
    id: "decisive-and-stale",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/decisive-and-stale.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let days = i64::from(cx.model.manifest.freshness.days);
    for review in cx.reviews() {
        let age = cx.today.days() - review.date.days();
        if age > days {
            let what = format!("{} was last reviewed {age} days ago", review.name);
            let help =
                "compare it with its sources, mend what has changed, and set `reviewed` to today";
            tell(cx, review.span, &what, report, |it| {
                it.label(format!("more than {days} days")).help(help)
            });
        }
    }
    for fact in &cx.model.facts {
        if let Some(expires) = fact.expires.filter(|it| *it <= cx.today) {
            let what = format!("the fact `{}` has expired", fact.id);
            let help = "look up the value that holds now, and set `expires` and `reviewed`";
            tell(cx, fact.fields.value("expires"), &what, report, |it| {
                it.label(format!("on {expires}")).help(help)
            });
        }
    }
}

/// Reports what has its date at `span`, if it decides anything.
fn tell(
    cx: &Context<'_>,
    span: Span,
    what: &str,
    report: Report<'_>,
    more: impl Fn(Diagnostic) -> Diagnostic,
) {
    /// At most this many use cases are named.
    const NAMED: usize = 3;
    let decided = cx.deciding().by_date(span);
    if decided.is_empty() {
        return;
    }
    let shown = listed(decided.iter().copied().take(NAMED));
    let rest = match decided.len().saturating_sub(NAMED) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    report(more(finding(span, format!("{what}, and decides {shown}{rest}"))));
}
