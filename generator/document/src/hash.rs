//! The content hash of a table: equal exactly if a reader would see the same.

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::Table;

impl Table {
    /// First 16 hex digits of SHA-256 over the table's canonical JSON without revision and dates.
    ///
    /// Canonical: keys in the order of the alphabet, no spaces.
    pub fn content_hash(&self) -> String {
        let mut groups = json!(self.groups);
        let mut sources = json!(self.sources);
        drop_key(&mut groups, "reviewed");
        drop_key(&mut sources, "accessed");
        let mut canonical = json!({
            "columns": self.columns,
            "corner": self.corner,
            "groups": groups,
            "id": self.id,
            "note": self.note,
            "question": self.question,
            "sources": sources,
            "title": self.title,
        });
        // Whether a map keeps its own order depends on a feature that any dependency may switch on.
        canonical.sort_all_objects();
        let hash = Sha256::digest(canonical.to_string());
        hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn drop_key(value: &mut serde_json::Value, key: &str) {
    match value {
        serde_json::Value::Object(map) => {
            map.remove(key);
            map.values_mut().for_each(|it| drop_key(it, key));
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|it| drop_key(it, key)),
        _ => {}
    }
}
