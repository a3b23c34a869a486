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
        let mut code = false;
        for (at, sign) in raw.match_indices(['[', '`']) {
            code ^= sign == "`";
            let opens = sign == "[" && !code;
            let Some(id) = opens.then(|| named(cx.model, raw, at)).flatten() else {
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

/// The source that is named by the bracket at `at` and by nothing around it: no link, no escaped sign.
fn named<'t>(model: &Model, raw: &'t str, at: usize) -> Option<&'t str> {
    let (before, rest) = (&raw[..at], &raw[at + 1..]);
    // Not further than the next bracket, so that many of them take no longer than other signs.
    let id = &rest[..rest.find(['[', ']'])?];
    let after = rest[id.len()..].strip_prefix(']')?;
    model.sources.get(id)?;
    let part = before.ends_with(['\\', '[', ']', '!']) || after.starts_with(['(', '[', ':', ']']);
    (!part).then_some(id)
}
