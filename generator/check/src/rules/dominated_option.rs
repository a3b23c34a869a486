//! An option that no use case could choose, whatever weighs how much.

use std::collections::BTreeMap;

use verdict::dominated;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "dominated-option",
    family: Family::Decisions,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/dominated-option.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let Some(n_cases) = cx.cases_enough() else {
        return;
    };
    for option in cx.model.columns() {
        let id = option.id.as_str();
        let mut beaten: BTreeMap<String, &str> = BTreeMap::new();
        let hopeless = cx.verdicts.iter().all(|(use_case, verdict)| {
            verdict.decisions().iter().all(|(_, decision)| {
                let is_out = decision.ruled_out.iter().any(|it| it.option == id);
                let by = dominated(&verdict.problem, decision).remove(id);
                let hopeless = is_out || by.is_some();
                if let Some(by) = by {
                    beaten.entry(by).or_insert(use_case.as_str());
                }
                hopeless
            })
        });
        if !hopeless {
            continue;
        }
        let title = format!("no use case can choose `{id}`, whatever weighs how much");
        let found = finding(option.fields.value("name"), title)
            .label(format!("beaten on every need or ruled out in all {n_cases}"))
            .help("add a use case that it is made for, correct its answers, or compare without it");
        report(match beaten.into_iter().next() {
            Some((by, use_case)) => found.note(format!(
                "in `{use_case}`, `{by}` is at least as good on every need and better on one"
            )),
            None => found,
        });
    }
}
