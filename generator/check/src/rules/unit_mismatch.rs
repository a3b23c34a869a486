//! A fact where another kind of unit is needed. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unit-mismatch",
    Family::References,
    include_str!("../../../../tests/rules/unit-mismatch.md"),
);
