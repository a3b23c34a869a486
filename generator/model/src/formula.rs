//! Formulas: their text and the names they read. Their grammar and meaning belong to the mathematics of a decision.

use source::{Diagnostic, Span};

use crate::decode::{Decode, Decoder, Item};
use crate::rules::BAD_FORMULA;
use crate::{Id, Shape, Space};

/// A formula over quantities, facts and costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The names it reads, in the order of the text.
    pub names: Vec<(Id, Span)>,
}

const WORDS: [&str; 7] = ["and", "or", "not", "min", "max", "ceil", "floor"];

impl Decode for Formula {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let Some(text) = item.get_ref().as_str() else {
            return cx.wrong_type(item, "a formula between quotation marks");
        };
        let span = cx.span(item.span());
        let raw = cx.text.get(item.span()).unwrap_or("");
        let origin = raw.find(text).filter(|_| !text.is_empty());
        let place =
            |start: usize, length: usize| origin.map_or(span, |at| span.part(at + start, length));
        let mut names = Vec::new();
        for token in tokens(text) {
            match token {
                Token::Name(start, name) if !WORDS.contains(&name) => {
                    names.push((Id::new(name), place(start, name.len())));
                }
                Token::Stray(start, it) => {
                    let title = format!("`{it}` has no meaning in a formula");
                    let found = Diagnostic::error(BAD_FORMULA, place(start, it.len_utf8()), title);
                    cx.report(found.help("a formula has numbers, names, + - * / ( ) , comparisons, and, or, not, min, max, ceil and floor"));
                    return None;
                }
                _ => {}
            }
        }
        for (name, span) in &names {
            cx.refer(Space::Name, name, *span);
        }
        let text = text.to_owned();
        Some(Self { text, span, names })
    }

    fn shape() -> Shape {
        Shape::Formula
    }
}

enum Token<'t> {
    Name(usize, &'t str),
    Number,
    Stray(usize, char),
}

/// The names, numbers and stray signs of a formula. A name may hold hyphens, so a minus needs a space before it.
fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let first = rest.chars().next()?;
            let length = match first {
                'a'..='z' => name_length(rest),
                '0'..='9' => number_length(rest),
                _ => first.len_utf8(),
            };
            let start = at;
            at += length;
            match first {
                'a'..='z' => return Some(Token::Name(start, &text[start..at])),
                '0'..='9' => return Some(Token::Number),
                ' ' | '\t' | '\n' | '+' | '-' | '*' | '/' | '(' | ')' | ',' | '<' | '>' | '='
                | '!' => {}
                stray => return Some(Token::Stray(start, stray)),
            }
        }
    })
}

fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let word = |it: &u8| it.is_ascii_lowercase() || it.is_ascii_digit();
    let mut at = 1;
    while at < bytes.len()
        && (word(&bytes[at]) || bytes[at] == b'-' && bytes.get(at + 1).is_some_and(word))
    {
        at += 1;
    }
    at
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|it| it.is_ascii_digit())
            .count()
    };
    let mut at = digits(0);
    if bytes.get(at) == Some(&b'.') {
        at += 1 + digits(at + 1);
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let power = digits((at + 1 + sign).min(bytes.len()));
        if power > 0 {
            at += 1 + sign + power;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_hold_hyphens_and_numbers_exponents() {
        let names = |text| -> Vec<String> {
            let named = tokens(text).filter_map(|it| {
                if let Token::Name(_, name) = it {
                    Some(name.to_owned())
                } else {
                    None
                }
            });
            named.collect()
        };
        assert_eq!(
            names("max(2, ceil(requests / 3e7)) * usd-task-h"),
            ["max", "ceil", "requests", "usd-task-h"]
        );
        assert_eq!(names("a - b + a-b"), ["a", "b", "a-b"]);
        assert_eq!(names("2e7e"), ["e"]);
        assert!(tokens("a ; b").any(|it| matches!(it, Token::Stray(2, ';'))));
    }
}
