//! A name that leads nowhere. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unknown-reference",
    Family::References,
    include_str!("../../../../tests/rules/unknown-reference.md"),
);
