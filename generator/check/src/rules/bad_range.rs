//! A range whose bounds are not in order. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-range",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-range.md"),
);
