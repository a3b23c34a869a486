//! The formats: their names, their file extensions, their writers.

use document::Table;

use crate::{Written, csv, markdown};

/// A format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Markdown,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Markdown];

    /// The name that a user gives, which is also the file extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The format of a name.
    pub fn from_extension(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.extension() == name)
    }
}

/// `table` in `format`.
pub fn write(table: &Table, format: Format) -> Written {
    match format {
        Format::Csv => csv::write(table),
        Format::Markdown => markdown::write(table),
    }
}
