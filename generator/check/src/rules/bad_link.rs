//! A link that says no kind, or an address that may not be published. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "bad-link",
    Family::References,
    include_str!("../../../../tests/rules/bad-link.md"),
);
