//! Content hashes: equal exactly if a reader would see the same.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{Document, Slides, Stamp, Subject, Table};

impl Table {
    /// First 16 hex digits of SHA-256 over the table's canonical JSON without revision and dates.
    ///
    /// Canonical: keys in the order of the alphabet, no spaces.
    pub fn content_hash(&self) -> String {
        self.hash_with(json!(self.groups))
    }

    fn hash_with(&self, groups: Value) -> String {
        let seen = json!({
            "columns": self.columns,
            "corner": self.corner,
            "groups": groups,
            "id": self.id,
            "note": self.note,
            "question": self.question,
            "sources": self.sources,
            "title": self.title,
        });
        Canonical::hash(&seen, &[])
    }

    /// What a file with this table says about itself.
    pub fn stamp(&self) -> Stamp {
        let names = self.source_names();
        let groups = json!(self.groups);
        let values = groups.as_array().into_iter().flatten();
        let values = values.filter_map(|it| it["rows"].as_array()).flatten();
        let hashed = self.rows().zip(values);
        let rows = hashed.map(|(row, value)| (row.id.clone(), row_hash(value, &names)));
        Stamp {
            subject: Subject::Table(self.id.clone()),
            selection: self.selection.clone(),
            rows: rows.collect(),
            hash: self.hash_with(groups),
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
fn row_hash(row: &Value, names: &HashMap<u64, &str>) -> String {
    let canonical = Canonical {
        dropped: &["notes"],
        names: Some(names),
        text: Vec::new(),
    };
    let mut hash = canonical.hash_of(row);
    hash.truncate(6);
    hash
}

impl Document {
    /// First 16 hex digits of SHA-256 over its canonical JSON without revision and dates.
    pub fn content_hash(&self) -> String {
        Canonical::hash(&json!(self), &[])
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
        Canonical::hash(
            &json!(self),
            &["stamp", "edition", "printed", "source_notes"],
        )
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

/// Keys that never count: nothing that a reader sees changes by being looked at again.
const DATES: [&str; 4] = ["reviewed", "accessed", "as_of", "revision"];

/// Canonical JSON: keys in the order of the alphabet, no spaces, without the keys that do not count at any depth.
struct Canonical<'a> {
    /// Keys that do not count, besides the dates.
    dropped: &'a [&'a str],
    /// What stands in the place of the numbers below `sources` and `cite`.
    names: Option<&'a HashMap<u64, &'a str>>,
    text: Vec<u8>,
}

impl<'a> Canonical<'a> {
    /// Its hash without the keys `dropped`: 16 hex digits.
    fn hash(value: &Value, dropped: &'a [&'a str]) -> String {
        let text = Vec::new();
        let names = None;
        let canonical = Self {
            dropped,
            names,
            text,
        };
        canonical.hash_of(value)
    }

    fn hash_of(mut self, value: &Value) -> String {
        self.write(value);
        let hash = Sha256::digest(self.text);
        hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn write(&mut self, value: &Value) {
        match value {
            Value::Object(map) => self.write_object(map),
            Value::Array(items) => self.write_all(items),
            scalar => self.write_scalar(scalar),
        }
    }

    fn write_object(&mut self, map: &Map<String, Value>) {
        let counts = |key: &str| !DATES.contains(&key) && !self.dropped.contains(&key);
        // Whether a map keeps its own order depends on a feature that any dependency may switch on.
        let mut entries: Vec<_> = map.iter().filter(|(key, _)| counts(key)).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        self.text.push(b'{');
        for (at, (key, value)) in entries.into_iter().enumerate() {
            if at > 0 {
                self.text.push(b',');
            }
            self.write_scalar(key);
            self.text.push(b':');
            match (key.as_str(), value) {
                ("cite", number) => self.write_scalar(&self.named(number)),
                ("sources", Value::Array(numbers)) if self.names.is_some() => {
                    let mut names: Vec<_> = numbers.iter().map(|it| self.named(it)).collect();
                    names.sort_by_key(ToString::to_string);
                    self.write_all(&names);
                }
                _ => self.write(value),
            }
        }
        self.text.push(b'}');
    }

    fn write_all(&mut self, items: &[Value]) {
        self.text.push(b'[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.text.push(b',');
            }
            self.write(item);
        }
        self.text.push(b']');
    }

    fn write_scalar(&mut self, value: &impl Serialize) {
        // Neither a text nor a number can fail in memory.
        serde_json::to_writer(&mut self.text, value).ok();
    }

    /// The id of the source of this number, or the number if there is none.
    fn named(&self, number: &Value) -> Value {
        let found = self.names.zip(number.as_u64());
        let name = found.and_then(|(names, number)| names.get(&number));
        name.map_or_else(|| number.clone(), |it| Value::from(*it))
    }
}
