//! When two texts of cells say the same.

/// `text` in the form in which it is compared: paragraphs joined by LF and without blanks around them, typed blanks for
/// no-break ones, and nothing that a slide cannot hold or show.
pub fn normal(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines = text.split(is_break).map(|line| {
        let signs = line.chars().filter_map(typed);
        signs.collect::<String>().trim().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Whether two texts say the same.
pub fn same(a: &str, b: &str) -> bool {
    a == b || normal(a) == normal(b)
}

/// Whether a sign ends a line or a paragraph; programs keep a break within a paragraph as a vertical tab.
fn is_break(it: char) -> bool {
    matches!(
        it,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The sign as it would be typed; nothing for what takes no room and for what XML 1.0 (section 2.2) cannot hold.
fn typed(it: char) -> Option<char> {
    match it {
        '\t' | '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(' '),
        '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        it if it.is_control() => None,
        it => Some(it),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_alike_say_the_same() {
        for (a, b) in [
            ("15\u{a0}min", "15 min"),
            ("30\u{2060}–\u{2060}45 s", "30–45 s"),
            ("  good \r\n 1 s\n", "good\n1 s"),
            ("good\u{b}1 s", "good\n1 s"),
            ("a\u{0}b\tc", "ab c"),
            ("", " \n "),
        ] {
            assert!(same(a, b), "{a:?} {b:?}");
        }
        for (a, b) in [
            ("1 s", "1s"),
            ("a\nb", "a b"),
            ("a\n\nb", "a\nb"),
            ("A", "a"),
        ] {
            assert!(!same(a, b), "{a:?} {b:?}");
        }
    }
}
