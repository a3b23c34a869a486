//! Content hashes: equal exactly if a reader would see the same.

use std::collections::HashMap;

use serde::Serialize;

use crate::canonical::Canonical;
use crate::{Column, Document, Row, RowGroup, Run, Slides, SourceNote, Stamp, Subject, Table};

/// What a reader of a table sees of it.
#[derive(Serialize)]
struct Seen<'a> {
    columns: &'a [Column],
    corner: &'a str,
    groups: &'a [RowGroup],
    id: &'a str,
    note: &'a [Run],
    question: &'a [Run],
    sources: &'a [SourceNote],
    title: &'a str,
}

impl Table {
    /// First 16 hex digits of SHA-256 over the table's canonical JSON without revision and dates.
    ///
    /// Canonical: keys in the order of the alphabet, no spaces.
    pub fn content_hash(&self) -> String {
        let seen = Seen {
            columns: &self.columns,
            corner: &self.corner,
            groups: &self.groups,
            id: &self.id,
            note: &self.note,
            question: &self.question,
            sources: &self.sources,
            title: &self.title,
        };
        Canonical::default().hash(&seen)
    }

    /// What a file with this table says about itself.
    pub fn stamp(&self) -> Stamp {
        let names = self.source_names();
        let rows = self
            .rows()
            .map(|row| (row.id.clone(), row_hash(row, &names)));
        Stamp {
            subject: Subject::Table(self.id.clone()),
            selection: self.selection.clone(),
            rows: rows.collect(),
            hash: self.content_hash(),
            revision: self.revision.clone(),
            as_of: self.as_of.clone(),
        }
    }

    fn source_names(&self) -> HashMap<u64, &str> {
        let named = self.sources.iter();
        let named = named.map(|it| (it.number as u64, it.id.as_str()));
        named.collect()
    }
}

/// First 6 hex digits of the same over a row, in which sources count by their ids: their numbers depend on the rows above. So do
/// the letters of notes, which are left out beside the reasons that they stand for.
fn row_hash(row: &Row, names: &HashMap<u64, &str>) -> String {
    let canonical = Canonical {
        dropped: &["notes"],
        names: Some(names),
    };
    let mut hash = canonical.hash(row);
    hash.truncate(6);
    hash
}

impl Document {
    /// First 16 hex digits of SHA-256 over its canonical JSON without revision and dates.
    pub fn content_hash(&self) -> String {
        Canonical::default().hash(self)
    }

    /// What a file with this document says about itself.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            subject: self.subject.clone(),
            selection: crate::Selection::default(),
            hash: self.content_hash(),
            revision: self.revision.clone(),
            as_of: self.as_of.clone(),
            rows: Vec::new(),
        }
    }
}

impl Slides {
    /// First 16 hex digits of SHA-256 over its canonical JSON without revision and dates, also where they stand in a text.
    pub fn content_hash(&self) -> String {
        let canonical = Canonical {
            dropped: &["stamp", "edition", "printed", "source_notes"],
            names: None,
        };
        canonical.hash(self)
    }

    /// What a file with these slides says about itself.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            subject: self.subject.clone(),
            selection: crate::Selection::default(),
            hash: self.content_hash(),
            revision: self.revision.clone(),
            as_of: self.as_of.clone(),
            rows: Vec::new(),
        }
    }
}
