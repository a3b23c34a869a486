//! Reads the lock, and says where one that was touched by hand or by a merge cannot be read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use decide::Word;
use model::Date;
use source::{Diagnostic, FileId, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, Lock, Recorded, Row};
use crate::rules::BAD_LOCK;

/// At most this many syntax errors are told: the rest follows from the first ones.
const MAX_SYNTAX_ERRORS: usize = 10;

const HELP: &str = "restore the file, or delete it and accept the verdicts anew with `tradeoff accept --because \"…\"`";

const WORDS: [Word; 6] = [
    Word::Clear,
    Word::Leaning,
    Word::Depends,
    Word::TooClose,
    Word::Split,
    Word::NothingFits,
];

type Item<'t> = Spanned<DeValue<'t>>;

impl Lock {
    /// The lock that `text`, which is `file`, holds, and what is wrong with it. With findings, entries may be missing.
    pub fn read(text: &str, file: FileId) -> (Self, Vec<Diagnostic>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader {
            file,
            found: Vec::new(),
        };
        if !errors.is_empty() {
            reader.syntax(text, &errors);
            return (Self::default(), reader.found);
        }
        let mut lock = Self::default();
        for (name, item) in table.get_ref() {
            let span = reader.span(name.span());
            let DeValue::Table(fields) = item.get_ref() else {
                reader.wrong(
                    span,
                    format!("`{}` is no entry of a use case", name.get_ref()),
                );
                continue;
            };
            if let Some(entry) = reader.entry(span, fields) {
                let name = name.get_ref().to_string();
                lock.spans.insert(name.clone(), span);
                lock.entries.insert(name, entry);
            }
        }
        (lock, reader.found)
    }
}

struct Reader {
    file: FileId,
    found: Vec<Diagnostic>,
}

/// The fields that only the entry of a use case has.
#[derive(Default)]
struct Own {
    inputs: Option<String>,
    accepted: Option<Date>,
    because: Option<String>,
}

impl Reader {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn wrong(&mut self, span: Span, title: impl Into<String>) {
        let found = Diagnostic::error(BAD_LOCK, span, title);
        self.found.push(found.help(HELP));
    }

