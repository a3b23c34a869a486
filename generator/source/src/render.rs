//! Diagnostics as text. One file per form.

mod concise;
mod full;
mod github;
mod json;
mod sarif;

use crate::{Diagnostic, Sources};

pub use sarif::{About, Tool};

/// The form of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format<'a> {
    /// The source lines with labels under them, and the help.
    #[default]
    Full,
    /// One line per diagnostic: `file:line:column: level[rule] title`.
    Concise,
    /// One object of JSON per line.
    Json,
    /// Commands that GitHub turns into annotations of a pull request. `base` is put before every path: the folder of the
    /// project as seen from the root of the repository, with a `/` at the end, or nothing.
    Github {
        /// What is put before every path.
        base: &'a str,
    },
    /// One document of SARIF 2.1.0.
    Sarif(&'a Tool<'a>),
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

/// What the text is shown on. A palette alone is a screen of [`WIDTH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Whether it shows color.
    pub palette: Palette,
    /// How many characters fit on a line; only the full form asks.
    pub width: usize,
}

/// The width of a screen of which nothing is known, such as a file, in characters.
pub const WIDTH: usize = 140;

impl From<Palette> for Screen {
    fn from(palette: Palette) -> Self {
        let width = WIDTH;
        Self { palette, width }
    }
}

/// All `diagnostics`, in the order given. JSON and SARIF hold every character as it is; the other forms are safe to show on
/// a terminal.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    format: Format<'_>,
    screen: impl Into<Screen>,
) -> String {
    match format {
        Format::Full => full::render(diagnostics, sources, screen.into()),
        Format::Concise => concise::render(diagnostics, sources),
        Format::Json => json::render(diagnostics, sources),
        Format::Github { base } => github::render(diagnostics, sources, base),
        Format::Sarif(tool) => sarif::render(diagnostics, sources, tool),
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

/// The title and, if there is one, what is said about the primary span.
fn headline(it: &Diagnostic) -> String {
    if it.primary.text.is_empty() {
        it.title.clone()
    } else {
        format!("{}: {}", it.title, it.primary.text)
    }
}

/// [`headline`], notes and help, one below the other, for viewers that show one text.
fn message(it: &Diagnostic) -> String {
    let mut text = headline(it);
    for note in &it.notes {
        text += "\nnote: ";
        text += note;
    }
    for help in &it.help {
        text += "\nhelp: ";
        text += help;
    }
    text
}

#[cfg(test)]
mod tests;
