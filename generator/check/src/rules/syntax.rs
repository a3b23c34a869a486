//! A file that is no TOML. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "syntax",
    Family::Shape,
    include_str!("../../../../tests/rules/syntax.md"),
);
