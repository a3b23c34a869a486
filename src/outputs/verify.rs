//! Whether an exported file still says what the data says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use document::{Stamp, Subject, Table};
use serde::Serialize;

use super::manifest::{self, Manifest};

/// What is so about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum State {
    /// It says what the data says.
    Current,
    /// It does not.
    Stale(Changes),
    /// What it shows is not there any more.
    Gone,
}

/// What differs between a file and the data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Changes {
    /// Rows of which something changed, by their names.
    pub(crate) changed: Vec<String>,
    /// Rows that are new.
    pub(crate) added: Vec<String>,
    /// Rows that are not there any more, by their ids.
    pub(crate) removed: Vec<String>,
}

/// What a file shows, by its stamps: one, or that of each table of a workbook.
///
/// # Errors
/// A phrase: it cannot be read, it has no stamp, or, where that can be known, it was changed since.
pub(crate) fn stamps(path: &Path) -> Result<Vec<Stamp>, String> {
    let bytes = fs::read(path).map_err(|error| format!("it cannot be read: {error}"))?;
    let stamps = export::stamps(&bytes);
    match stamps.first().map(|it| &it.subject) {
        Some(Subject::Table(_)) => Ok(stamps),
        // What it consists of has stamps too.
        Some(_) => Ok(stamps.into_iter().take(1).collect()),
        None => match listed(path, &bytes) {
            Some(found) => found.map(|it| vec![it]),
            None => Err("it has no stamp, and no manifest.json beside it lists it: only files that tradeoff wrote can be compared".to_owned()),
        },
    }
}

/// The stamp that a manifest in the file's folder, or in one of the two above it, has for the file.
fn listed(path: &Path, bytes: &[u8]) -> Option<Result<Stamp, String>> {
    let path = path.canonicalize().ok()?;
    for folder in path.ancestors().skip(1).take(4) {
        let Some(manifest) = Manifest::read(folder) else {
            continue;
        };
        let below = path.strip_prefix(folder).ok()?;
        let below = below.to_string_lossy().replace('\\', "/");
        let Some(entry) = manifest.files.get(&below) else {
            continue;
        };
        if entry.sha256 != manifest::sha256(bytes) {
            return Some(Err("it was changed after it was exported".to_owned()));
        }
        return entry.stamp.as_deref().and_then(Stamp::find).map(Ok);
    }
    None
}

/// Compares a stamp with `today`, the stamp of the same made now; with `table` where that is a table.
pub(crate) fn compare(old: &Stamp, today: Option<&Stamp>, table: Option<&Table>) -> State {
    let Some(today) = today else {
        return State::Gone;
    };
    if old.hash == today.hash {
        return State::Current;
    }
    let before: BTreeMap<&str, &str> = pairs(old);
    let after: BTreeMap<&str, &str> = pairs(today);
    let named = |id: &str| {
        let row = table.and_then(|it| it.rows().find(|row| row.id == id));
        row.map_or_else(|| id.to_owned(), |row| row.name.clone())
    };
    let mut changes = Changes::default();
    for (id, hash) in &today.rows {
        match before.get(id.as_str()) {
            None => changes.added.push(named(id)),
            Some(old) if *old != hash => changes.changed.push(named(id)),
            Some(_) => {}
        }
    }
    let removed = old
        .rows
        .iter()
        .filter(|(id, _)| !after.contains_key(id.as_str()));
    changes.removed.extend(removed.map(|(id, _)| id.clone()));
    State::Stale(changes)
}

fn pairs(stamp: &Stamp) -> BTreeMap<&str, &str> {
    let rows = stamp.rows.iter();
    rows.map(|(id, hash)| (id.as_str(), hash.as_str()))
        .collect()
}

/// What a state says, in words.
pub(crate) fn words(state: &State, subject: &Subject) -> String {
    match state {
        State::Current => "up to date".to_owned(),
        State::Gone => format!(
            "stale: there is no `{}` any more",
            super::catalog::name(subject)
        ),
        State::Stale(changes) => {
            let part = |verb: &str, rows: &[String]| {
                (!rows.is_empty()).then(|| format!("{verb} {}", rows.join(", ")))
            };
            let parts = [
                part("changed:", &changes.changed),
                part("new:", &changes.added),
                part("gone:", &changes.removed),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            match parts.is_empty() {
                true => "stale: the rows are the same; columns, title, notes or sources are not"
                    .to_owned(),
                false => format!("stale: {}", parts.join("; ")),
            }
        }
    }
}
