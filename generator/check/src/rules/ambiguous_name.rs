//! One name for two things in one space of names. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "ambiguous-name",
    Family::References,
    include_str!("../../../../tests/rules/ambiguous-name.md"),
);
