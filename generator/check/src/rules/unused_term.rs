//! A term of the glossary that no record links or mentions.

use std::collections::HashMap;

use model::{Kind, Term};
use source::FileId;

use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "unused-term",
    family: Family::Coverage,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unused-term.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let unlinked: Vec<_> = cx
        .unused(Kind::Term)
        .filter_map(|(id, span)| Some((cx.model.glossary.get(id)?, span)))
        .collect();
    if unlinked.is_empty() {
        return;
    }
    let mut names: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
    for (at, (term, _)) in unlinked.iter().enumerate() {
        for name in spellings(term) {
            names.entry(name[0].clone()).or_default().push((name, at));
        }
    }
    let mut mentioned = vec![false; unlinked.len()];
    for text in &cx.model.texts {
        let words: Vec<_> = words(cx.sources.text(text.span))
            .map(|(_, word)| word.to_lowercase())
            .collect();
        for (at, word) in words.iter().enumerate() {
            for (name, term) in names.get(word.as_str()).into_iter().flatten() {
                let own: FileId = unlinked[*term].0.file;
                mentioned[*term] |= text.span.file != own && words[at..].starts_with(name);
            }
        }
    }
    for ((term, span), _) in unlinked
        .iter()
        .zip(mentioned)
        .filter(|(_, mentioned)| !mentioned)
    {
        let help = format!(
            "link it where it is needed, as `[{}](term:{})`, or delete the file",
            term.name, term.id
        );
        report(
            finding(
                *span,
                format!("no record links or mentions the term `{}`", term.id),
            )
            .help(help),
        );
    }
}

/// The words of each name of a term, in the singular and with an `s`; never empty.
fn spellings(term: &Term) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for name in term.aliases.iter().chain([&term.name]) {
        let one: Vec<_> = words(name).map(|(_, word)| word.to_lowercase()).collect();
        let mut many = one.clone();
        if let Some(last) = many.last_mut() {
            last.push('s');
            all.extend([one, many]);
        }
    }
    all
}
