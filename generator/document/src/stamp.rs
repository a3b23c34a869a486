//! The stamp of an exported file: what it shows, and of which data, so that it can be compared with today's.
//!
//! One line of text, the same in every format that can carry it:
//!
//! ```text
//! tradeoff:feature-comparison@0123456789abcdef data 1a2b3c4d as of 2026-11-23 rows cost-idle:ab12cd cost-load:34ef56
//! tradeoff:feature-comparison/containers+serverless!differing@0123456789abcdef data 1a2b3c4d rows cost-idle:ab12cd
//! tradeoff:use-case:video-transcode@0123456789abcdef data 1a2b3c4d as of 2026-11-23
//! ```

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Selection;

/// What a file shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The table of this record.
    Table(String),
    /// The decision of this use case.
    UseCase(String),
    /// The slides of this record.
    Deck(String),
    /// Everything.
    Comparison,
}

/// What an exported file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// What it shows.
    pub subject: Subject,
    /// Which part of it, if it is a table.
    pub selection: Selection,
    /// The hash of its content: 16 hex digits.
    pub hash: String,
    /// The revision of the data: 8 hex digits.
    pub revision: String,
    /// The newest review date of what it shows, ISO 8601.
    pub as_of: Option<String>,
    /// Of a table, the id and the hash of each row: 6 hex digits.
    pub rows: Vec<(String, String)>,
}

/// What a stamp begins with.
const SIGN: &str = "tradeoff:";
/// The whole comparison. No id of a record can be written with a colon.
const COMPARISON: &str = "comparison:all";

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(id) => f.write_str(id),
            Self::UseCase(id) => write!(f, "use-case:{id}"),
            Self::Deck(id) => write!(f, "deck:{id}"),
            Self::Comparison => f.write_str(COMPARISON),
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl Subject {
    /// The subject that was written as `text`: `id` or `table:id`, `use-case:id`, `deck:id`, `comparison:all`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == COMPARISON {
            return Some(Self::Comparison);
        }
        let (kind, id) = text.split_once(':').unwrap_or(("table", text));
        let of: fn(String) -> Self = match kind {
            "table" => Self::Table,
            "use-case" => Self::UseCase,
            "deck" => Self::Deck,
            _ => return None,
        };
        let sign = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        (!id.is_empty() && id.chars().all(sign)).then(|| of(id.to_owned()))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SIGN}{}", self.subject)?;
        if !self.selection.is_all() {
            write!(f, "/{}", self.selection)?;
        }
        write!(f, "@{} data {}", self.hash, self.revision)?;
        if let Some(date) = &self.as_of {
            write!(f, " as of {date}")?;
        }
        if !self.rows.is_empty() {
            f.write_str(" rows")?;
        }
        let mut rows = self.rows.iter();
        rows.try_for_each(|(id, hash)| write!(f, " {id}:{hash}"))
    }
}

impl Stamp {
    /// The first stamp within `text`, which may be a whole file.
    pub fn find(text: &str) -> Option<Self> {
        Self::all(text).next()
    }

    /// The stamps within `text`, in order: a workbook has one for each of its tables.
    pub fn all(text: &str) -> impl Iterator<Item = Self> {
        let signs = text.match_indices(SIGN);
        signs.filter_map(|(at, _)| Self::parse(&text[at + SIGN.len()..]))
    }

    /// The stamp of which `text` begins with what follows `tradeoff:`.
    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace().peekable();
        let (what, hash) = words.next()?.split_once('@')?;
        let (subject, selection) = what.split_once('/').unwrap_or((what, ""));
        let revision = match words.next()? {
            "data" => hex(words.next()?, 8)?,
            _ => return None,
        };
        let mut as_of = None;
        if words.next_if_eq(&"as").is_some() {
            // The day alone: a quote of the format may follow it.
            as_of = words.nth(1).and_then(|it| it.get(..10)).map(str::to_owned);
        }
        let mut rows = Vec::new();
        if words.next_if_eq(&"rows").is_some() {
            let row = |it: &str| {
                let (id, hash) = it.split_once(':')?;
                Some((id.to_owned(), hex(hash, 6)?))
            };
            rows.extend(words.map_while(row));
        }
        Some(Self {
            subject: Subject::parse(subject)?,
            selection: Selection::parse(selection),
            hash: hex(hash, 16)?,
            revision,
            as_of,
            rows,
        })
    }
}

/// The first `digits` of `text`, if they are hex digits: what follows may be a bracket or a quote of the format.
fn hex(text: &str, digits: usize) -> Option<String> {
    let text = text.get(..digits)?;
    let all = text.bytes().all(|it| it.is_ascii_hexdigit());
    all.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(subject: Subject, selection: &str, rows: &[(&str, &str)]) -> Stamp {
        let rows = rows.iter().map(|(a, b)| ((*a).into(), (*b).into()));
        Stamp {
            subject,
            selection: Selection::parse(selection),
            hash: "0123456789abcdef".into(),
            revision: "1a2b3c4d".into(),
            as_of: Some("2026-11-23".into()),
            rows: rows.collect(),
        }
    }

    #[test]
    fn a_stamp_is_found_in_the_text_around_it() {
        let rows = [("cost-idle", "ab12cd"), ("cost", "34ef56")];
        for it in [
            stamp(Subject::Table("a-b".into()), "", &rows),
            stamp(Subject::Table("a".into()), "x+y-z!differing", &rows),
            stamp(Subject::UseCase("a".into()), "", &[]),
            stamp(Subject::Deck("a".into()), "", &[]),
            stamp(Subject::Comparison, "", &[]),
        ] {
            let text = format!("a file of tradeoff: here\n<!-- {it} -->\n");
            assert_eq!(Stamp::find(&text), Some(it.clone()), "{text}");
            let attribute = format!("<p data-stamp=\"{it}\">");
            assert_eq!(Stamp::find(&attribute), Some(it), "{attribute}");
        }
        assert_eq!(Stamp::find("tradeoff:a@xyz data 12345678"), None);
        assert_eq!(Stamp::find(""), None);
    }
}
