//! A file in the folder of a snippet that the snippet does not list.

use std::collections::{HashMap, HashSet};

use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unlisted-file",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unlisted-file.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    if !cx.is_complete() {
        return;
    }
    let mut listed = HashSet::new();
    for snippet in &cx.model.snippets {
        listed.extend(
            snippet
                .files
                .iter()
                .map(|it| format!("snippets/{}/{}", snippet.id, it.path.text)),
        );
    }
    let stray: Vec<_> = cx
        .model
        .attachments
        .iter()
        .filter(|(path, _)| !listed.contains(path))
        .collect();
    if stray.is_empty() {
        return;
    }
    let files: HashMap<_, _> = cx
        .sources
        .iter()
        .map(|(id, file)| (file.path.as_str(), id))
        .collect();
    for (path, _) in stray {
        if let Some(file) = files.get(format!("data/{path}").as_str()) {
            let found = finding(
                Span::whole(*file),
                format!("no snippet lists `data/{path}`"),
            );
            report(found.help(
                "add `[[files]]` with its path to the record beside the folder, or delete it",
            ));
        }
    }
}
