//! Which record has which name: without case, and with percent signs resolved.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::zip::Record;

/// The names of all records.
#[derive(Debug)]
pub(super) struct Names {
    first: HashMap<String, usize>,
    doubtful: HashSet<String>,
}

/// What names are compared by: OPC compares them without the case of ASCII.
pub(super) fn key(name: &str) -> String {
    name.to_ascii_lowercase()
}

impl Names {
    pub(super) fn of(records: &[Record]) -> Self {
        let mut first = HashMap::new();
        let mut doubtful = HashSet::new();
        for (index, record) in records.iter().enumerate() {
            let key = key(&record.name);
            match first.entry(key.clone()) {
                Entry::Vacant(it) => {
                    it.insert(index);
                }
                Entry::Occupied(_) => {
                    doubtful.insert(key);
                }
            }
        }
        Self { first, doubtful }
    }

    /// The first record of this name.
    pub(super) fn first(&self, name: &str) -> Option<usize> {
        self.first.get(&key(name)).copied()
    }

    /// Whether several records have this name.
    pub(super) fn is_doubtful(&self, name: &str) -> bool {
        self.doubtful.contains(&key(name))
    }

    /// The names that several records have, in no order.
    pub(super) fn doubtful(&self) -> impl Iterator<Item = &str> {
        self.doubtful.iter().map(String::as_str)
    }
}
