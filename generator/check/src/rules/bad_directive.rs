//! A directive of a chapter that cannot be followed. Reported when the book is read.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-directive",
    Family::Book,
    include_str!("../../../../tests/rules/bad-directive.md"),
);
