//! The canonical form of a record: one way to write what it says, so that a change of a file is a change of meaning.
//!
//! Start reading at [`canonical`]. The order of fields comes from the declaration of the record, a [`Shape`]; comments
//! stay with what they stand above or beside. It is no part of `model`, which reads records and never writes one.
//! Invariant: nothing here opens a file. Text goes in and text that says the same comes out.

#![deny(clippy::disallowed_methods)]

mod layout;
mod order;
mod remarks;
mod sameness;
mod strings;
mod tables;
mod values;

use std::borrow::Cow;
use std::ops::Range;

use model::Shape;
use toml_edit::Document;

use layout::Layout;

/// The widest line that is written where a line can be broken, in characters.
pub const WIDTH: usize = 120;

/// Why a text has no canonical form: it is not TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, as the parser says it.
    pub message: String,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
}

/// `text` in canonical form, as TOML 1.0 with the same values and comments:
///
/// - fields in the order of the declaration, those that it does not know behind them as they are written; cells and other
///   tables with an entry for each option sorted by id, all other tables as they are written;
/// - single values before tables, one blank line before each table, no other blank lines but those between comments;
/// - a list on one line if that has at most [`WIDTH`] characters, otherwise one element on each, with a comma behind the last;
/// - a table in braces as it is, unless its line would be longer or it holds a comment: then under a header;
/// - a text with several lines between `"""`, beginning on a line of its own; every other text between `"`;
/// - the line breaks and the byte order mark of the file, and a line break at its end.
///
/// The canonical form of a canonical text is that text.
///
/// # Errors
/// [`Unreadable`] for a text that is not TOML.
pub fn canonical(text: &str, shape: &Shape) -> Result<String, Unreadable> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = &text[..text.len() - bare.len()];
    let crlf = bare
        .split_once('\n')
        .is_some_and(|(line, _)| line.ends_with('\r'));
    let lines = if bare.contains('\r') {
        Cow::Owned(bare.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(bare)
    };
    let document = parse(&lines, bare)?;
    let written = tables::write(&document, &Layout::of(&document, &lines), shape);
    // What cannot be written anew without a loss stays as it is; no text is known for which this holds.
    if written != *lines && !sameness::same(&document, &written) {
        return Ok(text.to_owned());
    }
    let written = if crlf {
        written.replace('\n', "\r\n")
    } else {
        written
    };
    Ok(format!("{mark}{written}"))
}

/// Parses `lines`, which is `bare` with plain line breaks.
fn parse<'t>(lines: &'t str, bare: &str) -> Result<Document<&'t str>, Unreadable> {
    Document::parse(lines).map_err(|error| {
        let range = error.span().unwrap_or_default();
        Unreadable {
            message: error.message().lines().collect::<Vec<_>>().join(", "),
            range: on_disk(bare, range.start)..on_disk(bare, range.end),
        }
    })
}

/// The place in `bare` that is at `at` once every line break is a single byte.
fn on_disk(bare: &str, at: usize) -> usize {
    let bytes = bare.as_bytes();
    let counts = |place: &usize| bytes.get(*place..*place + 2) != Some(b"\r\n".as_slice());
    let mut places = (0..bytes.len()).filter(counts);
    places.nth(at).unwrap_or(bytes.len())
}
