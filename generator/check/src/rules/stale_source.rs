//! A source that was not read for longer than the manifest allows.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "stale-source",
    family: Family::Freshness,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/stale-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let limit = i64::from(cx.model.manifest.freshness.days);
    for source in &cx.model.sources {
        let age = cx.today.days() - source.accessed.days();
        if age > limit {
            let title = format!("the source `{}` was last read {age} days ago", source.id);
            let help = "open it, see whether it still shows what it is cited for, and set `accessed` to today";
            report(
                finding(source.fields.value("accessed"), title)
                    .label(format!("more than {limit} days"))
                    .help(help),
            );
        }
    }
}
