//! Diagnostics as text. One file per form.

mod concise;
mod full;

use crate::{Diagnostic, Sources};

/// The form of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The source lines with labels under them, and the help.
    #[default]
    Full,
    /// One line per diagnostic: `file:line:column: level[rule] title`.
    Concise,
}

/// Whether the text may carry color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Letters only.
    #[default]
    Plain,
    /// Escape sequences of a terminal.
    Ansi,
}

/// All `diagnostics`, in the order given.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    format: Format,
    palette: Palette,
) -> String {
    match format {
        Format::Full => full::render(diagnostics, sources, palette),
        Format::Concise => concise::render(diagnostics, sources),
    }
}

/// `text` with everything made visible that a terminal or a reviewer would not see as it is: control characters and
/// characters that turn the direction of text. Line breaks and tabs stay.
pub fn visible(text: &str) -> String {
    let hidden = |it: char| {
        let turns = matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{061c}');
        turns || it.is_control() && it != '\n' && it != '\t'
    };
    if !text.contains(hidden) {
        return text.to_owned();
    }
    let show = |it: char| {
        if hidden(it) {
            it.escape_unicode().to_string()
        } else {
            it.to_string()
        }
    };
    text.chars().map(show).collect()
}
