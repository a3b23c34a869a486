//! A major claim on dimensions where every answer of its option is judged or unknown.

use model::{Basis, Kind, Strength};

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "weak-basis",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/weak-basis.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (kind, claims) in [(Kind::Pro, &cx.model.pros), (Kind::Con, &cx.model.cons)] {
        for claim in claims.iter().filter(|it| it.strength == Strength::Major) {
            let cells = claim
                .dimensions
                .iter()
                .map(|it| cx.model.dimensions.get(&it.id)?.cells.get(&claim.option.id));
            let Some(cells) = cells.collect::<Option<Vec<_>>>() else {
                continue;
            };
            let guessed = |basis| matches!(basis, Some(Basis::Judged) | None);
            let Some(first) = cells
                .first()
                .filter(|_| cells.iter().all(|it| guessed(it.basis)))
            else {
                continue;
            };
            let title = format!(
                "{} is major and rests on judgement alone",
                named(kind, &claim.id)
            );
            let key = if first.basis.is_some() {
                "basis"
            } else {
                "status"
            };
            report(
                finding(claim.fields.value("strength"), title)
                    .also(first.fields.value(key), "the answer that it belongs to")
                    .help("find a measurement or a document for the answer, or call the claim notable"),
            );
        }
    }
}
