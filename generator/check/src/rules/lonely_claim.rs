//! A claim that can decide, with nothing that answers it.

use crate::claims::claims;
use model::Strength;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "lonely-claim",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/lonely-claim.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for own in claims(cx.model) {
        let claim = own.claim;
        if claim.strength == Strength::Major && claim.mirrors.is_none() && claim.counters.is_empty()
        {
            let title = format!("nothing answers `{}`", own.link());
            report(
                finding(claim.fields.value("strength"), title)
                    .label("can decide by itself")
                    .help("name the same point seen from the other side (`mirrors`), or what speaks against it (`counters`)"),
            );
        }
    }
}
