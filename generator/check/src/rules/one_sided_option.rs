//! An option of the headline with nothing said for it, or nothing against.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-option",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-option.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    for option in cx.model.headline() {
        let spoken = cx.spoken_of(&option.id);
        for (kind, word) in [(Kind::Pro, "for"), (Kind::Con, "against")] {
            if !spoken.iter().any(|it| it.kind == kind) {
                let title = format!("nothing is said {word} `{}`", option.id);
                let help = format!("add a record to `data/{}/`", kind.folder());
                report(finding(option.name.span, title).help(help));
            }
        }
    }
}
