//! An amount that overflows. Reported when scores are computed.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "huge-amount",
    Family::Scores,
    include_str!("../../../../tests/rules/huge-amount.md"),
);
