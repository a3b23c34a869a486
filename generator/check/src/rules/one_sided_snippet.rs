//! A snippet whose files are all of one option.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-snippet",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-snippet.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for snippet in &cx.model.snippets {
        let Some(first) = snippet.files.first() else {
            let found = finding(
                snippet.fields.key("files"),
                format!("the snippet `{}` shows no file", snippet.id),
            );
            report(found.help("add the files of two options, or delete the record"));
            continue;
        };
        if snippet
            .files
            .iter()
            .all(|it| it.option.id == first.option.id)
        {
            let title = format!(
                "the snippet `{}` shows only `{}`",
                snippet.id, first.option.id
            );
            let found = finding(snippet.title.span, title);
            report(found.help("add the files of another option: a snippet sets them side by side"));
        }
    }
}
