//! The text of one TOML file, line by line.

use std::fmt::{Display, Write};

/// A file on its way. Texts must hold neither quotation marks nor backslashes: they are written as they are.
#[derive(Default)]
pub(super) struct TomlText {
    text: String,
}

impl TomlText {
    /// `key = "value"`
    pub(super) fn text(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.raw(key, format_args!("\"{value}\""))
    }

    /// `key = value`, for numbers, dates, flags and inline tables.
    pub(super) fn raw(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.line(format_args!("{key} = {value}"))
    }

    /// `key = ["a", "b"]`
    pub(super) fn list<T: Display>(&mut self, key: &str, values: &[T]) -> &mut Self {
        let quoted: Vec<_> = values.iter().map(|it| format!("\"{it}\"")).collect();
        self.raw(key, format_args!("[{}]", quoted.join(", ")))
    }

    /// A text of several lines.
    pub(super) fn prose(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.raw(key, format_args!("\"\"\"\n{value}\n\"\"\""))
    }

    /// A blank line and `[name]`; with brackets in `name`, `[[name]]`.
    pub(super) fn table(&mut self, name: impl Display) -> &mut Self {
        self.line(format_args!("\n[{name}]"))
    }

    /// The text.
    pub(super) fn finish(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn line(&mut self, line: impl Display) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{line}");
        self
    }
}
