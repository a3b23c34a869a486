//! Ids: how they are written and which words they may not be.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The id of a record: lower case, digits and single hyphens, `[a-z][a-z0-9]*(-[a-z0-9]+)*`. Cheap to copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdProblem {
    /// It is not written as ids are.
    Form,
    /// It is a word with another meaning: of formulas, of a workload, or a device name that no file on Windows can have.
    Reserved,
}

const RESERVED: [&str; 11] = [
    "and", "or", "not", "min", "max", "ceil", "floor", "con", "prn", "aux", "nul",
];

impl Id {
    /// The id `text`, unchecked: it may be a reference to something that does not exist.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// What keeps `text` from being the id of a record, if anything does.
    pub fn problem(text: &str) -> Option<IdProblem> {
        let part = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
        };
        if !text.starts_with(|it: char| it.is_ascii_lowercase()) || !text.split('-').all(part) {
            Some(IdProblem::Form)
        } else if RESERVED.contains(&text) || text == "unstated" {
            Some(IdProblem::Reserved)
        } else {
            None
        }
    }

    /// The id nearest to `text`, for texts that only differ in case, spaces or punctuation; it may still be reserved.
    pub fn nearest(text: &str) -> Option<String> {
        let mut parts: Vec<String> = text
            .split(|it: char| !it.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        while parts
            .first()
            .is_some_and(|part| part.starts_with(|it: char| it.is_ascii_digit()))
        {
            parts.remove(0);
        }
        (!parts.is_empty()).then(|| parts.join("-"))
    }

    /// The text of the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Id {
    fn default() -> Self {
        Self::new("")
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_lower_case_words_joined_by_single_hyphens() {
        for good in ["a", "eks", "k8s-1", "lambda-init-rust", "c2-3-4"] {
            assert_eq!(Id::problem(good), None, "{good}");
        }
        for bad in [
            "", "A", "1a", "a_b", "a--b", "-a", "a-", "ä", "a b", "a/b", "..",
        ] {
            assert_eq!(Id::problem(bad), Some(IdProblem::Form), "{bad}");
        }
        for reserved in ["and", "con", "unstated"] {
            assert_eq!(
                Id::problem(reserved),
                Some(IdProblem::Reserved),
                "{reserved}"
            );
        }
    }

    #[test]
    fn the_nearest_id_keeps_the_words() {
        assert_eq!(Id::nearest("Cold_Start").as_deref(), Some("cold-start"));
        assert_eq!(Id::nearest("2 much").as_deref(), Some("much"));
        assert_eq!(Id::nearest("???"), None);
    }
}
