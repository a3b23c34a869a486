//! A claim that mirrors another which does not mirror it.

use std::collections::HashMap;

use model::{Link, Space};
use source::Span;

use crate::claims::{claims, linked};
use crate::{Context, Family, LintLevel, Report, Rule, Spoken, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-mirror",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/one-sided-mirror.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut wanted: HashMap<String, usize> = HashMap::new();
    for other in claims(cx.model).filter_map(|it| linked(cx.model, it.claim.mirrors.as_ref()?)) {
        *wanted.entry(other.link()).or_default() += 1;
    }
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
            None => {
                let line = format!("mirrors = \"{}\"", own.link());
                let found = found
                    .also(other.claim.title.span, "it mirrors none")
                    .help(format!("add `{line}` there, or delete it here"));
                let alone = wanted.get(&other.link()) == Some(&1) && other.kind != own.kind;
                match place(cx, &other).filter(|_| alone) {
                    Some((place, end)) => found.fix(place, line + end),
                    None => found,
                }
            }
        });
    }
}

fn is<S>(link: &Link<S>, kind: model::Kind, id: &str) -> bool {
    link.space == Space::Record(kind) && &*link.id == id
}

/// Where `mirrors` is to be written into a claim without it, above its text, and how lines end there.
fn place(cx: &Context<'_>, claim: &Spoken<'_>) -> Option<(Span, &'static str)> {
    let key = claim.claim.fields.key("prose");
    let text = &cx.sources.file(key.file).text;
    let before = text.get(..key.range().start)?;
    let end = if before.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    before.ends_with('\n').then(|| (key.part(0, 0), end))
}
