//! Markdown that texts of records do not have. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-markup",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-markup.md"),
);
