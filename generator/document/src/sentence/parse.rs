//! Reading a sentence: text, slots, optional parts, lists and strong text.

use std::ops::Range;

use super::{Piece, Sentence};

/// Why a text is no sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceError {
    /// The bytes concerned.
    pub span: Range<usize>,
    /// The problem: a phrase in lower case without a full stop.
    pub message: String,
}

impl Sentence {
    /// The sentence that `text` says.
    ///
    /// # Errors
    /// [`SentenceError`], the first in reading order.
    pub fn parse(text: &str) -> Result<Self, SentenceError> {
        let mut reader = Reader { text, at: 0 };
        let pieces = reader.pieces(End::Text, 0)?;
        Ok(Self { pieces })
    }
}

/// How deep parts may nest.
const DEEPEST: usize = 16;

/// What ends the part that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Text,
    Bracket,
    Brace,
    Stars,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn take(&mut self, sign: &str) -> bool {
        let there = self.rest().starts_with(sign);
        if there {
            self.at += sign.len();
        }
        there
    }

    fn error<T>(&self, from: usize, message: impl Into<String>) -> Result<T, SentenceError> {
        let span = from..self.at.max(from);
        let message = message.into();
        Err(SentenceError { span, message })
    }

    /// The pieces up to `end`, which is taken too.
    fn pieces(&mut self, end: End, depth: usize) -> Result<Vec<Piece>, SentenceError> {
        let start = self.at;
        if depth > DEEPEST {
            return self.error(start, "parts nest too deep");
        }
        let (mut pieces, mut text) = (Vec::new(), String::new());
        loop {
            let from = self.at;
            let closes = match end {
                End::Text => self.rest().is_empty(),
                End::Bracket => self.take("]"),
                End::Brace => self.take("}"),
                End::Stars => self.take("**"),
            };
            if closes {
                break;
            }
            let Some(sign) = self.rest().chars().next() else {
                let open = ["", "[", "{", "**"][end as usize];
                self.at = start;
                return self.error(
                    start.saturating_sub(open.len()),
                    format!("`{open}` does not close"),
                );
            };
            self.at += sign.len_utf8();
            let piece = match sign {
                '\\' => {
                    text.push(self.escaped(from)?);
                    continue;
                }
                '[' => Piece::Optional(self.pieces(End::Bracket, depth + 1)?),
                '{' => self.braces(from, depth)?,
                '*' if self.take("*") => Piece::Strong(self.pieces(End::Stars, depth + 1)?),
                ']' | '}' => return self.error(from, format!("`{sign}` closes nothing")),
                other => {
                    text.push(other);
                    continue;
                }
            };
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(piece);
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        Ok(pieces)
    }

    /// The sign after a backslash.
    fn escaped(&mut self, from: usize) -> Result<char, SentenceError> {
        let sign = self.rest().chars().next();
        let Some(sign) = sign.filter(|it| "[]{}|*\\".contains(*it)) else {
            return self.error(from, "`\\` stands before none of `[ ] { } | * \\`");
        };
        self.at += sign.len_utf8();
        Ok(sign)
    }

    /// A slot or a list, after the opening brace at `from`.
    fn braces(&mut self, from: usize, depth: usize) -> Result<Piece, SentenceError> {
        if !self.take("each ") {
            let name = self.name();
            return if name.is_empty() {
                self.error(from, "`{` is followed by no name")
            } else if self.take("}") {
                Ok(Piece::Slot(name))
            } else {
                self.error(from, "`{` does not close")
            };
        }
        let list = self.name();
        if list.is_empty() || !self.take("|") {
            return self.error(from, "a list is written `{each list|separator|body}`");
        }
        let mut separator = String::new();
        loop {
            let at = self.at;
            let Some(sign) = self.rest().chars().next() else {
                return self.error(from, "`{` does not close");
            };
            self.at += sign.len_utf8();
            match sign {
                '|' => break,
                '\\' => separator.push(self.escaped(at)?),
                '[' | ']' | '{' | '}' => {
                    return self.error(at, "a separator is plain text");
                }
                other => separator.push(other),
            }
        }
        let body = self.pieces(End::Brace, depth + 1)?;
        Ok(Piece::Each {
            list,
            separator,
            body,
        })
    }

    /// The name that stands here: letters, digits and hyphens; empty if there is none.
    fn name(&mut self) -> String {
        let part = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        let name: String = self.rest().chars().take_while(|it| part(*it)).collect();
        self.at += name.len();
        name
    }
}
