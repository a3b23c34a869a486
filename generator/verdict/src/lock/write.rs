//! Writes the lock: what changed anew, everything else byte for byte as it was.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Write};

use source::FileId;

use super::{Entry, Lock, Recorded};

/// What stands above the first entry of a new lock.
const HEAD: &str = "\
# The verdicts of this comparison as they were accepted, written by `tradeoff accept`.
# An edit that changes one fails `tradeoff check` until somebody says why.";

/// No text of the lock reads back as these entries: an option or a component has the name of a field of the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the lock cannot hold these verdicts: an option is called `weight`, or a component like a field of the \
             lock (`word`, `best`, `depends`, `inputs`, `accepted`, `because`); rename it",
        )
    }
}

impl Error for Unwritable {}

impl Lock {
    /// The text of the lock after `changes`: entries that are new or others, and nothing for those that go. `text` is
    /// what this lock was read from; entries that stay keep their bytes.
    ///
    /// # Errors
    /// [`Unwritable`].
    pub fn rewritten(
        &self,
        text: &str,
        changes: &BTreeMap<String, Option<Entry>>,
    ) -> Result<String, Unwritable> {
        let mut entries = self.entries.clone();
        for (id, change) in changes {
            match change {
                Some(entry) => drop(entries.insert(id.clone(), entry.clone())),
                None => drop(entries.remove(id)),
            }
        }
        let fresh = |id: &String, entry: &Entry| (id.clone(), entry_text(id, entry));
        let mut texts: BTreeMap<_, _> = entries.iter().map(|(id, it)| fresh(id, it)).collect();
        let (head, kept) = self.cut(text);
        let all_fresh = joined(HEAD, &texts);
        let kept = kept
            .into_iter()
            .filter(|(id, _)| !changes.contains_key(*id));
        texts.extend(kept.map(|(id, it)| (id.to_owned(), it.to_owned())));
        let head = if head.is_empty() { HEAD } else { head };
        // Entries that somebody has moved by hand cannot be cut out: then all are written anew.
        [joined(head, &texts), all_fresh]
            .into_iter()
            .find(|it| says(it, &entries))
            .ok_or(Unwritable)
    }

    /// What stands above the first entry, and the text of each, up to the next.
    fn cut<'t>(&self, text: &'t str) -> (&'t str, Vec<(&str, &'t str)>) {
        let mut starts: Vec<_> = self
            .spans
            .iter()
            .map(|(id, span)| (line_start(text, span.range().start), id.as_str()))
            .collect();
        starts.sort_unstable();
        let first = starts.first().map_or(text.len(), |it| it.0);
        let ends = starts.iter().skip(1).map(|it| it.0).chain([text.len()]);
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim_end();
        let entries = starts.iter().zip(ends);
        let entries = entries.map(|((start, id), end)| (*id, part(*start, end)));
        (part(0, first), entries.collect())
    }
}

fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |it| it + 1)
}

fn joined(head: &str, texts: &BTreeMap<String, String>) -> String {
    let parts = std::iter::once(head).chain(texts.values().map(String::as_str));
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Whether `text` reads back as `entries`.
fn says(text: &str, entries: &BTreeMap<String, Entry>) -> bool {
    let (lock, found) = Lock::read(text, FileId::default());
    found.is_empty() && lock.entries == *entries
}

fn entry_text(id: &str, entry: &Entry) -> String {
    let Entry {
        verdict,
        parts,
        inputs,
        accepted,
        because,
    } = entry;
    let mut out = format!("[{id}]\n");
    recorded(verdict, &mut out);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "inputs = {}", quoted(inputs));
    let _ = writeln!(out, "accepted = {accepted}\nbecause = {}", quoted(because));
    values(id, verdict, &mut out);
    for (part, verdict) in parts {
        let name = format!("{id}.{part}");
        let _ = writeln!(out, "\n[{name}]");
        recorded(verdict, &mut out);
        values(&name, verdict, &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

fn recorded(it: &Recorded, out: &mut String) {
    let mut field = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name} = {value}");
    };
    field("word", &quoted(&it.word));
    let texts = [
        ("depends", &it.depends),
        ("best", &it.best),
        ("runner-up", &it.runner_up),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            field(name, &quoted(value));
        }
    }
    // A whole with components has no draws of its own.
    if it.draws > 0 {
        field("first", &counts(&it.first));
        field("stress", &counts(&it.stress));
        let ruled_out: Vec<_> = it.ruled_out.iter().map(|it| quoted(it)).collect();
        field("ruled-out", &format!("[{}]", ruled_out.join(", ")));
        field("draws", &it.draws.to_string());
    }
}

fn values(name: &str, it: &Recorded, out: &mut String) {
    if it.values.is_empty() {
        return;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(out, "[{name}.values]");
    for (dimension, row) in &it.values {
        let options = row.options.iter();
        let options = options.map(|(option, value)| format!(", {option} = {value}"));
        let options: String = options.collect();
        let _ = writeln!(out, "{dimension} = {{ weight = {}{options} }}", row.weight);
    }
}

fn counts(counts: &BTreeMap<String, u32>) -> String {
    let counts = counts.iter().map(|(id, it)| format!("{id} = {it}"));
    format!("{{ {} }}", counts.collect::<Vec<_>>().join(", "))
}

/// A text between quotation marks: what JSON escapes, and one sign more.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{7f}', "\\u007f")
}
