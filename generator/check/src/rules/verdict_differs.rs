//! A verdict that is not the one that the editor of the use case expects.

use model::{Expectation, Record, UseCase};
use verdict::lock::Recorded;
use verdict::{Decision, meets};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "verdict-differs",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/verdict-differs.md"),
    run: Some(run),
};

/// At most this many contributions are told for each decision.
const TOLD: usize = 3;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for use_case in &cx.model.use_cases {
        let Some(verdict) = cx.verdicts.get(&use_case.id) else {
            continue;
        };
        let expects = &use_case.verdict.expects;
        if meets(&verdict.outcome, &expects.value, cx.model) {
            continue;
        }
        let word = match &expects.value {
            Expectation::Word(word) => word.word(),
            Expectation::Answer(id) => id.as_str(),
        };
        let outcome = Recorded::of(&verdict.outcome).phrase();
        let title = format!("`{}` comes out as {outcome}, expected is `{word}`", use_case.id);
        let mut found = finding(expects.span, title)
            .label("what its editor expects")
            .help("mend the records that are wrong, or say in `[verdict]` why the outcome is right");
        for (part, decision) in verdict.decisions() {
            if let Some(part) = part {
                let phrase = Recorded::of_decision(decision).phrase();
                found = found.note(format!("`{part}` is {phrase}"));
            }
            for contribution in contributions(cx, use_case, decision) {
                found = found.note(contribution);
            }
        }
        report(found);
    }
}

/// The needs that speak loudest for the best option, or against it, beside the expected one or the runner-up.
fn contributions(cx: &Context<'_>, use_case: &Record<UseCase>, decision: &Decision) -> Vec<String> {
    let Some(best) = &decision.best else {
        return Vec::new();
    };
    let expected = expected(cx, use_case, decision).filter(|it| it != best);
    let Some(other) = expected.or_else(|| decision.runner_up.clone()) else {
        return Vec::new();
    };
    let of = |option: &str| decision.contributions.get(option);
    let (Some(own), Some(others)) = (of(best), of(&other)) else {
        return Vec::new();
    };
    let points = own.points.iter().filter_map(|(need, points)| {
        let points = points - others.points.get(need)?;
        Some((need, points))
    });
    let mut points: Vec<_> = points.collect();
    points.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
    let loudest = points.into_iter().take(TOLD);
    loudest
        .map(|(need, points)| {
            format!("`{need}` gives `{best}` {points:+} points of 1000 beside `{other}`")
        })
        .collect()
}

/// The option that is expected; of a family, the one with the highest score.
fn expected(cx: &Context<'_>, use_case: &UseCase, decision: &Decision) -> Option<String> {
    let Expectation::Answer(id) = &use_case.verdict.expects.value else {
        return None;
    };
    if decision.scores.contains_key(id.as_str()) {
        return Some(id.to_string());
    }
    let family = decision.scores.iter().filter(|(option, _)| {
        let option = cx.model.options.get(option);
        option.is_some_and(|it| it.family.id == *id)
    });
    let best = family.max_by(|a, b| a.1.total_cmp(b.1));
    best.map(|(option, _)| option.clone())
}
