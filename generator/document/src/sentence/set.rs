//! All sentences of a run: those built in, and those of the author, which come first.

use std::collections::BTreeMap;
use std::ops::Range;

use model::nearest;
use source::{Diagnostic, FileId, Span};
use toml::de::{DeTable, DeValue};

use super::{Sentence, Slots};
use crate::{Run, plain};

/// A sentence or template that cannot be used.
pub const BAD_TEMPLATE: &str = "bad-template";

const BUILTIN: &str = include_str!("../../../../templates/site/sentences.toml");

/// The sentences of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// By name: the text, and what was read of it.
    all: BTreeMap<String, (String, Sentence)>,
}

impl Default for Sentences {
    fn default() -> Self {
        Self::builtin()
    }
}

impl Sentences {
    /// The sentences that are built in.
    pub fn builtin() -> Self {
        let mut all = BTreeMap::new();
        if let Ok(table) = DeTable::parse(BUILTIN) {
            for (name, _, value) in entries(table.get_ref()) {
                if let Some(text) = value.get_ref().as_str()
                    && let Ok(sentence) = Sentence::parse(text)
                {
                    all.insert(name, (text.to_owned(), sentence));
                }
            }
        }
        Self { all }
    }

    /// These sentences, those in `text`, the author's `file`, in the place of the built-in ones.
    ///
    /// # Errors
    /// What is wrong with the file: its syntax, sentences that there are none of, and such as cannot be read.
    pub fn replaced(mut self, text: &str, file: FileId) -> Result<Self, Vec<Diagnostic>> {
        let table = DeTable::parse(text).map_err(|error| {
            let span = Span::new(file, error.span().unwrap_or(0..0));
            vec![Diagnostic::error(BAD_TEMPLATE, span, error.message())]
        })?;
        let mut found = Vec::new();
        for (name, key, value) in entries(table.get_ref()) {
            found.extend(self.replace(name, key, value, text, file));
        }
        if found.is_empty() {
            Ok(self)
        } else {
            Err(found)
        }
    }

    /// Puts a sentence of the author in its place; what is wrong with it.
    fn replace(
        &mut self,
        name: String,
        key: Range<usize>,
        value: &toml::Spanned<DeValue<'_>>,
        file_text: &str,
        file: FileId,
    ) -> Option<Diagnostic> {
        let error = |range: Range<usize>, title: String| {
            Diagnostic::error(BAD_TEMPLATE, Span::new(file, range), title)
        };
        // A unit may get words of its own, whatever it is.
        let known = match self.all.get(&name) {
            None if name.starts_with("unit.") => self.all.get("unit.other"),
            known => known,
        };
        let Some((_, built_in)) = known else {
            let found = error(key, format!("there is no sentence `{name}`"));
            let names = self.all.keys().map(String::as_str);
            return Some(match nearest(&name, names) {
                Some(near) => found.help(format!("did you mean `{near}`?")),
                None => found.help("the built-in file of this name lists all sentences"),
            });
        };
        let Some(text) = value.get_ref().as_str() else {
            return Some(error(value.span(), format!("`{name}` is no text")));
        };
        let sentence = match Sentence::parse(text) {
            Ok(sentence) => sentence,
            Err(it) => {
                let range = within(&value.span(), text, it.span, file_text);
                let title = format!("{} in the sentence `{name}`", it.message);
                return Some(error(range, title));
            }
        };
        let slots = built_in.slots();
        if let Some(stranger) = sentence.slots().iter().find(|it| !slots.contains(it)) {
            let at = text.find(&format!("{{{stranger}")).unwrap_or(0);
            let range = within(&value.span(), text, at..at + stranger.len() + 2, file_text);
            let found = error(
                range,
                format!("the sentence `{name}` has no slot `{stranger}`"),
            );
            return Some(if slots.is_empty() {
                found.help("it has no slots at all")
            } else {
                found.help(format!("its slots are `{}`", slots.join("`, `")))
            });
        }
        self.all.insert(name, (text.to_owned(), sentence));
        None
    }

    /// Whether there is a sentence of this name.
    pub fn has(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    /// The sentence `name` with `slots` in it; empty if there is none of this name.
    pub fn fill(&self, name: &str, slots: &Slots) -> Vec<Run> {
        let sentence = self.all.get(name);
        sentence.map_or_else(Vec::new, |(_, it)| it.fill(slots))
    }

    /// The same as plain text.
    pub fn text(&self, name: &str, slots: &Slots) -> String {
        plain(&self.fill(name, slots))
    }

    /// Those that the script of a page may need: all but those of print and of decks.
    pub fn of_pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let elsewhere = |name: &str| name.starts_with("print.") || name.starts_with("deck.");
        self.written().filter(move |(name, _)| !elsewhere(name))
    }

    /// All of them, by name, as they are written.
    pub fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.all.iter();
        all.map(|(name, (text, _))| (name.as_str(), text.as_str()))
    }
}

/// Every text of the file: `table.key`, the place of the key, and the value. What is no table stays a value of its own.
fn entries<'t, 'a>(
    table: &'t DeTable<'a>,
) -> Vec<(String, Range<usize>, &'t toml::Spanned<DeValue<'a>>)> {
    let mut out = Vec::new();
    for (group, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => out.extend(inner.iter().map(|(key, value)| {
                let name = format!("{}.{}", group.get_ref(), key.get_ref());
                (name, key.span(), value)
            })),
            _ => out.push((group.get_ref().to_string(), group.span(), value)),
        }
    }
    out
}

/// Where `part` of a value stands in the file; the whole value if it is written with escapes.
fn within(value: &Range<usize>, text: &str, part: Range<usize>, file: &str) -> Range<usize> {
    let written = file.get(value.clone()).unwrap_or("");
    match written.find(text).filter(|_| !text.is_empty()) {
        Some(at) => value.start + at + part.start..value.start + at + part.end,
        None => value.clone(),
    }
}
