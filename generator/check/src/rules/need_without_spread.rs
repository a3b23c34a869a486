//! A need on which every option is worth the same, so that it tells none apart.

use std::collections::BTreeSet;

use model::{Record, UseCase};
use source::Span;
use verdict::{Decision, Verdict};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "need-without-spread",
    family: Family::Decisions,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/need-without-spread.md"),
    run: Some(run),
};

/// Values that differ by less are equal: 2⁻⁴⁰, as in the decision itself.
const EPS: f64 = 1.0 / (1u64 << 40) as f64;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, verdict) in cx.verdicts.iter() {
        let Some(use_case) = cx.model.use_cases.get(id) else {
            continue;
        };
        let mut flat = BTreeSet::new();
        for (part, decision) in verdict.decisions() {
            let needs = decision.weights.keys();
            for need in needs.filter(|it| is_flat(verdict, decision, it)) {
                flat.extend(place(use_case, part, need).map(|span| (span, need)));
            }
        }
        for (span, need) in flat {
            let title = format!("`{need}` tells no option apart in `{id}`");
            report(
                finding(span, title)
                    .label("every option is worth the same here, and none has a range")
                    .help("delete this need, or answer the question more exactly"),
            );
        }
    }
}

fn is_flat(verdict: &Verdict, decision: &Decision, need: &str) -> bool {
    let values = decision.values.values().filter_map(|it| it.get(need));
    let (least, most) = values.fold((1.0f64, 0.0f64), |(least, most), it| {
        (least.min(*it), most.max(*it))
    });
    let mut options = decision.values.keys();
    most - least < EPS && options.all(|option| verdict.is_exact(decision, option, need))
}

/// Where the need stands: in the component, if it has needs of its own.
fn place(use_case: &Record<UseCase>, part: Option<&str>, need: &str) -> Option<Span> {
    let part = part.and_then(|part| use_case.components.get(part));
    let own = part.map(|it| &it.needs).filter(|it| it.iter().next().is_some());
    let mut needs = own.unwrap_or(&use_case.needs).iter();
    needs.find(|(it, _)| it.id.as_str() == need).map(|(it, _)| it.span)
}
