//! Which part of a table is wanted: some of its options, or only the rows in which they differ.

use std::fmt;

use serde::Serialize;

/// A part of a table; by default all of it.
///
/// As text, `containers+serverless!differing`: the options in the order in which they were asked for, and `!differing` if only
/// such rows are wanted. Nothing at all for the whole table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Selection {
    /// The options, in the order of the columns that are wanted; nothing for all of the record.
    pub options: Option<Vec<String>>,
    /// Whether rows in which all options have the same answer are left out.
    pub differing: bool,
}

const DIFFERING: &str = "!differing";

impl Selection {
    /// Whether it is the whole table.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The selection that was written as `text`.
    pub fn parse(text: &str) -> Self {
        let (options, differing) = match text.strip_suffix(DIFFERING) {
            Some(options) => (options, true),
            None => (text, false),
        };
        let ids = options.split('+').filter(|it| !it.is_empty());
        let options: Vec<String> = ids.map(str::to_owned).collect();
        Self {
            options: (!options.is_empty()).then_some(options),
            differing,
        }
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.options.as_deref().unwrap_or_default().join("+"))?;
        f.write_str(if self.differing { DIFFERING } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_read_as_it_was_written() {
        let two = Some(vec!["a".to_owned(), "b-c".to_owned()]);
        for (options, differing, text) in [
            (None, false, ""),
            (None, true, "!differing"),
            (two.clone(), false, "a+b-c"),
            (two, true, "a+b-c!differing"),
        ] {
            let selection = Selection { options, differing };
            assert_eq!(selection.to_string(), text);
            assert_eq!(Selection::parse(text), selection);
        }
    }
}
