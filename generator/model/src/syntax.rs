//! What the parser says about a broken file, in the words of an author: what is wrong, where it begins, what to write.

mod slips;
mod whole;

use std::collections::HashSet;

use source::{Diagnostic, FileId, SourceFile, Span};
use toml::de::Error;

use crate::rules::SYNTAX;

/// At most this many syntax errors are told for one file: the rest follows from the first ones.
const MAX_ERRORS: usize = 10;

/// What is wrong with the writing of a file.
#[derive(Default)]
pub(crate) struct Broken {
    /// The findings.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The lines on which the parser had to guess.
    pub(crate) lines: HashSet<usize>,
    /// Whether nothing in the file can be told from what was meant.
    pub(crate) whole: bool,
}

/// One error of the parser and where it is.
struct Told<'t> {
    file: FileId,
    text: &'t str,
    /// The line in which the error is, without its line break.
    line: &'t str,
    /// Where the line begins.
    start: usize,
    /// Where the error begins in the text.
    at: usize,
    /// What the parser pointed at.
    span: Span,
    /// What the parser said.
    message: &'t str,
}

/// Tells `errors`, one per line.
pub(crate) fn explain(id: FileId, file: &SourceFile, errors: &[Error]) -> Broken {
    let mut broken = Broken::default();
    if let Some(found) = whole::finding(id, &file.text, errors) {
        broken.diagnostics.push(found);
        broken.whole = true;
        return broken;
    }
    // Up to here stands a table that comes twice: so does all that is in it.
    let mut twice = 0;
    for error in errors {
        let told = Told::of(id, file, error);
        let fresh = broken.lines.insert(file.lines().line(told.at));
        let duplicate = error.message() == DUPLICATE;
        if !fresh || duplicate && told.at < twice || broken.diagnostics.len() >= MAX_ERRORS {
            continue;
        }
        broken.diagnostics.push(if !duplicate {
            finding(&told)
        } else if told.line.starts_with('[') {
            twice = told.next_header();
            slips::repeated_table(&told)
        } else {
            slips::repeated_field(&told)
        });
    }
    broken
}

/// What the parser says about a key that is there already.
const DUPLICATE: &str = "duplicate key";

fn finding(told: &Told<'_>) -> Diagnostic {
    let known = [
        slips::curly_quotes,
        slips::number,
        slips::day,
        slips::inner_quote,
        slips::unclosed_text,
        slips::flag,
        slips::bare_text,
        slips::no_equals,
    ];
    known.iter().find_map(|it| it(told)).unwrap_or_else(|| {
        let message = told.message.lines().collect::<Vec<_>>().join(", ");
        Diagnostic::error(SYNTAX, told.span, message)
    })
}

impl<'t> Told<'t> {
    fn of(id: FileId, file: &'t SourceFile, error: &'t Error) -> Self {
        let range = error.span().unwrap_or(0..0);
        let range = range.start.min(file.text.len())..range.end.min(file.text.len());
        let start = file.lines().start(file.lines().line(range.start));
        let rest = file.text.get(start..).unwrap_or_default();
        Self {
            file: id,
            text: &file.text,
            line: rest.lines().next().unwrap_or_default(),
            start,
            at: range.start,
            span: Span::new(id, range),
            message: error.message(),
        }
    }

    /// Where the table that this line opens ends.
    fn next_header(&self) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        rest.find("\n[").map_or(self.text.len(), |it| self.at + it)
    }

    /// An error at `length` bytes from `at` in the text.
    fn error(&self, at: usize, length: usize, title: impl Into<String>) -> Diagnostic {
        Diagnostic::error(SYNTAX, Span::new(self.file, at..at + length), title)
    }

    /// What stands around the error without a break, of signs that `belongs` accepts: where it begins, and the text.
    fn token(&self, belongs: impl Fn(char) -> bool + Copy) -> (usize, &str) {
        let (before, after) = (
            self.text.get(self.start..self.at).unwrap_or_default(),
            self.text.get(self.at..).unwrap_or_default(),
        );
        let start = self.start + before.trim_end_matches(belongs).len();
        let end = self.at + after.len() - after.trim_start_matches(belongs).len();
        (start, self.text.get(start..end).unwrap_or_default())
    }
}
