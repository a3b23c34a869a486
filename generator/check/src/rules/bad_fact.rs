//! A fact that contradicts itself. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-fact",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-fact.md"),
);
