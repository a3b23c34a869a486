//! A list that names one thing twice.

use std::collections::HashMap;

use model::{Kind, Reference, Space};

use crate::claims::claims;
use crate::cuts::of_list;
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "repeated-entry",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/repeated-entry.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut seen = HashMap::new();
    let mut before: Option<&Reference> = None;
    let mut list = 0_usize;
    for reference in cx.model.references.iter().filter(|it| is_entry(cx, it)) {
        if !before.is_some_and(|it| follows(cx, it, reference)) {
            list += 1;
        }
        before = Some(reference);
        let key = (list, reference.space, &reference.id);
        let first = *seen.entry(key).or_insert(reference.span);
        if first == reference.span {
            continue;
        }
        let title = format!("`{}` stands twice in this list", reference.id);
        let found = finding(reference.span, title)
            .also(first, "here it stands first")
            .help("delete one of the two");
        let text = &cx.sources.file(reference.span.file).text;
        report(match of_list(text, reference.span) {
            Some(cut) => found.fix(cut, ""),
            None => found,
        });
    }
    for own in claims(cx.model) {
        let mut seen = HashMap::new();
        for counter in &own.claim.counters {
            let (link, space) = (&counter.claim, counter.claim.space);
            let first = *seen.entry((space, &link.id)).or_insert(link.span);
            if first != link.span {
                let title = format!("`{}` answers `{}` twice", link.id, own.link());
                report(
                    finding(link.span, title)
                        .also(first, "here it answers first")
                        .help("join the two notes"),
                );
            }
        }
    }
}

/// Whether a reference may be an entry of a list: it is a text of its own, and no rule of its own looks at it.
fn is_entry(cx: &Context<'_>, reference: &Reference) -> bool {
    // Columns have `repeated-column`, and a deck may show a slide once more.
    let column = reference.space == Space::Record(Kind::Alternative);
    let elsewhere = match &reference.from {
        None | Some((Kind::Table, _)) => column,
        Some((kind, _)) => *kind == Kind::Deck,
    };
    let raw = cx.sources.text(reference.span);
    let quoted = |mark: char| Some(raw.strip_prefix(mark)?.strip_suffix(mark)?.trim());
    let inner = quoted('"').or_else(|| quoted('\''));
    let id = |it: &str| it.rsplit_once(':').map_or(it, |(_, id)| id) == &*reference.id;
    !elsewhere && inner.is_some_and(id)
}

/// Whether nothing but a comma, space and comments stand between two references.
fn follows(cx: &Context<'_>, before: &Reference, after: &Reference) -> bool {
    let (one, other) = (before.span, after.span);
    let text = &cx.sources.file(one.file).text;
    let gap = text.get(one.range().end..other.range().start);
    let Some(gap) = gap.filter(|_| one.file == other.file) else {
        return false;
    };
    let mut lines = gap.lines().map(|it| it.split('#').next().unwrap_or_default());
    gap.contains(',') && lines.all(|it| it.trim().trim_matches(',').is_empty())
}
