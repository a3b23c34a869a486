//! Hyperlinks of texts, and the relationships that hold their addresses.

use roxmltree::Node;

use crate::package::relationships::{NewRelationship, Target};
use crate::xml::OFFICE;

/// The id of the relationship that an element names as `r:id`.
pub(crate) fn id_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    OFFICE.iter().find_map(|it| node.attribute((*it, "id")))
}

/// The addresses that a new shape leads to, each once.
#[derive(Clone, Debug)]
pub(crate) struct Links {
    addresses: Vec<String>,
    ids: Ids,
}

/// Which ids the addresses have.
#[derive(Clone, Debug)]
enum Ids {
    /// `rId1` and so on, from this number.
    From(usize),
    /// These.
    These(Vec<String>),
}

impl Links {
    /// Links of which the first gets the id `rId{first}`.
    pub(crate) fn from(first: usize) -> Self {
        Self {
            addresses: Vec::new(),
            ids: Ids::From(first),
        }
    }

    /// Links that have these ids, in the order in which their addresses come.
    pub(crate) fn with_ids(ids: Vec<String>) -> Self {
        Self {
            addresses: Vec::new(),
            ids: Ids::These(ids),
        }
    }

    /// The id of the relationship to this address.
    pub(crate) fn id(&mut self, address: &str) -> String {
        let at = self
            .addresses
            .iter()
            .position(|it| it == address)
            .unwrap_or_else(|| {
                self.addresses.push(address.to_owned());
                self.addresses.len() - 1
            });
        match &self.ids {
            Ids::From(first) => format!("rId{}", first + at),
            Ids::These(ids) => ids.get(at).cloned().unwrap_or_default(),
        }
    }

    /// The relationships, in the order of their ids.
    pub(crate) fn relationships(self) -> impl Iterator<Item = NewRelationship> {
        self.addresses.into_iter().map(|it| NewRelationship {
            kind: "hyperlink",
            target: Target::External(it),
        })
    }
}
