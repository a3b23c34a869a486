//! Whether a text says what a document says: the same values, and the same comments in any order.

use toml_edit::{Document, Item, TableLike, Value};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Whether `written` says what `document` says.
pub(crate) fn same(document: &Document<&str>, written: &str) -> bool {
    let read = Document::parse(written);
    let values = read.is_ok_and(|it| tables(document.as_table(), it.as_table()));
    values && comments(document.raw()) == comments(written)
}

fn tables(a: &dyn TableLike, b: &dyn TableLike) -> bool {
    let found = |(key, item): (&str, &Item)| b.get(key).is_some_and(|it| items(item, it));
    a.len() == b.len() && a.iter().all(found)
}

fn items(a: &Item, b: &Item) -> bool {
    if let (Some(a), Some(b)) = (a.as_table_like(), b.as_table_like()) {
        return tables(a, b);
    }
    match (a, b) {
        (Item::ArrayOfTables(a), Item::ArrayOfTables(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| tables(a, b))
        }
        (Item::Value(a), Item::Value(b)) => values(a, b),
        _ => false,
    }
}

fn values(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.value() == b.value(),
        (Value::Integer(a), Value::Integer(b)) => a.value() == b.value(),
        (Value::Float(a), Value::Float(b)) => a.value().to_bits() == b.value().to_bits(),
        (Value::Boolean(a), Value::Boolean(b)) => a.value() == b.value(),
        (Value::Datetime(a), Value::Datetime(b)) => {
            let seconds = |mut it: toml_edit::Datetime| {
                if let Some(time) = &mut it.time {
                    time.second.get_or_insert(0);
                }
                it
            };
            seconds(*a.value()) == seconds(*b.value())
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| values(a, b))
        }
        (Value::InlineTable(a), Value::InlineTable(b)) => tables(a, b),
        _ => false,
    }
}

/// Every comment of a text, sorted.
fn comments(text: &str) -> Vec<&str> {
    let tokens = Source::new(text).lex();
    let comments = tokens.filter(|it| it.kind() == TokenKind::Comment);
    let mut found: Vec<_> = comments
        .map(|it| text[it.span().start()..it.span().end()].trim_end())
        .collect();
    found.sort_unstable();
    found
}
