//! Which scopes of a syntax definition are which kind of token.
//!
//! The theme given to syntect paints with class numbers instead of colors: a handful of classes makes small HTML, and
//! the style sheet decides what they look like.

use std::str::FromStr;

use syntect::highlighting::{Color, ScopeSelectors, Style, StyleModifier, Theme, ThemeItem};

/// The classes of tokens: keyword, string, comment, digits (numbers and other constants), name.
pub const CLASSES: [char; 5] = ['k', 's', 'c', 'd', 'n'];

/// Scopes, and the class they get; the more specific selector wins.
const SCOPES: [(&str, Option<char>); 7] = [
    ("keyword, storage, markup.heading", Some('k')),
    ("keyword.operator, storage.type.function.arrow", None),
    ("keyword.operator.word", Some('k')),
    ("string, markup.raw, markup.inserted", Some('s')),
    ("comment, markup.deleted", Some('c')),
    ("constant", Some('d')),
    (
        "entity.name, entity.other.attribute-name, support, variable.function, variable.annotation, meta.mapping.key string",
        Some('n'),
    ),
];

/// The theme whose "colors" [`class`] reads back.
pub(super) fn theme() -> Theme {
    let item = |(scopes, class): &(&str, Option<char>)| {
        Some(ThemeItem {
            scope: ScopeSelectors::from_str(scopes).ok()?,
            style: StyleModifier {
                foreground: Some(paint(*class)),
                ..StyleModifier::default()
            },
        })
    };
    Theme {
        settings: syntect::highlighting::ThemeSettings {
            foreground: Some(paint(None)),
            ..Default::default()
        },
        scopes: SCOPES.iter().filter_map(item).collect(),
        ..Theme::default()
    }
}

/// The class that `style` stands for; `None` for plain text.
pub(super) fn class(style: Style) -> Option<char> {
    CLASSES
        .into_iter()
        .find(|it| style.foreground == paint(Some(*it)))
}

fn paint(class: Option<char>) -> Color {
    let r = class.map_or(0, |class| class as u8);
    Color {
        r,
        g: 0,
        b: 0,
        a: 255,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_selector_is_understood() {
        assert_eq!(theme().scopes.len(), SCOPES.len());
    }

    #[test]
    fn a_class_survives_the_theme() {
        for class_name in CLASSES {
            let style = Style {
                foreground: paint(Some(class_name)),
                ..Style::default()
            };
            assert_eq!(class(style), Some(class_name));
        }
        assert_eq!(
            class(Style {
                foreground: paint(None),
                ..Style::default()
            }),
            None
        );
    }

    const STYLE: &str = include_str!("../../../../book/theme/page.css");

    /// The declarations of the first rule with `selector`, as `name: value`.
    fn rule<'a>(style: &'a str, selector: &str) -> Vec<&'a str> {
        let (_, rest) = style
            .split_once(&format!("{selector} {{"))
            .unwrap_or_else(|| panic!("no {selector}"));
        let (body, _) = rest.split_once('}').unwrap();
        body.split(';')
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect()
    }

    #[test]
    fn the_style_sheet_colors_every_class() {
        for class in CLASSES {
            let color = rule(STYLE, &format!(".hl .{class}"))[0];
            assert!(color.starts_with("color: var(--code-"), "{color}");
        }
    }

    /// Relative luminance (WCAG 2.2) of `#rrggbb`.
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_color_can_be_read_in_every_theme() {
        assert!((contrast("#ffffff", "#000000") - 21.0).abs() < 1e-9);
        let (_, dark) = STYLE.split_once("prefers-color-scheme: dark").unwrap();
        let themes = [
            "html:not(.js)",
            "html.rust",
            "html.coal",
            "html.navy",
            "html.ayu",
        ];
        let rules = themes.map(|theme| (theme, rule(STYLE, theme)));
        for (theme, rule) in rules
            .into_iter()
            .chain([("without script", rule(dark, "html:not(.js)"))])
        {
            let colors: Vec<(&str, &str)> =
                rule.iter().filter_map(|it| it.split_once(": ")).collect();
            assert_eq!(
                (colors.len(), colors[0].0),
                (7, "--code-background"),
                "{theme}"
            );
            for (name, color) in &colors[1..] {
                let contrast = contrast(color, colors[0].1);
                assert!(contrast >= 4.5, "{theme}: {name} {contrast:.2}");
            }
        }
    }
}
