//! Changes: what became different, for readers who come back.

use crate::decode::record;
use crate::reference::Spaces;
use crate::{Date, Kind, Link, Prose, Space, Title};

record! {
    /// A change worth telling.
    pub struct Change {
        /// The day it was entered.
        required date: Date,
        /// What changed.
        required title: Title,
        /// The records concerned, as `kind:id`.
        required records: Vec<Link<AnyRecord>>,
        /// What it was, what it is, and what follows.
        required text: Prose,
    }
}

/// Any kind of record.
#[derive(Debug, PartialEq)]
pub struct AnyRecord;

impl Spaces for AnyRecord {
    const SPACES: &'static [Space] = &ANY;
}

const ANY: [Space; Kind::ALL.len()] = {
    let mut spaces = [Space::Family; Kind::ALL.len()];
    let mut at = 0;
    while at < spaces.len() {
        spaces[at] = Space::Record(Kind::ALL[at]);
        at += 1;
    }
    spaces
};
