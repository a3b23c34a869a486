//! An exception without a finding that it accepts. Reported by the levels.

use crate::{Family, LintLevel, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "idle-suppression",
    family: Family::Levels,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/idle-suppression.md"),
    run: None,
};
