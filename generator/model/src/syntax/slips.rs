//! Slips in one line that the parser describes from its side: quotation marks, numbers, days, fields that come twice.

use source::{Diagnostic, Span};

use super::Told;
use crate::decode::spellings;
use crate::number_text::toml_number;

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
    if !told.message.starts_with("string values must be quoted") {
        return None;
    }
    let value = told.text.get(told.span.range())?.trim();
    let found = Diagnostic::error(
        crate::rules::SYNTAX,
        told.span,
        format!("`{value}` is no number, and as a text it needs quotation marks"),
    );
    let sound = !value.is_empty() && !value.contains(['"', '\'', '\\', '\n']);
    Some(if sound {
        found.help(format!("write `\"{value}\"`, or the number alone"))
    } else {
        found.help("write `\"` before and after the text")
    })
}

/// A field or a table that is there already; nothing for the fields of a table that comes twice.
pub(super) fn repeated(told: &Told<'_>) -> Option<Diagnostic> {
    let before = told.text.get(..told.start)?;
    let header = |line: &&str| line.starts_with('[');
    if header(&told.line) {
        let name = told.line.split('#').next()?.trim();
        let title = format!("`{name}` stands here for the second time");
        let found = told.error(told.start, name.len(), title);
        let found = first(told, found, 0, |line| {
            line.split('#').next().map(str::trim) == Some(name)
        });
        return Some(found.help("put the fields of both below one of them, and delete the other"));
    }
    // The lines of this table so far.
    let table = before.lines().rev().find(header);
    let from = match table {
        Some(line) => before.rfind(line)?,
        None => 0,
    };
    if table
        .is_some_and(|line| before[..from].lines().any(|it| it == line) && !line.starts_with("[["))
    {
        return None;
    }
    let key = told.text.get(told.span.range())?;
    let found = Diagnostic::error(
        crate::rules::SYNTAX,
        told.span,
        format!("the field `{key}` stands here for the second time"),
    );
    let same = |line: &str| {
        line.split_once('=')
            .is_some_and(|(name, _)| name.trim() == key)
    };
    Some(first(told, found, from, same).help("delete one of the two"))
}

/// Adds the first line after `from` that is `same`.
fn first(
    told: &Told<'_>,
    found: Diagnostic,
    from: usize,
    same: impl Fn(&str) -> bool,
) -> Diagnostic {
    let mut at = from;
    for line in told.text[from..told.start].split_inclusive('\n') {
        if same(line.trim_end()) {
            let span = Span::new(told.file, at..at + line.trim_end().len());
            return found.also(span, "this is the first");
        }
        at += line.len();
    }
    found
}
