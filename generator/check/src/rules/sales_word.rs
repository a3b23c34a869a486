//! Words of advertisements.

use crate::phrases::Phrases;
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "sales-word",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/sales-word.md"),
    run: Some(run),
};

const WORDS: [&str; 35] = [
    "best in class",
    "best of breed",
    "world class",
    "cutting edge",
    "bleeding edge",
    "state of the art",
    "next generation",
    "industry leading",
    "market leading",
    "enterprise grade",
    "battle tested",
    "future proof",
    "blazing fast",
    "blazingly fast",
    "lightning fast",
    "game changer",
    "game changing",
    "one stop shop",
    "seamless",
    "seamlessly",
    "effortless",
    "effortlessly",
    "frictionless",
    "turnkey",
    "robust",
    "powerful",
    "revolutionary",
    "groundbreaking",
    "innovative",
    "unparalleled",
    "unrivaled",
    "unmatched",
    "amazing",
    "awesome",
    "supercharge",
];

fn run(cx: &Context<'_>, report: Report<'_>) {
    Phrases::new(WORDS).each_in(cx, &mut |words, span| {
        let title = format!("`{}` is what advertisements say", words.to_lowercase());
        report(
            finding(span, title).help("say what it does, with a number or a source, or delete it"),
        );
    });
}
