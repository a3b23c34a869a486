//! A pro and a con of one option on one dimension that hold at the same time.

use std::collections::HashMap;

use model::{Claim, Kind};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "pro-and-con-on-one-dimension",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/pro-and-con-on-one-dimension.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for dimension in &cx.model.dimensions {
        let mut pros = HashMap::new();
        for spoken in cx.spoken_on(&dimension.id) {
            let claim = spoken.claim;
            let key = (&claim.option.id, condition(cx, claim));
            if spoken.kind == Kind::Pro {
                pros.entry(key).or_insert(claim);
                continue;
            }
            let Some(pro) = pros.get(&key) else { continue };
            let named = claim.dimensions.iter().find(|it| it.id == dimension.id);
            let when = match key.1 {
                Some(_) => "under one condition",
                None => "without a condition",
            };
            let title = format!(
                "`{}` is praised and blamed on `{}` {when}",
                claim.option.id, dimension.id
            );
            report(
                finding(named.map_or(claim.title.span, |it| it.span), title)
                    .also(pro.title.span, "this speaks for it")
                    .help(
                        "say when each of the two holds (`holds-when`), or name another dimension",
                    ),
            );
        }
    }
}

/// The condition as its words, so that spaces and capitals make no difference.
fn condition(cx: &Context<'_>, claim: &Claim) -> Option<String> {
    let text = cx
        .model
        .plain_text(claim.holds_when.as_ref()?)
        .to_lowercase();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
