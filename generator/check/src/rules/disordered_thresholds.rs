//! Thresholds of verdicts that are not in order.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "disordered-thresholds",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/disordered-thresholds.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let thresholds = &cx.model.manifest.thresholds;
    let key = |word| thresholds.fields.value(word);
    let all = [
        ("clear", thresholds.clear),
        ("stress", thresholds.stress),
        ("leaning", thresholds.leaning),
        ("depends", thresholds.depends),
    ];
    for (word, percent) in all {
        // At half or less two options could both be clear.
        if !(51..=100).contains(&percent) {
            let found = finding(
                key(word),
                format!("`{word}` is {percent} %, outside 51 to 100"),
            );
            report(
                found.help("write how many of a hundred draws an option must lead, more than half"),
            );
        }
    }
    for (lower, percent) in [
        ("leaning", thresholds.leaning),
        ("stress", thresholds.stress),
    ] {
        if percent > thresholds.clear {
            let found = finding(key(lower), format!("`{lower}` asks for more than `clear`"));
            report(
                found
                    .also(key("clear"), format!("{} %", thresholds.clear))
                    .help("let `clear` be the highest"),
            );
        }
    }
}
