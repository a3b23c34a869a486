//! Pros and cons together: all of them, and the one that a link means.

use model::{Kind, Link, Model, Space};

use crate::Spoken;

/// All pros, then all cons, each sorted by id.
pub(crate) fn claims(model: &Model) -> impl Iterator<Item = Spoken<'_>> {
    let of = |kind| move |claim| Spoken { kind, claim };
    let pros = model.pros.iter().map(of(Kind::Pro));
    pros.chain(model.cons.iter().map(of(Kind::Con)))
}

/// The claim that `link` names, if there is one.
pub(crate) fn linked<'a, S>(model: &'a Model, link: &Link<S>) -> Option<Spoken<'a>> {
    let (kind, records) = match link.space {
        Space::Record(Kind::Pro) => (Kind::Pro, &model.pros),
        Space::Record(Kind::Con) => (Kind::Con, &model.cons),
        _ => return None,
    };
    records.get(&link.id).map(|claim| Spoken { kind, claim })
}

impl Spoken<'_> {
    /// What it is called in a link: `pro:no-battery`.
    pub(crate) fn link(&self) -> String {
        format!("{}:{}", self.kind.link(), self.claim.id)
    }
}
