//! Words of texts as they stand in files, with their places, so that a rule can point at one.

/// The words of `raw`, a text with markup, and the byte at which each begins.
///
/// Facts, citations, targets of links and code are left out. Hyphens divide words, apostrophes do not.
pub(crate) fn words(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &raw[at..];
            let first = rest.chars().next()?;
            if let Some(length) = skipped(rest) {
                at += length;
            } else if first.is_alphanumeric() {
                let (start, length) = (at, word_length(rest));
                at += length;
                return Some((start, &raw[start..at]));
            } else {
                at += first.len_utf8();
            }
        }
    })
}

/// The length of what is no prose at the beginning of `text`, if that begins so.
fn skipped(text: &str) -> Option<usize> {
    const PAIRS: [(&str, &str); 4] = [("{{", "}}"), ("[^", "]"), ("](", ")"), ("`", "`")];
    let (open, close) = PAIRS.into_iter().find(|(open, _)| text.starts_with(open))?;
    let length = text[open.len()..].find(close)?;
    Some(open.len() + length + close.len())
}

fn word_length(text: &str) -> usize {
    let inner = |it: char| it.is_alphanumeric() || matches!(it, '\'' | '\u{2019}');
    let length = text.find(|it| !inner(it)).unwrap_or(text.len());
    text[..length].trim_end_matches(['\'', '\u{2019}']).len()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_prose_has_words() {
        let raw = "\"A GB-second costs {{ fact.price }},[^aws] see [the list](https://a.b/c), `code` isn't.\"";
        let found: Vec<_> = words(raw).map(|(_, word)| word).collect();
        assert_eq!(
            found,
            ["A", "GB", "second", "costs", "see", "the", "list", "isn't"]
        );
        assert!(words(raw).all(|(at, word)| raw[at..].starts_with(word)));
        assert_eq!(
            words("an open {{ brace").map(|it| it.1).collect::<Vec<_>>(),
            ["an", "open", "brace"]
        );
    }
}
