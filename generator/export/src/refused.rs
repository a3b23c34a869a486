//! Why a file cannot be written.

use std::error::Error;
use std::fmt;

use crate::Format;

/// Why a writer refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The format is one that `tradeoff-print` writes.
    Printed(Format),
    /// The format cannot show such a thing: a table, a document or a deck.
    Subject(Format, &'static str),
    /// A character that cannot stand between the fields of a CSV file.
    Separator(char),
    /// The format has no room for it, or its writer failed: why.
    Failed(Format, String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Printed(format) => {
                write!(f, "`{}` is written by `tradeoff-print`", format.name())
            }
            Self::Subject(format, subject) => {
                write!(f, "`{}` cannot show a {subject}: choose ", format.name())?;
                let can = |it: &Format| match *subject {
                    "table" => it.of_table(),
                    "document" => it.of_document(),
                    _ => it.of_deck(),
                };
                let names = Format::ALL.into_iter().filter(can);
                let names: Vec<_> = names.map(|it| format!("`{}`", it.name())).collect();
                f.write_str(&names.join(", "))
            }
            Self::Separator(it) => write!(
                f,
                "{it:?} cannot separate fields: choose a comma, a semicolon, a tab or another sign that is no quote and ends no line"
            ),
            Self::Failed(format, why) => {
                write!(f, "`{}` cannot be written: {why}", format.name())
            }
        }
    }
}

impl Error for Refused {}
