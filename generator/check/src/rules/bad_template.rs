//! A template of the project that does not parse or fails. Reported when the book is read.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-template",
    Family::Book,
    include_str!("../../../../tests/rules/bad-template.md"),
);
