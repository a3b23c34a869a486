//! A file name that cannot be an id. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-id",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-id.md"),
);
