//! The words of a formula: numbers, names and signs, each with the bytes it stands at.

use std::ops::Range;

use crate::formula_error::{FormulaError, FormulaFault};

/// One word of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token<'a> {
    pub(crate) word: Word<'a>,
    /// Bytes of the formula's text.
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word<'a> {
    Number(f64),
    Name(&'a str),
    Sign(&'static str),
    /// Behind the last word, so that whoever looks ahead always finds one.
    End,
}

/// Longer ones first: `<=` is one sign.
const SIGNS: [&str; 13] = [
    "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ",",
];

/// The words of `text`, and [`Word::End`] behind them.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token<'_>>, FormulaError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        at += blank;
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else {
            let span = at..at;
            tokens.push(Token {
                word: Word::End,
                span,
            });
            return Ok(tokens);
        };
        let (word, length) = word(rest, first).map_err(|fault| FormulaError {
            span: at..at + first.len_utf8(),
            fault,
        })?;
        let span = at..at + length;
        tokens.push(Token { word, span });
        at += length;
    }
}

fn word(rest: &str, first: char) -> Result<(Word<'_>, usize), FormulaFault> {
    if first.is_ascii_digit() {
        let length = number_length(rest.as_bytes());
        let number: f64 = rest[..length].parse().unwrap_or(f64::INFINITY);
        if number.is_infinite() {
            return Err(FormulaFault::Overflow);
        }
        return Ok((Word::Number(number), length));
    }
    if first.is_ascii_lowercase() {
        let length = name_length(rest.as_bytes());
        return Ok((Word::Name(&rest[..length]), length));
    }
    let sign = SIGNS.into_iter().find(|it| rest.starts_with(it));
    let sign = sign.ok_or(FormulaFault::UnexpectedCharacter(first))?;
    Ok((Word::Sign(sign), sign.len()))
}

fn number_length(text: &[u8]) -> usize {
    let mut length = digits(text, 0);
    if text.get(length) == Some(&b'.') && digits(text, length + 1) > length + 1 {
        length = digits(text, length + 1);
    }
    if text.get(length) == Some(&b'e') {
        let signed = matches!(text.get(length + 1), Some(b'+' | b'-'));
        let from = length + 1 + usize::from(signed);
        if digits(text, from) > from {
            length = digits(text, from);
        }
    }
    length
}

/// Where the digits end that begin at `from`.
fn digits(text: &[u8], from: usize) -> usize {
    let rest = text.iter().skip(from);
    from + rest.take_while(|it| it.is_ascii_digit()).count()
}

/// A hyphen belongs to a name when a letter or digit follows: a minus between names needs a space before it.
fn name_length(text: &[u8]) -> usize {
    let part =
        |it: Option<&u8>| it.is_some_and(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    let mut length = 1;
    loop {
        if part(text.get(length)) {
            length += 1;
        } else if text.get(length) == Some(&b'-') && part(text.get(length + 1)) {
            length += 2;
        } else {
            return length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word<'_>> {
        let tokens = tokens(text).expect("words");
        tokens.into_iter().map(|it| it.word).collect()
    }

    #[test]
    fn a_hyphen_inside_a_name_is_no_minus() {
        use Word::{End, Name, Number, Sign};
        assert_eq!(words("a-b"), [Name("a-b"), End]);
        assert_eq!(words("a - b"), [Name("a"), Sign("-"), Name("b"), End]);
        assert_eq!(words("a -b"), [Name("a"), Sign("-"), Name("b"), End]);
        assert_eq!(words("a- b"), [Name("a"), Sign("-"), Name("b"), End]);
        assert_eq!(words("gb-s2-3"), [Name("gb-s2-3"), End]);
        assert_eq!(words("3-2"), [Number(3.0), Sign("-"), Number(2.0), End]);
    }

    #[test]
    fn numbers_are_read_to_the_last_bit() {
        use Word::{End, Name, Number};
        assert_eq!(words("900000"), [Number(9e5), End]);
        assert_eq!(words("1.5e-5"), [Number(1.5e-5), End]);
        assert_eq!(words("2e7"), [Number(2e7), End]);
        assert_eq!(words("1.66667e-05"), [Number(1.66667e-5), End]);
        assert_eq!(words("2e"), [Number(2.0), Name("e"), End]);
    }

    #[test]
    fn what_is_no_word_is_named_with_its_place() {
        let error = |text| tokens(text).expect_err("no words");
        let found = error("a + µ");
        assert_eq!(found.fault, FormulaFault::UnexpectedCharacter('µ'));
        assert_eq!(found.span, 4..6);
        assert_eq!(error("a = b").span, 2..3);
        assert_eq!(error("1e999").fault, FormulaFault::Overflow);
        assert_eq!(error("1.").fault, FormulaFault::UnexpectedCharacter('.'));
    }
}
