//! Ranks beside swings, or a need with neither or both. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "mixed-weights",
    Family::Shape,
    include_str!("../../../../tests/rules/mixed-weights.md"),
);
