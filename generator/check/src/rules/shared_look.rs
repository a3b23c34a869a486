//! Two options with one symbol or one color.

use std::collections::HashMap;

use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "shared-look",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/shared-look.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let mut seen: HashMap<(&str, String), (Span, &str)> = HashMap::new();
    for option in &cx.model.options {
        let color = &option.color;
        for (what, look, place) in [
            ("symbol", option.symbol.text.as_str(), option.symbol.span),
            ("color on light pages", color.light.as_str(), color.light.span),
            ("color on dark pages", color.dark.as_str(), color.dark.span),
        ] {
            let key = (what, look.to_lowercase());
            let (first, other) = *seen.entry(key).or_insert((place, &option.id));
            if first != place {
                let title = format!("`{}` has the {what} of `{other}`", option.id);
                report(
                    finding(place, title)
                        .also(first, "the same")
                        .help("give each option a look of its own"),
                );
            }
        }
    }
}
