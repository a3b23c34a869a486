//! Words in capitals that are no abbreviations.

use crate::phrases::{Phrases, between, own_texts, sentences};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "shouting",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/shouting.md"),
    run: Some(run),
};

/// What people shout. Any other word in capitals may be an abbreviation that this rule has never heard of.
const SHOUTED: [&str; 30] = [
    "all",
    "always",
    "attention",
    "avoid",
    "best",
    "but",
    "cannot",
    "caution",
    "do",
    "every",
    "free",
    "important",
    "instead",
    "must",
    "never",
    "no",
    "none",
    "not",
    "note",
    "nothing",
    "only",
    "really",
    "should",
    "stop",
    "very",
    "warning",
    "will",
    "without",
    "worst",
    "yes",
];

fn run(cx: &Context<'_>, report: Report<'_>) {
    let shouted = Phrases::new(SHOUTED);
    for text in own_texts(cx) {
        for sentence in sentences(cx.sources.text(text.span)) {
            for (at, it) in sentence.iter().enumerate() {
                let capitals = it.word.chars().all(char::is_uppercase);
                if capitals && shouted.length_at(&sentence, at) == 1 {
                    let title = format!("`{}` is shouted", it.word);
                    let help = format!(
                        "write `{}`, or `**{}**` if it carries the sentence",
                        it.lower, it.lower
                    );
                    report(finding(between(text, it, it), title).help(help));
                }
            }
        }
    }
}
