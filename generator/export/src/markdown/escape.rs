//! Text of records as text of Markdown: no sign in it becomes markup.

use crate::spaces::{line, printable};

/// Text as it is, on one line: every sign that Markdown or HTML could take for something else gets a backslash.
pub(crate) fn escape(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(it) = rest.next() {
        let next = rest.peek();
        let markup = match it {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => true,
            // A price is none, but a formula begins and ends with it.
            '$' => next.is_none_or(|it| !it.is_ascii_digit()),
            // GitHub makes links of bare addresses.
            ':' => next == Some(&'/'),
            '.' => out.to_lowercase().ends_with("www"),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(it);
    }
    out
}

/// Markdown that begins a block, without what would make it a heading, a list or a rule.
pub(super) fn begins(markdown: &str) -> String {
    let markdown = markdown.trim_start();
    let number = markdown.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = markdown.len() - number.len();
    if markdown.starts_with(['-', '+', '=', '#']) {
        format!("\\{markdown}")
    } else if digits > 0 && number.starts_with(['.', ')']) {
        format!("{}\\{number}", &markdown[..digits])
    } else {
        markdown.to_owned()
    }
}

/// Code between as many backticks as it takes; in a table, a pipe would end the cell even inside code.
pub(super) fn code(text: &str, in_cell: bool) -> String {
    let mut text = line(text);
    if in_cell {
        text = text.replace('|', "\\|");
    }
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// An address between angle brackets.
pub(super) fn address(url: &str) -> String {
    let mut out = String::from("<");
    for it in printable(url).chars() {
        match it {
            '<' => out += "%3C",
            '>' => out += "%3E",
            '|' => out += "%7C",
            '\\' => out += "%5C",
            '&' => out += "&amp;",
            it if it.is_whitespace() => out += "%20",
            it => out.push(it),
        }
    }
    out + ">"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(escape("a | b"), "a \\| b");
        assert_eq!(escape("<script>"), "\\<script\\>");
        assert_eq!(escape("[a](javascript:x)"), "\\[a\\](javascript:x)");
        assert_eq!(escape("&lt; \\| ~~x~~"), "\\&lt; \\\\\\| \\~\\~x\\~\\~");
        assert_eq!(
            escape("see https://a.b, www.c.d"),
            "see https\\://a.b, www\\.c.d"
        );
        assert_eq!(escape("$5 to $10, $x$"), "$5 to $10, \\$x\\$");
        assert_eq!(code("a`b", true), "``a`b``");
        assert_eq!(code("`", true), "`` ` ``");
        assert_eq!(code("x|y", true), "`x\\|y`");
        assert_eq!(code("x|y", false), "`x|y`");
    }

    #[test]
    fn no_text_begins_a_block_of_another_kind() {
        for (text, expected) in [
            ("- x", "\\- x"),
            ("# x", "\\# x"),
            ("1. x", "1\\. x"),
            ("12) x", "12\\) x"),
            ("    x", "x"),
            ("1 GB", "1 GB"),
        ] {
            assert_eq!(begins(text), expected);
        }
    }

    #[test]
    fn nothing_ends_an_address_early() {
        assert_eq!(address("https://a.b/x>y z|"), "<https://a.b/x%3Ey%20z%7C>");
    }
}
