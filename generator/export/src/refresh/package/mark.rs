//! The mark in the description of a shape, `[tradeoff:<table>@<hash>]`: what was written, should the lock be lost.

use document::{Selection, Table};

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The id of the table.
    pub(super) table: String,
    /// Which part of it.
    pub(super) selection: Selection,
    /// The content hash of the table that was written: 16 hex digits.
    pub(super) hash: String,
}

const BEGIN: &str = "[tradeoff:";
const HASH_DIGITS: usize = 16;

/// The mark in a description.
pub(super) fn find(description: &str) -> Option<Mark> {
    let (begin, end) = range(description)?;
    let (what, hash) = description[begin + BEGIN.len()..end].split_once('@')?;
    let (table, selection) = what.split_once('/').unwrap_or((what, ""));
    let hash = hash.get(..HASH_DIGITS)?;
    let is_hash = hash.bytes().all(|it| it.is_ascii_hexdigit());
    is_hash.then(|| Mark {
        table: table.to_owned(),
        selection: Selection::parse(selection),
        hash: hash.to_owned(),
    })
}

/// `description` with the mark of `table` in the place of the one that it has. What else somebody wrote there stays; where
/// nothing stands, a sentence says what the table shows.
pub(super) fn put(description: &str, table: &Table) -> String {
    let selection = match table.selection.is_all() {
        true => String::new(),
        false => format!("/{}", table.selection),
    };
    let mark = format!("{BEGIN}{}{selection}@{}]", table.id, table.content_hash());
    if let Some((begin, end)) = range(description) {
        return format!("{}{mark}{}", &description[..begin], &description[end + 1..]);
    }
    match description.trim_end() {
        "" => format!("Table: {}. {mark}", table.title.trim_end_matches('.')),
        text => format!("{text} {mark}"),
    }
}

/// Where the mark begins, and where its closing bracket stands.
fn range(description: &str) -> Option<(usize, usize)> {
    let begin = description.find(BEGIN)?;
    let length = description[begin..].find(']')?;
    Some((begin, begin + length))
}
