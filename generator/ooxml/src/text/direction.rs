//! In which direction a text is written.

/// Whether a text is written from right to left: its first letter with a direction says so.
///
/// # Source
///
/// Unicode Standard Annex 9, rules P2 and P3. The blocks of right-to-left scripts are those of its default values for
/// unassigned characters; every other letter counts as left-to-right.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find_map(direction).unwrap_or(false)
}

fn direction(it: char) -> Option<bool> {
    let right_to_left = matches!(it,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    // Digits and signs have no direction, in these blocks either.
    it.is_alphabetic().then_some(right_to_left)
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_first_letter_decides() {
        for it in ["שלום", "(٣) مرحبا", "  12 שלום abc"] {
            assert!(is_right_to_left(it), "{it}");
        }
        for it in ["", "12 %", "abc שלום", "大 שלום", "٣"] {
            assert!(!is_right_to_left(it), "{it}");
        }
    }
}
