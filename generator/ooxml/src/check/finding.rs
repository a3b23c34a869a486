//! One thing that is wrong with a presentation.

use std::fmt;

use crate::visible::visible;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of fault it is, such as `ragged-row`.
    pub rule: &'static str,
    /// The part that has it.
    pub part: String,
    /// What is wrong, in a phrase.
    pub what: String,
}

impl Finding {
    pub(super) fn of(rule: &'static str, part: &str, what: impl Into<String>) -> Self {
        Self {
            rule,
            part: part.to_owned(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: `{}` {}",
            self.rule,
            visible(&self.part),
            visible(&self.what)
        )
    }
}
