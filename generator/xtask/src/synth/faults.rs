//! One error in every record, of five kinds in turn: what checking a broken knowledge base costs.

use super::records::File;

/// Breaks every record; the manifest and files that are no records stay as they are.
pub(super) fn add(files: &mut [File]) {
    // Below `data/`, the manifest has one part, a record two, and a file beside a record three.
    let records = files
        .iter_mut()
        .filter(|file| file.path.starts_with("data/") && file.path.matches('/').count() == 2);
    for (index, file) in records.enumerate() {
        file.text = broken(&file.text, index);
    }
}

fn broken(text: &str, index: usize) -> String {
    let changed = match index % 5 {
        // Two letters too many in the id of a source.
        0 => misspelled_source(text, index / 5),
        1 => Some(format!("nmae = \"x\"\n{text}")),
        2 => text
            .contains("reviewed = 2026")
            .then(|| text.replacen("reviewed = 2026", "reviewed = 1 # ", 1)),
        3 => Some(format!("half = = 1\n{text}")),
        _ => text
            .contains(" is a *common*")
            .then(|| text.replacen(" is a *common*", " is a <b>common</b>", 1)),
    };
    // What has no such place gets a field that does not exist.
    changed.unwrap_or_else(|| format!("titel = \"x\"\n{text}"))
}

/// Every record has a misspelling of its own: one that several records share would be told at the first of them.
fn misspelled_source(text: &str, nth: usize) -> Option<String> {
    const KEY: &str = "\nsources = [\"";
    let start = text.find(KEY)? + KEY.len();
    let end = start + text[start..].find('"')?;
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let (first, second) = (letter(nth / 26), letter(nth));
    Some(format!("{}{first}{second}{}", &text[..end], &text[end..]))
}
