//! A sign that has no meaning in formulas. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-formula",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-formula.md"),
);
