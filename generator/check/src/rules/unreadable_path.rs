//! A file or folder that cannot be opened. Reported by reading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unreadable-path",
    Family::Shape,
    include_str!("../../../../tests/rules/unreadable-path.md"),
);
