//! Text on its way into XML.

/// The text without the characters that XML cannot hold: most controls, and two that are none.
///
/// # Source
///
/// XML 1.0, fifth edition, production 2. Surrogates cannot stand in a text of Rust.
pub(crate) fn clean(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    text.chars().filter(|it| is_allowed(*it)).collect()
}

/// Whether a text certainly stays as it is, which is quickly seen of most.
fn is_plain(text: &str) -> bool {
    let plain = |it: u8| matches!(it, b' '..=b'~') && !b"&<>\"'".contains(&it);
    text.bytes().all(plain)
}

fn is_allowed(it: char) -> bool {
    matches!(it, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// The text as the content of an element or of an attribute; what XML cannot hold is left out.
pub(crate) fn escape(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for it in text.chars().filter(|it| is_allowed(*it)) {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(it),
        }
    }
    out
}
