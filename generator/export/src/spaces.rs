//! Characters as people type them, for formats whose readers search and compute: pages keep numbers and units together.

/// `text` with plain blanks for no-break spaces, and without word joiners.
pub(crate) fn typed(text: &str) -> String {
    let signs = text.chars().filter(|it| *it != '\u{2060}');
    let plain = |it| match it {
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    signs.map(plain).collect()
}

/// The same for formats that are marked up: what XML and HTML have no way to write becomes a replacement character.
pub(crate) fn printable(text: &str) -> String {
    // Most texts are typed as they are.
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n')) {
        return text.to_owned();
    }
    let unwritable = |it: char| {
        let space = matches!(it, '\n' | '\r' | '\t');
        it.is_control() && !space || matches!(it, '\u{fffe}' | '\u{ffff}')
    };
    let text = typed(text);
    match text.contains(unwritable) {
        true => text.replace(unwritable, "\u{fffd}"),
        false => text,
    }
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    let text = printable(text);
    let parts: Vec<_> = text.split(['\n', '\r', '\t']).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_for_what_is_typed_finds_it() {
        assert_eq!(
            typed("$300\u{2060}\u{2013}\u{2060}500 for 15\u{a0}min"),
            "$300\u{2013}500 for 15 min"
        );
    }

    #[test]
    fn what_no_markup_can_write_is_seen_to_be_missing() {
        assert_eq!(
            printable("a\0b\u{1b}\u{ffff}\tc\n"),
            "a\u{fffd}b\u{fffd}\u{fffd}\tc\n"
        );
        assert_eq!(line("a\tb\nc"), "a b c");
    }
}
