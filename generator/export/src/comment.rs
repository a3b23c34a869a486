//! Comments of HTML, which Markdown has too.

use crate::spaces::printable;

/// A comment; nothing in `text` ends it.
pub(crate) fn comment(text: &str) -> String {
    let mut text = printable(text);
    while text.contains("--") {
        text = text.replace("--", "- -");
    }
    format!("<!-- {} -->", text.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_comment_early() {
        assert_eq!(comment("a ---> b-"), "<!-- a - - -> b -->");
    }
}
