//! A field that does not exist. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unknown-field",
    Family::Shape,
    include_str!("../../../../tests/rules/unknown-field.md"),
);
