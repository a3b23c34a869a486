//! Words that make a sentence sound truer or lighter and say nothing.

use crate::phrases::Phrases;
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "weasel-word",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/weasel-word.md"),
    run: Some(run),
};

/// Words that are nearly always idle in a comparison; those that often carry meaning ("just", "quite") are left out.
const WORDS: [&str; 20] = [
    "very",
    "really",
    "extremely",
    "incredibly",
    "obviously",
    "of course",
    "needless to say",
    "as everybody knows",
    "as everyone knows",
    "it is well known",
    "simply",
    "easily",
    "basically",
    "essentially",
    "arguably",
    "virtually",
    "a lot of",
    "lots of",
    "tons of",
    "many experts",
];

fn run(cx: &Context<'_>, report: Report<'_>) {
    Phrases::new(WORDS).each_in(cx, &mut |words, span| {
        let title = format!(
            "`{}` says nothing that can be checked",
            words.to_lowercase()
        );
        report(finding(span, title).help("delete it, or say how much, how often or for whom"));
    });
}
