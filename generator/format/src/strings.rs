//! Texts and keys between quotation marks, as TOML 1.0.

use std::fmt::Write as _;

/// A key: bare if it can be.
pub(crate) fn key(text: &str) -> String {
    let bare = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
    if !text.is_empty() && text.bytes().all(bare) {
        text.to_owned()
    } else {
        line(text)
    }
}

/// A text on one line.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::from('"');
    for it in text.chars() {
        match it {
            '"' => out += "\\\"",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            it => push(it, &mut out),
        }
    }
    out.push('"');
    out
}

/// A text with line breaks, the first line on a line of its own.
pub(crate) fn block(text: &str) -> String {
    let mut out = String::from("\"\"\"\n");
    let mut quotes = 0;
    for it in text.chars() {
        quotes = if it == '"' { quotes + 1 } else { 0 };
        match it {
            // The third in a row would end the text.
            '"' if quotes == 3 => {
                quotes = 0;
                out += "\\\"";
            }
            '"' | '\n' | '\t' => out.push(it),
            it => push(it, &mut out),
        }
    }
    if quotes > 0 {
        out.insert(out.len() - 1, '\\');
    }
    out += "\"\"\"";
    out
}

/// A character that is neither a quotation mark nor white space. What a reader would not see is written as its number.
fn push(it: char, out: &mut String) {
    let turns = matches!(it, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match it {
        '\\' => *out += "\\\\",
        '\r' => *out += "\\r",
        it if it.is_control() || turns || it == '\u{feff}' => {
            // Writing to a text cannot fail.
            _ = write!(out, "\\u{:04X}", u32::from(it));
        }
        it => out.push(it),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a parser reads back.
    fn read(written: &str) -> String {
        let document: toml_edit::DocumentMut = format!("x = {written}\n").parse().unwrap();
        document["x"].as_str().unwrap().to_owned()
    }

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in [
            "",
            "plain",
            "\"",
            "\"\"\"",
            "a\"\"\"\"\"\"b\"",
            "back\\slash\\",
            "tab\t, feed\u{c}, bell\u{7}, nel\u{85}, turn\u{202e}",
            "two\nlines",
            "\nfirst empty",
            "last\n",
            "carriage\r\nreturn\r",
            "spaces at the end  \n  and before",
            "ends in quotes\"\"",
            "😀 ü",
        ] {
            assert_eq!(read(&line(text)), text);
            assert_eq!(read(&block(text)), text);
        }
    }

    #[test]
    fn a_block_begins_on_a_line_of_its_own_and_a_line_is_one() {
        assert_eq!(block("a \"b\"\nc\n"), "\"\"\"\na \"b\"\nc\n\"\"\"");
        assert_eq!(line("a \"b\"\nc"), r#""a \"b\"\nc""#);
        assert_eq!(key("a-B_1"), "a-B_1");
        assert_eq!(key("limit/escape"), "\"limit/escape\"");
        assert_eq!(key(""), "\"\"");
    }
}
