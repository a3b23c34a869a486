//! A folder or file that has no meaning below `data/`. Reported by loading.

use crate::{Family, Rule};

pub(crate) static RULE: Rule = Rule::elsewhere(
    "unknown-folder",
    Family::Shape,
    include_str!("../../../../tests/rules/unknown-folder.md"),
);
