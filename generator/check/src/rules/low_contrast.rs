//! A color of an option that can hardly be seen on the pages it is meant for.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "low-contrast",
    family: Family::Balance,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/low-contrast.md"),
    run: Some(run),
};

/// What shapes need beside what surrounds them: WCAG 2.2, 1.4.11 Non-text Contrast.
const LEAST: f64 = 3.0;
/// The grounds of the light themes of a book that come nearest to dark, and of the dark ones the lightest.
const GROUNDS: [(&str, &str); 2] = [("light", "#e1e1db"), ("dark", "#161923")];

fn run(cx: &Context<'_>, report: Report<'_>) {
    for option in &cx.model.options {
        let color = &option.color;
        let colors = [&color.light, &color.dark];
        for (color, (pages, ground)) in colors.into_iter().zip(GROUNDS) {
            let place = color.span;
            let Some(contrast) = contrast(color.as_str(), ground).filter(|it| *it < LEAST) else {
                continue;
            };
            let title = format!("`{}` can hardly be seen on {pages} pages", color.as_str());
            let more = if pages == "light" { "darker" } else { "lighter" };
            report(
                finding(place, title)
                    .label(format!("{contrast:.2} to 1 beside `{ground}`"))
                    .help(format!("take a {more} color: shapes need {LEAST} to 1")),
            );
        }
    }
}

/// The contrast ratio of two colors, 1 to 21; nothing for what is no color.
///
/// # Source
/// WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast(a: &str, b: &str) -> Option<f64> {
    let (a, b) = (luminance(a)?, luminance(b)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

fn luminance(color: &str) -> Option<f64> {
    let channel = |at: usize| {
        let value = u8::from_str_radix(color.get(at..at + 2)?, 16).ok()?;
        let value = f64::from(value) / 255.0;
        Some(if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * channel(1)? + 0.7152 * channel(3)? + 0.0722 * channel(5)?)
}

#[cfg(test)]
mod tests {
    use super::contrast;

    /// The ends of the scale by definition, and the gray that WCAG's techniques name as the lightest for text on white.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let rounded = |a, b| contrast(a, b).map(|it| (it * 100.0).round() / 100.0);
        assert_eq!(rounded("#ffffff", "#000000"), Some(21.0));
        assert_eq!(rounded("#336699", "#336699"), Some(1.0));
        assert_eq!(rounded("#767676", "#ffffff"), Some(4.54));
        assert_eq!(rounded("#12345", "#ffffff"), None);
    }
}
