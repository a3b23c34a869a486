//! Two chapters that would be written to one file. Reported when the book is read.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "path-clash",
    Family::Book,
    include_str!("../../../../tests/rules/path-clash.md"),
);
