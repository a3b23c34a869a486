//! Content hashes: equal exactly if a reader would see the same.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{Document, Row, Slides, SourceNote, Stamp, Subject, Table};

impl Table {
    /// First 16 hex digits of SHA-256 over the table's canonical JSON without revision and dates.
    ///
    /// Canonical: keys in the order of the alphabet, no spaces.
    pub fn content_hash(&self) -> String {
        hash(json!({
            "columns": self.columns,
            "corner": self.corner,
            "groups": self.groups,
            "id": self.id,
            "note": self.note,
            "question": self.question,
            "sources": self.sources,
            "title": self.title,
        }))
    }

    /// What a file with this table says about itself.
    pub fn stamp(&self) -> Stamp {
        let row = |it: &Row| (it.id.clone(), self.row_hash(it));
        Stamp {
            subject: Subject::Table(self.id.clone()),
            selection: self.selection.clone(),
            hash: self.content_hash(),
            revision: self.revision.clone(),
            as_of: self.as_of.clone(),
            rows: self.rows().map(row).collect(),
        }
    }

    /// First 6 hex digits of the same over one of its rows, in which sources count by their ids: their numbers depend on
    /// the rows above. So do the letters of notes, which are left out beside the reasons that they stand for.
    pub fn row_hash(&self, row: &Row) -> String {
        let mut value = json!(row);
        drop_key(&mut value, "notes");
        name_sources(&mut value, &self.sources);
        let mut hash = hash(value);
        hash.truncate(6);
        hash
    }
}

impl Document {
    /// First 16 hex digits of SHA-256 over its canonical JSON without revision and dates.
    pub fn content_hash(&self) -> String {
        hash(json!(self))
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
        let mut value = json!(self);
        for key in ["stamp", "edition", "printed", "source_notes"] {
            drop_key(&mut value, key);
        }
        hash(value)
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

fn hash(mut value: Value) -> String {
    for key in ["reviewed", "accessed", "as_of", "revision"] {
        drop_key(&mut value, key);
    }
    // Whether a map keeps its own order depends on a feature that any dependency may switch on.
    value.sort_all_objects();
    let hash = Sha256::digest(value.to_string());
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn drop_key(value: &mut Value, key: &str) {
    match value {
        Value::Object(map) => {
            map.remove(key);
            map.values_mut().for_each(|it| drop_key(it, key));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| drop_key(it, key)),
        _ => {}
    }
}

/// Puts ids in the place of the numbers below `sources` and `cite`.
fn name_sources(value: &mut Value, sources: &[SourceNote]) {
    let name = |number: &mut Value| {
        let found = sources
            .iter()
            .find(|it| Some(it.number as u64) == number.as_u64());
        if let Some(source) = found {
            *number = json!(source.id);
        }
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), &mut *value) {
                    ("cite", number) => name(number),
                    ("sources", Value::Array(numbers)) => {
                        numbers.iter_mut().for_each(name);
                        numbers.sort_by_key(ToString::to_string);
                    }
                    _ => name_sources(value, sources),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| name_sources(it, sources)),
        _ => {}
    }
}
