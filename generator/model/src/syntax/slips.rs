//! Slips in one line that the parser describes from its side: quotation marks, numbers, days, fields that come twice.

use source::{Diagnostic, Span};

use super::Told;
use crate::decode::spellings;
use crate::number_text::toml_number;
use crate::rules::SYNTAX;

/// Quotation marks that word processors write.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '«', '»', '‘', '’'];

/// Quotation marks of a word processor around a text.
pub(super) fn curly_quotes(told: &Told<'_>) -> Option<Diagnostic> {
    let open = outside(told.line)?;
    let (at, first) = (told.start + open, told.line[open..].chars().next()?);
    let inner = open + first.len_utf8();
    let title = format!("`{first}` is no quotation mark of TOML");
    let found = told.error(at, first.len_utf8(), title);
    let found = found.help("write `\"` before and after the text");
    let rest = &told.line[inner..];
    let Some(length) = rest.find(|it| CURLY.contains(&it) || it == '"') else {
        return Some(found);
    };
    let last = rest[length..].chars().next()?;
    let after = rest[length + last.len_utf8()..].trim_start();
    let ends = after.is_empty() || after.starts_with([',', ']', '}', '#']);
    let plain = !rest[..length].contains('\\') && outside(after).is_none();
    if !ends || !plain || first == '’' {
        return Some(found);
    }
    let close = told.start + inner + length;
    let close = Span::new(told.file, close..close + last.len_utf8());
    let open = found.primary.span;
    Some(found.fix(open, "\"").fix(close, "\""))
}

/// Where a curly quotation mark opens a value or a key in `line`, outside of texts.
fn outside(line: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = None;
    for (at, it) in line.char_indices() {
        match quote {
            Some(open) if it == open => quote = None,
            Some(_) => {}
            None if CURLY.contains(&it) && matches!(before, None | Some('=' | '[' | ',' | '{')) => {
                return Some(at);
            }
            None if it == '"' || it == '\'' => quote = Some(it),
            None if it == '#' => return None,
            None => {}
        }
        if !it.is_whitespace() {
            before = Some(it);
        }
    }
    None
}

/// A number with signs between its thousands.
pub(super) fn number(told: &Told<'_>) -> Option<Diagnostic> {
    let (start, token) = told.token(|it| it.is_ascii_digit() || matches!(it, ',' | '.' | '-'));
    let token = token.trim_end_matches([',', '.']);
    let spaced = told.token(|it| it.is_ascii_digit() || matches!(it, ' ' | '\u{a0}' | '\u{202f}'));
    let (start, token, number) =
        if let Some(number) = toml_number(token).filter(|_| token.contains(',')) {
            (start, token, number)
        } else {
            let (from, token) = (
                spaced.0 + spaced.1.len() - spaced.1.trim_start().len(),
                spaced.1.trim(),
            );
            let commas = token.replace([' ', '\u{a0}', '\u{202f}'], ",");
            let number = toml_number(&commas).filter(|_| commas.contains(','))?;
            (from, token, number)
        };
    let title = format!("`{token}` is not how TOML writes a number");
    let help = format!(
        "nothing stands between thousands: write {}",
        spellings(&number)
    );
    Some(told.error(start, token.len(), title).help(help))
}

/// A day that is not in the calendar, or not written with the year first.
pub(super) fn day(told: &Told<'_>) -> Option<Diagnostic> {
    let (start, token) = told.token(|it| it.is_ascii_digit() || matches!(it, '-' | '.' | '/'));
    let parts: Vec<&str> = token.split(['-', '.', '/']).collect();
    let numbers = parts.iter().all(|it| (1..=4).contains(&it.len()));
    if parts.len() != 3 || !numbers {
        return None;
    }
    let found = told.error(start, token.len(), format!("`{token}` is not a day"));
    let why = told
        .message
        .strip_prefix("invalid date, ")
        .unwrap_or_default();
    Some(
        found
            .label(why.replace('\n', ", "))
            .help("write year, month and day, such as 2026-11-23"),
    )
}

/// A quotation mark within a text, which ends it.
pub(super) fn inner_quote(told: &Told<'_>) -> Option<Diagnostic> {
    let before = told
        .text
        .get(told.start..told.at)?
        .trim_end_matches([' ', '\t']);
    let (from, rest) = (told.start + before.len(), told.line.get(before.len()..)?);
    let touches = !rest.starts_with([' ', '\t']);
    let in_list = told.message.starts_with("missing comma");
    let ends = told.message.starts_with("unexpected key or value") || in_list;
    if !ends || !before.ends_with('"') || !rest.contains('"') || in_list && !touches {
        return None;
    }
    let found = told.error(
        from - 1,
        1,
        "the text ends at this quotation mark, and more follows",
    );
    Some(found.help("write `\\\"` for a quotation mark within a text, or put the text between `'`"))
}

