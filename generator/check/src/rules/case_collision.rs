//! Two files whose names differ only in case. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "case-collision",
    Family::Shape,
    include_str!("../../../../tests/rules/case-collision.md"),
);
