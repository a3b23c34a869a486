//! A setting changes the level of a rule that always has the same. Reported by the levels.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "fixed-level",
    Family::Levels,
    include_str!("../../../../tests/rules/fixed-level.md"),
);