    /// Tells what is no TOML, once for each line.
    fn syntax(&mut self, text: &str, errors: &[toml::de::Error]) {
        let mut lines = BTreeSet::new();
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let range = range.start.min(text.len())..range.end.min(text.len());
            let before = text.as_bytes().iter().take(range.start);
            let line = before.filter(|it| **it == b'\n').count();
            if lines.insert(line) && lines.len() <= MAX_SYNTAX_ERRORS {
                let message = error.message().lines().collect::<Vec<_>>().join(", ");
                self.wrong(Span::new(self.file, range), message);
            }
        }
    }

    /// The entry of a use case, whose name stands at `name`.
    fn entry(&mut self, name: Span, fields: &DeTable<'_>) -> Option<Entry> {
        let (mut own, mut parts) = (Own::default(), BTreeMap::new());
        let mut rest = Vec::new();
        for (key, item) in fields {
            match (key.get_ref().as_ref(), item.get_ref()) {
                (id, DeValue::Table(part)) if is_recorded(part) => {
                    let fields: Vec<_> = part.iter().collect();
                    let recorded = self.recorded(self.span(key.span()), &fields)?;
                    parts.insert(id.to_owned(), recorded);
                }
                ("inputs", _) => own.inputs = Some(self.text(item)?),
                ("because", _) => own.because = Some(self.text(item)?),
                ("accepted", _) => own.accepted = Some(self.date(item)?),
                _ => rest.push((key, item)),
            }
        }
        let verdict = self.recorded(name, &rest)?;
        Some(Entry {
            verdict,
            parts,
            inputs: self.present(name, "inputs", own.inputs)?,
            accepted: self.present(name, "accepted", own.accepted)?,
            because: self.present(name, "because", own.because)?,
        })
    }

    /// A verdict; the name of its table stands at `name`.
    fn recorded(
        &mut self,
        name: Span,
        fields: &[(&Spanned<Cow<'_, str>>, &Item<'_>)],
    ) -> Option<Recorded> {
        let (mut out, mut word) = (Recorded::default(), None);
        for (key, item) in fields {
            match key.get_ref().as_ref() {
                "word" => word = Some(self.word(item)?),
                "depends" => out.depends = Some(self.text(item)?),
                "best" => out.best = Some(self.text(item)?),
                "runner-up" => out.runner_up = Some(self.text(item)?),
                "first" => out.first = self.counts(item)?,
                "stress" => out.stress = self.counts(item)?,
                "ruled-out" => out.ruled_out = self.texts(item)?,
                "draws" => out.draws = self.count(item)?,
                "values" => out.values = self.values(item)?,
                other => {
                    let title = format!("`{other}` has no meaning in the lock");
                    self.wrong(self.span(key.span()), title);
                    return None;
                }
            }
        }
        out.word = self.present(name, "word", word)?;
        Some(out)
    }

    fn present<T>(&mut self, name: Span, field: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.wrong(
                name,
                format!("the field `{field}` of this entry is missing"),
            );
        }
        value
    }

    fn needed<T>(&mut self, item: &Item<'_>, what: &str) -> Option<T> {
        self.wrong(self.span(item.span()), format!("{what} is needed here"));
        None
    }

    fn text(&mut self, item: &Item<'_>) -> Option<String> {
        match item.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => self.needed(item, "a text"),
        }
    }

    fn word(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        if WORDS.iter().any(|it| it.id() == text) {
            return Some(text);
        }
        let words = WORDS.map(|it| format!("`{}`", it.id())).join(", ");
        self.needed(item, &format!("one of {words}"))
    }

    fn date(&mut self, item: &Item<'_>) -> Option<Date> {
        let date = match item.get_ref() {
            DeValue::Datetime(it) => Date::parse(&it.to_string()),
            _ => None,
        };
        date.or_else(|| self.needed(item, "a day as YYYY-MM-DD"))
    }

    fn texts(&mut self, item: &Item<'_>) -> Option<Vec<String>> {
        let DeValue::Array(items) = item.get_ref() else {
            return self.needed(item, "a list of texts");
        };
        items.iter().map(|it| self.text(it)).collect()
    }

    fn number<N: TryFrom<i64>>(&mut self, item: &Item<'_>, what: &str) -> Option<N> {
        let number = match item.get_ref() {
            DeValue::Integer(it) => i64::from_str_radix(it.as_str(), it.radix()).ok(),
            _ => None,
        };
        let number = number.and_then(|it| N::try_from(it).ok());
        number.or_else(|| self.needed(item, what))
    }

    fn count(&mut self, item: &Item<'_>) -> Option<u32> {
        self.number(item, "a count of draws")
    }

    fn counts(&mut self, item: &Item<'_>) -> Option<BTreeMap<String, u32>> {
        let DeValue::Table(counts) = item.get_ref() else {
            return self.needed(item, "a table of counts");
        };
        let counts = counts.iter();
        counts
            .map(|(id, it)| Some((id.get_ref().to_string(), self.count(it)?)))
            .collect()
    }

    fn values(&mut self, item: &Item<'_>) -> Option<BTreeMap<String, Row>> {
        let DeValue::Table(rows) = item.get_ref() else {
            return self.needed(item, "a table of rows");
        };
        let rows = rows.iter();
        rows.map(|(id, it)| Some((id.get_ref().to_string(), self.row(it)?)))
            .collect()
    }

    fn row(&mut self, item: &Item<'_>) -> Option<Row> {
        /// What a weight or a value has to be; numbers of 32 bits can be multiplied.
        const SHARE: &str = "a whole number of thousandths";
        let DeValue::Table(fields) = item.get_ref() else {
            return self.needed(item, "a table of thousandths");
        };
        let mut row = Row::default();
        for (name, it) in fields {
            let share = i64::from(self.number::<i32>(it, SHARE)?);
            match name.get_ref().as_ref() {
                "weight" => row.weight = share,
                option => drop(row.options.insert(option.to_owned(), share)),
            }
        }
        Some(row)
    }
}

/// Whether a table within an entry is the verdict of a component: no field of a verdict has a word in it.
fn is_recorded(table: &DeTable<'_>) -> bool {
    let mut fields = table.iter();
    fields.any(|(key, item)| key.get_ref() == "word" && item.get_ref().as_str().is_some())
}
