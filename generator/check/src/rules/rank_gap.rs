//! Ranks with a number left out: only their order counts, so the gap says nothing, or a need is missing.

use model::{Dimension, Keyed, Need};
use source::{Diagnostic, Span};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "rank-gap",
    family: Family::Decisions,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/rank-gap.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for use_case in &cx.model.use_cases {
        let parts = use_case.components.iter();
        let parts = parts.map(|(_, _, part)| &part.needs);
        for needs in std::iter::once(&use_case.needs).chain(parts) {
            gaps(needs, report);
        }
    }
}

/// Reports the first gap; the fix numbers all ranks anew, in the same order.
fn gaps(needs: &Keyed<Dimension, Need>, report: Report<'_>) {
    let ranks = needs.iter();
    let ranks = ranks.filter_map(|(_, it)| Some((it.rank.as_ref()?.value, it.fields.value("rank"))));
    let mut ranks: Vec<(u32, Span)> = ranks.collect();
    ranks.sort_unstable();
    let (mut last, mut place): (u32, u32) = (0, 0);
    let mut found: Option<Diagnostic> = None;
    let mut edits = Vec::new();
    for (rank, span) in ranks {
        if rank > last {
            place += 1;
        }
        if rank > place && found.is_none() {
            let title = match last {
                0 => format!("the first rank is {rank}"),
                _ => format!("rank {rank} follows rank {last}"),
            };
            let help = "number the needs without gaps, or add the one that is missing; who means a distance states swings";
            found = Some(
                finding(span, title)
                    .label(format!("only the order counts: the same as {place}"))
                    .help(help),
            );
        }
        if rank != place {
            edits.push((span, place.to_string()));
        }
        last = rank;
    }
    if let Some(found) = found {
        let fixed = edits.into_iter();
        report(fixed.fold(found, |found, (span, text)| found.fix(span, text)));
    }
}
