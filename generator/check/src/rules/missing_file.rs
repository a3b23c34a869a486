//! A file of a snippet that is not there. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "missing-file",
    Family::References,
    include_str!("../../../../tests/rules/missing-file.md"),
);
