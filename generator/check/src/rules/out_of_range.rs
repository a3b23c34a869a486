//! A number, color or text outside what its field allows. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "out-of-range",
    Family::Shape,
    include_str!("../../../../tests/rules/out-of-range.md"),
);
