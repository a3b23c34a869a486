//! Text of records as text of HTML.

use crate::spaces::printable;

/// Text as it is, in an element or between the double quotes of an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in printable(text).chars() {
        match it {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            it => out.push(it),
        }
    }
    out
}

/// A comment; nothing in `text` ends it.
pub(crate) fn comment(text: &str) -> String {
    let mut text = printable(text);
    while text.contains("--") {
        text = text.replace("--", "- -");
    }
    format!("<!-- {} -->", text.trim_end_matches('-'))
}

/// Whether an address opens a page or a mail, and runs nothing.
pub(super) fn is_address(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|it| url.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(
            escape("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
        assert_eq!(comment("a ---> b-"), "<!-- a - - -> b -->");
    }

    #[test]
    fn only_pages_and_mails_are_opened() {
        assert!(is_address("HTTPS://a.b"));
        assert!(is_address("mailto:a@b.c"));
        assert!(!is_address("javascript:alert(1)"));
        assert!(!is_address(" https://a.b"));
    }
}
