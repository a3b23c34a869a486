//! A word that stands twice in a row.

use crate::phrases::{between, own_texts, sentences};
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "doubled-word",
    family: Family::Prose,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/doubled-word.md"),
    run: Some(run),
};

/// Words that may well follow themselves: "what it is is a list", "what they ask for for a reason".
const MAY: [&str; 7] = ["that", "had", "is", "do", "for", "in", "on"];

fn run(cx: &Context<'_>, report: Report<'_>) {
    for text in own_texts(cx) {
        let raw = cx.sources.text(text.span);
        for sentence in sentences(raw) {
            for pair in sentence.windows(2) {
                let [one, other] = pair else { continue };
                // Only white space between them: "go, go" and "scale-to-zero" are meant.
                let apart = !raw[one.end()..other.at].chars().all(char::is_whitespace);
                let number = one.word.starts_with(|it: char| it.is_numeric());
                if one.lower != other.lower || apart || number || MAY.contains(&&*one.lower) {
                    continue;
                }
                let title = format!("`{}` stands twice", one.lower);
                report(finding(between(text, one, other), title).help("delete one of the two"));
            }
        }
    }
}
