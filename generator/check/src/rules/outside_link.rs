//! A symbolic link that leaves the folder. Reported by reading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "outside-link",
    Family::Shape,
    include_str!("../../../../tests/rules/outside-link.md"),
);
