//! A cell that says nothing, two things, or something its scale has no place for. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-cell",
    Family::Shape,
    include_str!("../../../../tests/rules/bad-cell.md"),
);
