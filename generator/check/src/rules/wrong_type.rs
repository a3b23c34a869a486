//! A value of another type than its field. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "wrong-type",
    Family::Shape,
    include_str!("../../../../tests/rules/wrong-type.md"),
);
