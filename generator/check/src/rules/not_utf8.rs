//! A file with a byte that is no UTF-8. Reported by reading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "not-utf8",
    Family::Shape,
    include_str!("../../../../tests/rules/not-utf8.md"),
);
