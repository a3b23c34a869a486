//! Least values of marks that are not in order.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "disordered-marks",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/disordered-marks.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let marks = &cx.model.manifest.marks;
    let least = [
        ("strong", marks.strong),
        ("good", marks.good),
        ("mixed", marks.mixed),
    ];
    for (at, (word, value)) in least.into_iter().enumerate() {
        let span = marks.fields.value(word);
        if !(0.0..=1.0).contains(&value) {
            let found = finding(
                span,
                format!("the least value of `{word}` is outside 0 to 1"),
            );
            report(found.help(
                "write the least central value that earns the mark, from 0 (worst) to 1 (best)",
            ));
        } else if let Some((above, higher)) = at.checked_sub(1).and_then(|it| least.get(it))
            && value >= *higher
        {
            let found = finding(span, format!("`{word}` asks for as much as `{above}`"));
            report(
                found
                    .also(marks.fields.value(above), format!("{higher}"))
                    .help("let the values fall from `strong` to `mixed`"),
            );
        }
    }
}
