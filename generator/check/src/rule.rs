//! What a rule is: its name, what it is about, its case file and the function that looks.

use model::{Kind, LintLevel};
use source::{Diagnostic, Span};

use crate::{Context, Family};

/// Takes what a rule finds. The id and the level of a finding are set by the caller.
pub(crate) type Report<'r> = &'r mut dyn FnMut(Diagnostic);

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, for what it flags: "allow `uncited-cell`" reads well.
    pub id: &'static str,
    /// What it is about.
    pub family: Family,
    /// What its findings do unless the manifest says otherwise.
    pub level: LintLevel,
    /// The text of its case file.
    pub case: &'static str,
    /// Looks at the whole model; nothing for a rule that is reported elsewhere: by loading, by the book, by the levels.
    pub run: Option<fn(&Context<'_>, Report<'_>)>,
}

impl Rule {
    /// A rule that is reported elsewhere, always as an error.
    pub(crate) const fn elsewhere(id: &'static str, family: Family, case: &'static str) -> Self {
        let (level, run) = (LintLevel::Deny, None);
        Self {
            id,
            family,
            level,
            case,
            run,
        }
    }

    /// What it flags, in one sentence: the second line of its case file.
    pub fn sentence(&self) -> &'static str {
        self.case.lines().nth(1).unwrap_or_default()
    }

    /// Whether it depends on the day, so that a finding comes by waiting and an exception may be for one of tomorrow.
    pub fn waits(&self) -> bool {
        self.family == Family::Freshness || self.id == "decisive-and-stale"
    }

    /// Whether no project may change its level: nothing can be made of records that cannot be read.
    pub fn is_fixed(&self) -> bool {
        self.run.is_none() && self.level == LintLevel::Deny
    }
}

/// A finding at `span`: a phrase in lower case without a full stop, with literals in backticks.
pub(crate) fn finding(span: Span, title: impl Into<String>) -> Diagnostic {
    Diagnostic::error("", span, title)
}

/// What a record is called within a sentence: "the fact `lambda-timeout`".
pub(crate) fn named(kind: Kind, id: &str) -> String {
    let noun = kind
        .noun()
        .split_once(' ')
        .map_or(kind.noun(), |(_, noun)| noun);
    format!("the {noun} `{id}`")
}

/// Ids as they stand in a sentence: "`a`, `b` and `c`".
pub(crate) fn listed<'i>(ids: impl IntoIterator<Item = &'i str>) -> String {
    let quoted: Vec<_> = ids.into_iter().map(|id| format!("`{id}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
