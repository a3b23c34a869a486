//! The stamps of a file that was written here, or by the deck writer: the way back.

use std::io::Cursor;

use document::Stamp;
use ooxml::Package;

/// What a zip file begins with.
const ZIP: &[u8] = b"PK";
/// The properties that a user can see and set; the writers of workbooks put the stamps there.
const PROPERTIES: &str = "docProps/custom.xml";
/// What a stamp begins with.
const SIGN: &str = "tradeoff:";

/// The stamps within a file, in their order, each once; none if it has no stamp or cannot be read.
///
/// A workbook has one for each of its tables, a deck one for itself and one for each table.
pub fn stamps(bytes: &[u8]) -> Vec<Stamp> {
    let text = if bytes.starts_with(ZIP) {
        properties(bytes).unwrap_or_default()
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    let starts: Vec<_> = text.match_indices(SIGN).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut found = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        found.extend(Stamp::find(&text[start..end]).filter(|it| !found.contains(it)));
    }
    found
}

/// The texts of the properties of an Office file with blanks between them: a stamp goes on from one to the next.
fn properties(bytes: &[u8]) -> Option<String> {
    let mut package = Package::open(Cursor::new(bytes)).ok()?;
    let part = package.part(PROPERTIES).ok()?;
    let xml = String::from_utf8_lossy(&part).into_owned();
    let texts = xml.split("lpwstr>").skip(1).step_by(2);
    let texts = texts.filter_map(|it| it.split('<').next());
    Some(texts.collect::<Vec<_>>().join(" "))
}
