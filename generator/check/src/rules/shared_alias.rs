//! One name for two options, two products or two terms.

use std::collections::HashMap;

use model::{Id, Kind, Word};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "shared-alias",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/shared-alias.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut names = Names::default();
    for it in &cx.model.options {
        let all = std::iter::once(&it.name).chain(&it.long).chain(&it.aliases);
        names.add(Kind::Alternative, &it.id, all, report);
    }
    for it in &cx.model.products {
        names.add(Kind::Product, &it.id, [&it.name], report);
    }
    for it in &cx.model.glossary {
        let all = std::iter::once(&it.name).chain(&it.aliases);
        names.add(Kind::Term, &it.id, all, report);
    }
}

/// Who has a name first, by kind and name in lower case.
#[derive(Default)]
struct Names<'a> {
    first: HashMap<(Kind, String), (&'a Id, &'a Word)>,
}

impl<'a> Names<'a> {
    fn add(
        &mut self,
        kind: Kind,
        id: &'a Id,
        names: impl IntoIterator<Item = &'a Word>,
        report: Report<'_>,
    ) {
        for name in names {
            let key = (kind, name.to_lowercase());
            let (other, first) = *self.first.entry(key).or_insert((id, name));
            // A record that repeats its own name misleads nobody.
            if other != id {
                let title = format!("`{name}` is a name of `{other}` and of `{id}`");
                report(
                    finding(name.span, title)
                        .also(first.span, "here it stands first")
                        .help("leave the name to one of the two, or say in both names how they differ"),
                );
            }
        }
    }
}
