//! Why a lock cannot be used.

use std::fmt;

use super::VERSION;

/// Why a lock cannot be used. As text, what is wrong and what to do; whoever shows it says which file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockError {
    /// It is not JSON, or not of the form of a lock.
    Form {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        what: String,
    },
    /// A shape of it contradicts itself.
    Shape {
        /// The name of the shape.
        name: String,
        /// What is wrong with it.
        what: String,
    },
    /// It was written by a newer program: its version.
    Newer(u64),
    /// None of these shapes, which are all that it knows, is in the deck.
    Foreign(Vec<String>),
}

/// What helps against a lock that is broken.
const REMEDY: &str =
    "take the file from a backup or, if there is none, remove it and run `tradeoff deck adopt`";

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form { line, what } => write!(f, "line {line}: {}: {REMEDY}", visible(what)),
            Self::Shape { name, what } => {
                write!(
                    f,
                    "the shape `{}` {}: {REMEDY}",
                    visible(name),
                    visible(what)
                )
            }
            Self::Newer(version) => write!(
                f,
                "written by a newer program: its version is {version}, and this program knows {VERSION}: install a newer `tradeoff`"
            ),
            Self::Foreign(names) => {
                let names: Vec<_> = names
                    .iter()
                    .map(|it| format!("`{}`", visible(it)))
                    .collect();
                write!(
                    f,
                    "belongs to another deck: this one has no shape named {}: rename the file to stand beside its deck, or remove it",
                    names.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for LockError {}

/// A text of a file on a terminal.
fn visible(text: &str) -> String {
    crate::refresh::words::visible(text)
}
