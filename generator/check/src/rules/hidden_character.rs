//! A character that a reviewer cannot see. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "hidden-character",
    Family::Shape,
    include_str!("../../../../tests/rules/hidden-character.md"),
);
