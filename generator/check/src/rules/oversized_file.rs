//! A file that is too large to be a record. Reported by reading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "oversized-file",
    Family::Shape,
    include_str!("../../../../tests/rules/oversized-file.md"),
);
