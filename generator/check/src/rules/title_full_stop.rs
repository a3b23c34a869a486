//! A title that ends in a full stop.

use model::Form;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "title-full-stop",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/title-full-stop.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let titles = cx.model.texts.iter().filter(|it| it.form == Form::Title);
    for text in titles {
        let raw = cx.sources.text(text.span);
        let inner = raw.trim_end_matches(['"', '\'']).trim_end();
        let Some(title) = inner.strip_suffix('.') else {
            continue;
        };
        // An ellipsis or an abbreviation is no full stop.
        let last = title.rsplit(char::is_whitespace).next().unwrap_or_default();
        if last.contains('.') || ["etc", "Inc", "Ltd", "Co", "vs"].contains(&last) {
            continue;
        }
        let stop = text.span.part(title.len(), 1);
        report(
            finding(stop, "a title ends in a full stop")
                .help("delete it")
                .fix(stop, ""),
        );
    }
}
