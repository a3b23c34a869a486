//! The records of a run with what every page asks of them: who refers to whom, and in which order records come.

use std::collections::HashMap;
use std::sync::Arc;

use model::{Id, Kind, Model, Space};
use verdict::{Scores, Verdicts};

/// Records, marks, and an index of references, so that no page has to search them all.
pub(crate) struct Knowledge {
    pub(crate) model: Arc<Model>,
    pub(crate) scores: Arc<Scores>,
    pub(crate) verdicts: Arc<Verdicts>,
    /// Whether code is highlighted.
    pub(crate) colors: bool,
    referrers: HashMap<(Kind, Id), Vec<(Kind, Id)>>,
    tables_of: HashMap<Id, Vec<Id>>,
}

impl Knowledge {
    pub(crate) fn new(model: Arc<Model>, scores: Arc<Scores>, verdicts: Arc<Verdicts>) -> Self {
        let mut referrers: HashMap<(Kind, Id), Vec<(Kind, Id)>> = HashMap::new();
        for reference in &model.references {
            let Some(from) = &reference.from else {
                continue;
            };
            if let Some(kind) = kind_of(&model, reference.space, &reference.id) {
                let key = (kind, reference.id.clone());
                referrers.entry(key).or_default().push(from.clone());
            }
        }
        for owners in referrers.values_mut() {
            owners.sort();
            owners.dedup();
        }
        let mut tables_of: HashMap<Id, Vec<Id>> = HashMap::new();
        for table in &model.tables {
            for row in model.rows_of(table) {
                let tables = tables_of.entry(row.id.clone()).or_default();
                tables.push(table.id.clone());
            }
        }
        Self {
            model,
            scores,
            verdicts,
            colors: true,
            referrers,
            tables_of,
        }
    }

    /// Who refers to a record, each once, by kind and id.
    pub(crate) fn referrers(&self, kind: Kind, id: &Id) -> &[(Kind, Id)] {
        let found = self.referrers.get(&(kind, id.clone()));
        found.map_or(&[], Vec::as_slice)
    }

    /// The records of kind `from` that refer to a record.
    pub(crate) fn referring(&self, from: Kind, kind: Kind, id: &Id) -> impl Iterator<Item = &Id> {
        let all = self.referrers(kind, id).iter();
        all.filter(move |(it, _)| *it == from).map(|(_, id)| id)
    }

    /// The tables that have a row for this dimension.
    pub(crate) fn tables_of(&self, dimension: &Id) -> &[Id] {
        self.tables_of.get(dimension).map_or(&[], Vec::as_slice)
    }

    /// The ids of a kind in the order in which readers meet them: options as columns, dimensions by group, others by name.
    pub(crate) fn in_order(&self, kind: Kind) -> Vec<Id> {
        let model = &self.model;
        match kind {
            Kind::Alternative => {
                let ids = model.columns().into_iter().map(|it| it.id.clone());
                let mut ids: Vec<Id> = ids.collect();
                let rest = model.options.iter().map(|it| it.id.clone());
                let rest: Vec<Id> = rest.filter(|id| !ids.contains(id)).collect();
                ids.extend(rest);
                ids
            }
            Kind::Dimension => {
                let groups = model.manifest.groups.iter();
                let rows = groups.flat_map(|(group, _, _)| model.dimensions_of(group));
                rows.map(|it| it.id.clone()).collect()
            }
            _ => {
                let ids = model.ids(kind).into_iter();
                let name = |id: &Id| model.title_of(kind, id).unwrap_or_default().to_lowercase();
                let mut named: Vec<_> = ids.map(|id| (name(id), id.clone())).collect();
                named.sort();
                named.into_iter().map(|(_, id)| id).collect()
            }
        }
    }
}

/// The kind of record that a reference names; a name in a formula is a quantity, a fact or a cost.
fn kind_of(model: &Model, space: Space, id: &Id) -> Option<Kind> {
    match space {
        Space::Record(kind) => Some(kind),
        Space::Answer => Some(Kind::Alternative),
        Space::Name => [Kind::Quantity, Kind::Fact, Kind::Cost]
            .into_iter()
            .find(|kind| model.has(*kind, id)),
        _ => None,
    }
}
