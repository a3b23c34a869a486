//! Claims about one option of the headline that are told at far greater length than those about another.

use model::Kind;

use crate::sides::{enough, median, sides};
use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "one-sided-length",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/one-sided-length.md"),
    run: Some(run),
};

/// How many times as long is still fair.
const MOST: f64 = 1.5;

fn run(cx: &Context<'_>, report: Report<'_>) {
    for kind in [Kind::Pro, Kind::Con] {
        let length = |option: &str| {
            let spoken = enough(cx, option, kind)?;
            let words = |span| words(cx.sources.text(span)).count();
            median(spoken.iter().map(|it| words(it.claim.prose.span)).collect())
        };
        let Some(sides) = sides(cx, |option| Some(length(&option.id)? as f64)) else {
            continue;
        };
        let ((short, brief), (long, wordy)) = (sides.least, sides.greatest);
        if long > MOST * short {
            let noun = kind.noun();
            let title = format!(
                "{noun} of `{}` has {short} words, one of `{}` has {long}",
                brief.id, wordy.id
            );
            let found = finding(brief.name.span, title);
            report(
                found
                    .label("in the middle of all")
                    .help("tell both sides at one length"),
            );
        }
    }
}
