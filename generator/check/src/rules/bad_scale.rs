//! A scale that does not say what every answer is worth. Reported when scores are computed.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-scale",
    Family::Scores,
    include_str!("../../../../tests/rules/bad-scale.md"),
);
