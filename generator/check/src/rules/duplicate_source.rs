//! Two sources with one address.

use std::collections::HashMap;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "duplicate-source",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/duplicate-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut seen = HashMap::new();
    for source in &cx.model.sources {
        let Some(url) = &source.url else { continue };
        let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
        let rest = rest.trim_end_matches('/');
        let web = matches!(scheme, "http" | "https");
        if let Some((first, id)) = seen.insert((web, rest), (url.span, &source.id)) {
            let title = format!("the sources `{id}` and `{}` are one page", source.id);
            let found = finding(url.span, title).also(first, "the same address");
            report(found.help("cite one of them everywhere and delete the other, or give each its own part of the page"));
        }
    }
}
