//! A required field that is not there. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "missing-field",
    Family::Shape,
    include_str!("../../../../tests/rules/missing-field.md"),
);
