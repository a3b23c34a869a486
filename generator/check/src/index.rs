//! Indexes over the model, so that no rule searches a list for every record of another.

use std::collections::HashMap;

use model::{Claim, Kind, Model, Record, Reference, Space};
use source::Span;

/// A pro or a con.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spoken<'a> {
    /// [`Kind::Pro`] or [`Kind::Con`].
    pub(crate) kind: Kind,
    /// The claim.
    pub(crate) claim: &'a Record<Claim>,
}

#[derive(Default)]
pub(crate) struct Index<'a> {
    records: HashMap<Kind, Vec<(&'a str, Span)>>,
    referrers: HashMap<Kind, HashMap<&'a str, Vec<&'a Reference>>>,
    by_option: HashMap<&'a str, Vec<Spoken<'a>>>,
    by_dimension: HashMap<&'a str, Vec<Spoken<'a>>>,
}

/// What a name in a formula can be.
const NAMED: [Kind; 3] = [Kind::Quantity, Kind::Fact, Kind::Cost];

impl<'a> Index<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        let mut index = Self::default();
        model.each_record(&mut |record| {
            index
                .records
                .entry(record.kind)
                .or_default()
                .push((record.id.as_str(), record.title));
        });
        for reference in &model.references {
            let id = reference.id.as_str();
            let kind = match reference.space {
                Space::Record(kind) => Some(kind),
                Space::Name => NAMED.into_iter().find(|kind| model.has(*kind, id)),
                Space::Answer => Some(Kind::Alternative),
                Space::Family | Space::Group | Space::Escape => None,
            };
            if let Some(kind) = kind {
                index
                    .referrers
                    .entry(kind)
                    .or_default()
                    .entry(id)
                    .or_default()
                    .push(reference);
            }
        }
        let claims = |kind, records: &'a model::Records<Claim>| {
            records.iter().map(move |claim| Spoken { kind, claim })
        };
        for spoken in claims(Kind::Pro, &model.pros).chain(claims(Kind::Con, &model.cons)) {
            index
                .by_option
                .entry(&spoken.claim.option.id)
                .or_default()
                .push(spoken);
            for dimension in &spoken.claim.dimensions {
                index
                    .by_dimension
                    .entry(&dimension.id)
                    .or_default()
                    .push(spoken);
            }
        }
        index
    }

    pub(crate) fn records(&self, kind: Kind) -> &[(&'a str, Span)] {
        self.records.get(&kind).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn referrers(&self, kind: Kind, id: &str) -> &[&'a Reference] {
        self.referrers
            .get(&kind)
            .and_then(|it| it.get(id))
            .map_or(&[], Vec::as_slice)
    }

    pub(crate) fn spoken_of(&self, option: &str) -> &[Spoken<'a>] {
        self.by_option.get(option).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn spoken_on(&self, dimension: &str) -> &[Spoken<'a>] {
        self.by_dimension.get(dimension).map_or(&[], Vec::as_slice)
    }
}
