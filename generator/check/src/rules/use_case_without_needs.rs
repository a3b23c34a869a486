//! A use case that needs nothing, so that nothing can be decided.

use model::{Dimension, Keyed, Need};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "use-case-without-needs",
    family: Family::Coverage,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/use-case-without-needs.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for use_case in cx.model.use_cases.iter().filter(|it| is_empty(&it.needs)) {
        // Components replace the needs of the whole: they can stand for it if each has its own.
        let silent = use_case
            .components
            .iter()
            .find(|(_, _, it)| is_empty(&it.needs));
        let span = match silent {
            None if !use_case.components.is_empty() => continue,
            None => use_case.fields.key("needs"),
            Some((_, span, _)) => span,
        };
        let found = finding(
            span,
            format!("nothing decides `{}`: it has no needs", use_case.id),
        );
        report(
            found.help("add `[needs.<dimension>]` with `rank = 1` and `why` for what matters most"),
        );
    }
}

fn is_empty(needs: &Keyed<Dimension, Need>) -> bool {
    needs.iter().next().is_none()
}
