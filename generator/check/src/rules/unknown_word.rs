//! A word that its field does not know. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unknown-word",
    Family::Shape,
    include_str!("../../../../tests/rules/unknown-word.md"),
);
