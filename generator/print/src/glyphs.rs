//! Characters that cannot be printed: no font has a sign for them, or they turn the order of others around.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::fonts::Fonts;
use crate::report::Diagnostic;

/// How many are reported of one document.
const MOST: usize = 20;

/// A diagnostic for every character of `data` that cannot be printed, and every record in which it stands.
pub(crate) fn unprintable(data: &Value, fonts: &Fonts) -> Vec<Diagnostic> {
    let mut search = Search {
        fonts,
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    search.value(data, &Place::default());
    let more = search.found.len().saturating_sub(MOST);
    search.found.truncate(MOST);
    if more > 0 {
        let message = format!("{more} more characters cannot be printed");
        search.found.push(Diagnostic::error(message));
    }
    search.found
}

/// Where a text stands.
#[derive(Clone, Default)]
struct Place<'d> {
    /// The id of the nearest record around it.
    record: Option<&'d str>,
    /// The id of the column, if it is in a cell.
    column: Option<&'d str>,
    /// The columns of the table around it.
    columns: Option<&'d Vec<Value>>,
}

impl Place<'_> {
    fn text(&self) -> Option<String> {
        let parts: Vec<_> = [self.record, self.column].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

struct Search<'a> {
    fonts: &'a Fonts,
    found: Vec<Diagnostic>,
    seen: BTreeSet<(char, Option<String>)>,
}

impl Search<'_> {
    fn value<'d>(&mut self, value: &'d Value, place: &Place<'d>) {
        match value {
            Value::String(text) => self.text(text, place),
            Value::Array(items) => items.iter().for_each(|it| self.value(it, place)),
            Value::Object(map) => self.object(map, place),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn object<'d>(&mut self, map: &'d Map<String, Value>, place: &Place<'d>) {
        let mut place = place.clone();
        if let Some(id) = map.get("id").and_then(Value::as_str) {
            place.record = Some(id);
        }
        if let Some(columns) = map.get("columns").and_then(Value::as_array) {
            place.columns = Some(columns);
        }
        for (key, value) in map {
            match value {
                Value::Array(cells) if key == "cells" => self.cells(cells, &place),
                _ => self.value(value, &place),
            }
        }
    }

    fn cells<'d>(&mut self, cells: &'d [Value], place: &Place<'d>) {
        for (at, cell) in cells.iter().enumerate() {
            let column = place.columns.and_then(|it| it.get(at)?.get("id")?.as_str());
            let place = Place {
                column,
                ..place.clone()
            };
            self.value(cell, &place);
        }
    }

    fn text(&mut self, text: &str, place: &Place) {
        for character in text.chars() {
            let Some(reason) = reason(character, self.fonts) else {
                continue;
            };
            let at = place.text();
            if !self.seen.insert((character, at.clone())) {
                continue;
            }
            let code = character as u32;
            let shown = if character.is_control() || is_bidi(character) {
                String::new()
            } else {
                format!("`{character}` ")
            };
            let mut diagnostic =
                Diagnostic::error(format!("{shown}U+{code:04X} {}", reason.message))
                    .help(reason.help);
            diagnostic.at = at;
            self.found.push(diagnostic);
        }
    }
}

struct Reason {
    message: &'static str,
    help: &'static str,
}

/// Why a character cannot be printed; nothing if it can.
fn reason(character: char, fonts: &Fonts) -> Option<Reason> {
    if is_bidi(character) {
        return Some(Reason {
            message: "turns the order of the characters around it",
            help: "take it out: what is printed would differ from what is written",
        });
    }
    if character.is_control() && !matches!(character, '\n' | '\t') {
        return Some(Reason {
            message: "is a control character",
            help: "take it out",
        });
    }
    let known = character.is_control() || is_invisible(character) || fonts.cover(character);
    (!known).then_some(Reason {
        message: "is in none of the fonts",
        help: "write it differently, or add a font that has it",
    })
}

/// Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9, section 2).
fn is_bidi(character: char) -> bool {
    matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Characters that only say where a line may break or letters join: no font needs a sign for them.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
    )
}
