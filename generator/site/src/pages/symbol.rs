//! The sign that stands beside the name of an option, in the option's color.

use model::{Alternative, Record};
use serde::Serialize;

/// A sign and its colors. It stands wherever the name does, so that nothing is told by color alone.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Symbol {
    /// The sign itself, usually one character.
    text: String,
    /// Its color on light pages, `#rrggbb`.
    light: String,
    /// Its color on dark pages, `#rrggbb`.
    dark: String,
}

impl Symbol {
    /// The sign of an option.
    pub(super) fn of(option: &Record<Alternative>) -> Self {
        Self {
            text: option.symbol.text.clone(),
            light: option.color.light.value.as_str().to_owned(),
            dark: option.color.dark.value.as_str().to_owned(),
        }
    }
}
