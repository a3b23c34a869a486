//! A list of chapters that mdBook cannot read. Reported when the book is read.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-summary",
    Family::Book,
    include_str!("../../../../tests/rules/bad-summary.md"),
);
