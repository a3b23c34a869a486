//! Spaces as people type them, for formats whose readers search and compute: pages keep numbers and units together.

/// `text` with plain blanks for no-break spaces, and without word joiners.
pub(crate) fn typed(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace('\u{2060}', "")
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn a_search_for_what_is_typed_finds_it() {
        assert_eq!(
            typed("$300\u{2060}\u{2013}\u{2060}500 for 15\u{a0}min"),
            "$300\u{2013}500 for 15 min"
        );
    }
}
