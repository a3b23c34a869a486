//! Reads the fields of one table: which are there, which are missing, which do not exist.

use source::{Diagnostic, Span};
use toml::de::{DeTable, DeValue};

use super::{Decode, Decoder, Item};
use crate::rules::{MISSING_FIELD, UNKNOWN_FIELD};
use crate::slip;

/// Where the keys and values of a decoded table stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// The table itself; for the top of a file, the file as a whole.
    pub table: Span,
    keys: Vec<(&'static str, Span, Span)>,
}

impl Fields {
    /// The place of `key`, or of the table if it is not there.
    pub fn key(&self, key: &str) -> Span {
        let found = self.keys.iter().find(|(name, ..)| *name == key);
        found.map_or(self.table, |(_, span, _)| *span)
    }

    /// The place of the value of `key`, or of the table if it is not there.
    pub fn value(&self, key: &str) -> Span {
        let found = self.keys.iter().find(|(name, ..)| *name == key);
        found.map_or(self.table, |(_, _, span)| *span)
    }
}

/// Takes fields out of a table one by one and, at the end, says what is left over and what is missing.
pub(crate) struct Reader<'t, 'i> {
    table: &'t DeTable<'i>,
    fields: Fields,
    missing: Vec<(&'static str, &'static str)>,
    known: Vec<&'static str>,
}

impl<'t, 'i> Reader<'t, 'i> {
    /// A reader of `item`, which is reported if it is no table.
    pub(crate) fn new(item: &'t Item<'i>, cx: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Table(table) = item.get_ref() else {
            return cx.wrong_type(item, "a table");
        };
        let fields = Fields {
            table: cx.span(item.span()),
            keys: Vec::new(),
        };
        Some(Self {
            table,
            fields,
            missing: Vec::new(),
            known: Vec::new(),
        })
    }

    /// A field that must be there; `doc` tells an author what it is for.
    pub(crate) fn required<T: Decode>(
        &mut self,
        key: &'static str,
        doc: &'static str,
        cx: &mut Decoder<'_>,
    ) -> Option<T> {
        let value = self.optional(key, cx)?;
        if value.is_none() {
            self.missing.push((key, doc));
        }
        value
    }

    /// A field that may be left out. The outer nothing means: there, but wrong.
    #[expect(clippy::option_option, reason = "wrong and absent are two things")]
    pub(crate) fn optional<T: Decode>(
        &mut self,
        key: &'static str,
        cx: &mut Decoder<'_>,
    ) -> Option<Option<T>> {
        self.known.push(key);
        let Some((name, item)) = self.table.get_key_value(key) else {
            return Some(None);
        };
        let (name, value) = (cx.span(name.span()), cx.span(item.span()));
        self.fields.keys.push((key, name, value));
        T::decode(item, cx).map(Some)
    }

    /// A field that is empty when it is left out.
    pub(crate) fn defaulted<T: Decode + Default>(
        &mut self,
        key: &'static str,
        cx: &mut Decoder<'_>,
    ) -> Option<T> {
        self.optional(key, cx).map(Option::unwrap_or_default)
    }

    /// Reports fields that do not exist and fields that are missing; gives back where the others stand.
    pub(crate) fn close(mut self, cx: &mut Decoder<'_>) -> Fields {
        for (name, _) in self.table {
            let key = name.get_ref().as_ref();
            if self.known.contains(&key) {
                continue;
            }
            let span = cx.span(name.span());
            let found = Diagnostic::error(
                UNKNOWN_FIELD,
                span,
                format!("there is no field `{key}` here"),
            );
            let known = self.known.iter().copied();
            let place = |near: &str| {
                let place = slip::place(cx.text, span, key)?;
                let free = !self.table.contains_key(near);
                let once =
                    slip::has_value(cx.text, span) || slip::stands_alone(cx.text, place, near);
                (free && once).then_some(place)
            };
            let (found, near) = slip::suggest(found, key, known, slip::SHORTEST_WORD, place);
            if let Some(near) = near {
                // The misspelt field is the missing one: one finding is enough.
                self.missing.retain(|(missing, _)| *missing != near);
            }
            let listed: Vec<_> = self.known.iter().map(|it| format!("`{it}`")).collect();
            cx.report(found.help(format!("the fields here are {}", listed.join(", "))));
        }
        if !self.missing.is_empty() && !cx.recovered {
            cx.report(missing(&self.missing, self.fields.table));
        }
        self.fields
    }
}

fn missing(fields: &[(&'static str, &'static str)], table: Span) -> Diagnostic {
    let names: Vec<_> = fields.iter().map(|(key, _)| format!("`{key}`")).collect();
    let verb = if fields.len() == 1 { "is" } else { "are" };
    let title = format!("{} {verb} missing", names.join(", "));
    let add = fields.iter().map(|(key, doc)| {
        format!(
            "add `{key}`: {}",
            lower_first(doc.trim().trim_end_matches('.'))
        )
    });
    add.fold(
        Diagnostic::error(MISSING_FIELD, table, title),
        Diagnostic::help,
    )
}

fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest
        .next()
        .map(|it| it.to_lowercase().to_string())
        .unwrap_or_default();
    first + rest.as_str()
}
