//! A comparison that does not say with what.

use std::collections::HashSet;

use model::Form;
use source::Span;

use crate::phrases::{Phrases, Token, between, sentences};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "comparison-without-comparand",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/comparison-without-comparand.md"),
    run: Some(run),
};

/// Comparatives that praise or blame; "longer" and "larger" as often name a part of the subject.
const COMPARATIVES: [&str; 27] = [
    "better",
    "worse",
    "faster",
    "quicker",
    "slower",
    "cheaper",
    "costlier",
    "easier",
    "harder",
    "simpler",
    "safer",
    "stronger",
    "weaker",
    "lighter",
    "heavier",
    "more secure",
    "less secure",
    "more expensive",
    "less expensive",
    "more reliable",
    "less reliable",
    "more flexible",
    "less flexible",
    "more complex",
    "less complex",
    "more efficient",
    "less efficient",
];

/// What names the other side.
const COMPARANDS: [&str; 8] = [
    "than", "as", "compared", "against", "versus", "vs", "of", "between",
];
/// What says that there is no comparison: "no faster", "the faster one", "ever cheaper".
const BEFORE: [&str; 6] = ["no", "the", "not", "any", "ever", "never"];

fn run(cx: &Context<'_>, report: Report<'_>) {
    let phrases = Phrases::new(COMPARATIVES);
    let values = values(cx);
    for text in &cx.model.texts {
        let claims = text.from.as_ref().is_some_and(|(kind, _)| {
            use model::Kind::{Con, Limit, Pro, UseCase};
            [Pro, Con, Limit, UseCase].contains(kind)
        });
        if !(claims && text.form == Form::Title || values.contains(&text.span)) {
            continue;
        }
        for sentence in sentences(cx.sources.text(text.span)) {
            let Some((at, length)) = bare(&phrases, &sentence) else {
                continue;
            };
            let span = between(text, &sentence[at], &sentence[at + length - 1]);
            let title = format!("`{}` than what?", cx.sources.text(span).to_lowercase());
            report(
                finding(span, title)
                    .help("name what it is compared with, or give the figure itself"),
            );
        }
    }
}

/// What tables show of the answers.
fn values(cx: &Context<'_>) -> HashSet<Span> {
    let cells = cx.model.dimensions.iter().flat_map(|it| it.cells.iter());
    cells
        .filter_map(|(_, cell)| cell.value.as_ref().map(|it| it.span))
        .collect()
}

/// The first comparative of a sentence that has nothing to be compared with: where it begins and its length in words.
fn bare(phrases: &Phrases, sentence: &[Token<'_>]) -> Option<(usize, usize)> {
    let is = |list: &[&str], it: &Token<'_>| list.contains(&it.lower.as_str());
    if sentence.iter().any(|it| is(&COMPARANDS, it)) {
        return None;
    }
    (0..sentence.len())
        .map(|at| (at, phrases.length_at(sentence, at)))
        .filter(|(_, length)| *length > 0)
        .find(|(at, _)| {
            at.checked_sub(1)
                .is_none_or(|it| !is(&BEFORE, &sentence[it]))
        })
}
