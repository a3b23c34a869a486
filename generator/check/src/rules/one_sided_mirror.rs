//! A claim that mirrors another which does not mirror it.

use model::{Link, Space};

use crate::claims::{claims, linked};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-mirror",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/one-sided-mirror.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for own in claims(cx.model) {
        let Some(link) = &own.claim.mirrors else {
            continue;
        };
        let Some(other) = linked(cx.model, link) else {
            continue;
        };
        let back = &other.claim.mirrors;
        if back
            .as_ref()
            .is_some_and(|it| is(it, own.kind, &own.claim.id))
        {
            continue;
        }
        let title = format!("`{}` does not mirror `{}`", other.link(), own.link());
        let found = finding(link.span, title);
        report(match back {
            Some(it) => found
                .also(it.span, "it mirrors another claim")
                .help("two claims mirror each other: take one of them out, or use `counters`"),
            None => found
                .also(other.claim.title.span, "it mirrors none")
                .help(format!(
                    "add `mirrors = \"{}\"` there, or delete it here",
                    own.link()
                )),
        });
    }
}

fn is<S>(link: &Link<S>, kind: model::Kind, id: &str) -> bool {
    link.space == Space::Record(kind) && &*link.id == id
}
