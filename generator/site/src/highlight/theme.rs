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
}
