//! Double braces that print no fact. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-placeholder",
    Family::References,
    include_str!("../../../../tests/rules/bad-placeholder.md"),
);
