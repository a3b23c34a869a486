//! "Now" in a text that does not say when that is.

use model::Kind;

use crate::phrases::{Phrases, Token, between, own_texts, sentences};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "undated-now",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/undated-now.md"),
    run: Some(run),
};

const WORDS: [&str; 13] = [
    "currently",
    "today",
    "nowadays",
    "recently",
    "lately",
    "presently",
    "these days",
    "right now",
    "as of now",
    "as of today",
    "at present",
    "at the moment",
    "at the time of writing",
];

fn run(cx: &Context<'_>, report: Report<'_>) {
    let phrases = Phrases::new(WORDS);
    for text in own_texts(cx) {
        // The first four say of which day they speak; in a use case "today" is the reader's.
        let dated = |kind| {
            use Kind::{Case, Change, Fact, Statement, UseCase};
            [Case, Change, Fact, Statement, UseCase].contains(&kind)
        };
        if text.from.as_ref().is_some_and(|(kind, _)| dated(*kind)) {
            continue;
        }
        for sentence in sentences(cx.sources.text(text.span)) {
            if sentence.iter().any(is_year) {
                continue;
            }
            let found = (0..sentence.len())
                .map(|at| (at, phrases.length_at(&sentence, at)))
                .find(|it| it.1 > 0);
            let Some((at, length)) = found else { continue };
            let span = between(text, &sentence[at], &sentence[at + length - 1]);
            let title = format!(
                "`{}` is another day for every reader",
                cx.sources.text(span).to_lowercase()
            );
            report(finding(span, title).help("name the month or the version, or delete it: every record says when it was reviewed"));
        }
    }
}

fn is_year(it: &Token<'_>) -> bool {
    it.word.len() == 4
        && it.word.bytes().all(|it| it.is_ascii_digit())
        && (it.word.starts_with("19") || it.word.starts_with("20"))
}
