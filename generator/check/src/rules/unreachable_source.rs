//! A source by others without an address on the web and without a page of the book.

use model::{Source, Tier};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unreachable-source",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/unreachable-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    // What was measured or computed for the comparison says in `shows` what was done.
    let own = |it: &Source| matches!(it.tier, Tier::Measurement | Tier::Computed);
    let hidden = |it: &Source| it.url.is_none() && it.page.is_none() && !own(it);
    for source in cx.model.sources.iter().filter(|it| hidden(it)) {
        let found = finding(
            source.title.span,
            format!("nobody can open the source `{}`", source.id),
        );
        report(found.help("add `url`, or `page` if it is a page of this book"));
    }
}
