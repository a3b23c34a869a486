//! A setting names a rule that does not exist. Reported by the levels.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unknown-rule",
    Family::Levels,
    include_str!("../../../../tests/rules/unknown-rule.md"),
);
