//! The id of a source in plain brackets, where a citation was meant.

use model::{Form, Model};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "bracketed-source",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/bracketed-source.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for text in cx.model.texts.iter().filter(|it| it.form != Form::Title) {
        let raw = cx.sources.text(text.span);
        for (at, _) in raw.match_indices('[') {
            let Some(id) = named(cx.model, raw, at) else {
                continue;
            };
            let title = format!("`[{id}]` cites nothing: it is printed as it stands");
            let help = format!("write `[^{id}]` to cite the source, or `\\[` if brackets are meant");
            let found = finding(text.span.part(at, id.len() + 2), title).help(help);
            // A single word may be a remark of the author that happens to be an id.
            report(if id.contains('-') {
                found.fix(text.span.part(at + 1, 0), "^")
            } else {
                found
            });
        }
    }
}

/// The source that is named by the bracket at `at` and by nothing around it: no link, no code, no escaped sign.
fn named<'t>(model: &Model, raw: &'t str, at: usize) -> Option<&'t str> {
    let (id, after) = raw[at + 1..].split_once(']')?;
    model.sources.get(id)?;
    let before = &raw[..at];
    let code = before.matches('`').count() % 2 == 1;
    let part = before.ends_with(['\\', '[', ']', '!']) || after.starts_with(['(', '[', ':', ']']);
    (!code && !part).then_some(id)
}
