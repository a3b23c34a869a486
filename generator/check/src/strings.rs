//! The strings of a file as they stand there; keys, numbers and comments are left out.

use std::ops::Range;

/// What opens a string in TOML closes it, too; the longer ones are looked for first.
const MARKS: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

/// The ranges between the quotation marks of `text`, in order. Quoted keys count as strings.
pub(crate) fn strings(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['"', '\'', '#']) {
        let rest = &text[at + next..];
        let Some(mark) = MARKS.into_iter().find(|it| rest.starts_with(it)) else {
            // A comment, up to the end of its line.
            at += next + rest.find('\n').unwrap_or(rest.len());
            continue;
        };
        let start = at + next + mark.len();
        let length = length(&text[start..], mark);
        found.push(start..start + length);
        at = (start + length + mark.len()).min(text.len());
    }
    found
}

/// How much of `text` stands before the `mark` that closes a string; all of it if none does.
fn length(text: &str, mark: &str) -> usize {
    let escapes = mark.starts_with('"');
    let mut at = 0;
    while let Some(next) = text[at..].find(['\\', '"', '\'']) {
        at += next;
        let rest = &text[at..];
        if rest.starts_with(mark) {
            return at;
        }
        let escaped = escapes && rest.starts_with('\\');
        let two = rest.chars().take(2).map(char::len_utf8).sum::<usize>();
        at += if escaped { two } else { 1 };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::strings;

    #[test]
    fn strings_are_found_in_all_four_forms_and_comments_are_not() {
        let text = r#"a = "x \" # y" # "no"
b = 'c:\' # 'no'
c = """
two "words"
""" # no
d = '''it's'''
e = "open"#;
        let found: Vec<_> = strings(text).into_iter().map(|it| &text[it]).collect();
        assert_eq!(
            found,
            ["x \\\" # y", "c:\\", "\ntwo \"words\"\n", "it's", "open"]
        );
    }
}
