//! What became of accepted verdicts: which differ, which are new, and which have lost their use case.

use model::Model;

use super::{Difference, Entry, Lock, Recorded};
use crate::{Verdict, Verdicts};

/// What became of a verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The use case.
    pub use_case: String,
    /// How.
    pub how: How,
}

/// In which way a verdict is not the accepted one.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// It was never accepted.
    New(Recorded),
    /// There is no such use case.
    Gone(Recorded),
    /// It is another one: of the whole, of components, or of both.
    Differs(Vec<Difference>),
}

impl Lock {
    /// Every verdict that is not the accepted one, in the order of the use cases. One that cannot be computed today is no
    /// change: why is reported elsewhere.
    pub fn changes(&self, verdicts: &Verdicts, model: &Model) -> Vec<Change> {
        let new = verdicts.iter().filter(|(id, _)| self.get(id).is_none());
        let new = new.map(|(id, verdict)| Change {
            use_case: id.to_string(),
            how: How::New(Recorded::of(&verdict.outcome)),
        });
        let old = self.iter().filter_map(|(id, entry)| {
            let how = match verdicts.get(id) {
                Some(verdict) => {
                    let differences = differences(entry, verdict);
                    (!differences.is_empty()).then_some(How::Differs(differences))
                }
                None if model.use_cases.get(id).is_some() => None,
                None => Some(How::Gone(entry.verdict.clone())),
            };
            let use_case = id.to_owned();
            Some(Change {
                use_case,
                how: how?,
            })
        });
        let mut changes: Vec<_> = new.chain(old).collect();
        changes.sort_by(|a, b| a.use_case.cmp(&b.use_case));
        changes
    }
}

/// What differs between the accepted verdict and that of today: the whole first, then components by id.
fn differences(entry: &Entry, verdict: &Verdict) -> Vec<Difference> {
    let today = Entry::of(verdict, entry.accepted, "");
    let mut out = Vec::new();
    if !entry.verdict.agrees(&today.verdict) {
        out.push(Difference::of(
            None,
            Some(&entry.verdict),
            Some(&today.verdict),
        ));
    }
    let mut names: Vec<_> = entry.parts.keys().chain(today.parts.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (before, now) = (entry.parts.get(name), today.parts.get(name));
        let same = match (before, now) {
            (Some(before), Some(now)) => before.agrees(now),
            _ => false,
        };
        if !same {
            out.push(Difference::of(Some(name), before, now));
        }
    }
    out
}
