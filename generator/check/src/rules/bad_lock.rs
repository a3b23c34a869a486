//! The lock of the verdicts cannot be read. Reported when it is read.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-lock",
    Family::Decisions,
    include_str!("../../../../tests/rules/bad-lock.md"),
);