/// A text whose quotation mark is not closed in its line.
pub(super) fn unclosed_text(told: &Told<'_>) -> Option<Diagnostic> {
    let (quote, three) = if told.message.starts_with("invalid basic string") {
        ('"', "\"\"\"")
    } else if told.message.starts_with("invalid literal string") {
        ('\'', "'''")
    } else {
        return None;
    };
    let line = told.text.get(told.start..told.at)?;
    let open = line.rfind(quote)?;
    let length = line.len() - open;
    let title = format!("this text has no `{quote}` at its end");
    let found = told.error(told.start + open, length, title);
    Some(found.help(format!(
        "write `{quote}` where it ends; a text of several lines stands between `{three}`"
    )))
}

/// A text without quotation marks.
pub(super) fn bare_text(told: &Told<'_>) -> Option<Diagnostic> {
    /// A longer one is a sentence, which nobody needs to read twice.
    const SHOWN: usize = 40;
    if !told.message.starts_with("string values must be quoted") {
        return None;
    }
    let value = told.text.get(told.span.range())?.trim();
    let short = value.chars().count() <= SHOWN && !value.contains(['"', '\'', '\\', '\n']);
    let (title, help) = if short && !value.is_empty() {
        (
            format!("`{value}` is no number, and as a text it needs quotation marks"),
            format!("write `\"{value}\"`, or the number alone"),
        )
    } else {
        (
            "a text needs quotation marks".to_owned(),
            "write `\"` before and after it".to_owned(),
        )
    };
    Some(Diagnostic::error(SYNTAX, told.span, title).help(help))
}

/// A flag with capitals.
pub(super) fn flag(told: &Told<'_>) -> Option<Diagnostic> {
    let value = told.text.get(told.span.range())?;
    let flag = ["true", "false"]
        .into_iter()
        .find(|it| value.eq_ignore_ascii_case(it))?;
    let title = format!("`{value}` is neither `true` nor `false`");
    let found = Diagnostic::error(SYNTAX, told.span, title);
    Some(found.help(format!("write `{flag}`")).fix(told.span, flag))
}

/// A field without its equals sign.
pub(super) fn no_equals(told: &Told<'_>) -> Option<Diagnostic> {
    if !told.message.starts_with("key with no value") {
        return None;
    }
    let key = told.text.get(told.start..told.at)?.trim();
    let letters = |it: u8| it.is_ascii_lowercase() || it == b'-';
    if key.is_empty() || !key.bytes().all(letters) {
        return None;
    }
    let title = format!("`{key}` is not followed by `=` and a value");
    let found = told.error(told.start, told.line.trim_end().len(), title);
    Some(found.help(format!(
        "write `{key} = …`, or delete the line if it is part of another text"
    )))
}

/// A table that is there already.
pub(super) fn repeated_table(told: &Told<'_>) -> Diagnostic {
    let name = bare(told.line);
    let title = format!("`{name}` stands here for the second time");
    let found = told.error(told.start, name.len(), title);
    first(told, found, 0, |line| bare(line) == name)
        .help("put the fields of both below one of them, and delete the other")
}

/// A field that is there already.
pub(super) fn repeated_field(told: &Told<'_>) -> Diagnostic {
    let key = told.text.get(told.span.range()).unwrap_or_default();
    let title = format!("the field `{key}` stands here for the second time");
    let found = Diagnostic::error(SYNTAX, told.span, title);
    // The other one stands in the same table.
    let before = told.text.get(..told.start).unwrap_or_default();
    let table = before.rfind("\n[").map_or(0, |it| it + 1);
    let same = |line: &str| line.split_once('=').is_some_and(|it| it.0.trim() == key);
    first(told, found, table, same).help("delete one of the two")
}

/// A header without its comment.
fn bare(line: &str) -> &str {
    line.split('#').next().unwrap_or_default().trim_end()
}

/// Adds the first line after `from` that is `same`.
fn first(
    told: &Told<'_>,
    found: Diagnostic,
    from: usize,
    same: impl Fn(&str) -> bool,
) -> Diagnostic {
    let mut at = from;
    let before = told.text.get(from..told.start).unwrap_or_default();
    for line in before.split_inclusive('\n') {
        let words = line.trim_end();
        if same(words) {
            let span = Span::new(told.file, at..at + words.len());
            return found.also(span, "this is the first");
        }
        at += line.len();
    }
    found
}
