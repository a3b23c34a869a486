//! Finds the tags of an HTML page and where they stand, so that a few can be replaced and the rest left untouched.
//!
//! Made for pages that mdBook has written from a parsed tree. Comments and the text of scripts and styles are skipped.

/// A tag, opening or closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// From `<` to behind `>`.
    pub(super) text: &'a str,
    /// Offset of `<` in the page.
    pub(super) start: usize,
}

impl<'a> Tag<'a> {
    /// Offset behind `>`.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Such as `p`, or `/p` for the closing tag; as written.
    pub(super) fn name(&self) -> &'a str {
        let end = |char: char| char.is_whitespace() || char == '>';
        let name = self.text[1..].split(end).next().unwrap_or_default();
        match name.strip_suffix('/') {
            Some(name) if !name.is_empty() => name,
            _ => name,
        }
    }

    /// The value of an attribute, entities resolved; empty for an attribute without value.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.text[1..].trim_end_matches(['>', '/']);
        rest = &rest[self.name().len().min(rest.len())..];
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return None;
            }
            let (key, after) = split_at(rest, |char| char.is_whitespace() || char == '=');
            let (value, after) = match after.trim_start().strip_prefix('=') {
                None => ("", after),
                Some(value) => quoted(value.trim_start()),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(resolved(value));
            }
            // A stray `=` must not keep the loop at its place.
            rest = if after.len() < rest.len() { after } else { "" };
        }
    }
}

/// The tags of `html` in order.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + html[at..].find('<')?;
            let rest = &html[start..];
            if rest.starts_with("<!--") {
                at = start + rest.find("-->").map_or(rest.len(), |end| end + 3);
                continue;
            }
            if !rest[1..].starts_with(|char: char| char.is_ascii_alphabetic() || char == '/') {
                at = start + 1;
                continue;
            }
            let tag = Tag {
                text: &rest[..length(rest)],
                start,
            };
            at = behind(html, &tag);
            return Some(tag);
        }
    })
}

/// Plain text of a piece of HTML: no tags, entities resolved.
pub(super) fn text(html: &str) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for tag in tags(html) {
        out.push_str(&resolved(&html[done..tag.start]));
        done = behind(html, &tag);
    }
    out.push_str(&resolved(&html[done..]));
    out
}

/// `text` for an attribute in double quotes or between tags.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            char => out.push(char),
        }
    }
    out
}

/// Length of the tag at the beginning of `rest`; a `>` in quotes does not end it.
fn length(rest: &str) -> usize {
    let mut quote = None;
    for (at, char) in rest.char_indices() {
        match (quote, char) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(char),
            (Some(open), _) if open == char => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// Where to go on behind a tag: what a script or style contains is no HTML.
fn behind(html: &str, tag: &Tag<'_>) -> usize {
    let close = match tag.name() {
        "script" => "</script",
        "style" => "</style",
        _ => return tag.end(),
    };
    let rest = &html[tag.end()..];
    tag.end() + rest.find(close).unwrap_or(rest.len())
}

fn split_at(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}

fn quoted(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        _ => split_at(text, char::is_whitespace),
    }
}

/// Entities that mdBook writes, resolved; others stay as they are.
fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = rest[1..]
            .split_once(';')
            .and_then(|(name, _)| Some((name, entity(name)?)));
        if let Some((name, char)) = found {
            out.push(char);
            rest = &rest[name.len() + 2..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    let number = |digits: &str, radix| {
        u32::from_str_radix(digits, radix)
            .ok()
            .and_then(char::from_u32)
    };
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            decimal => number(decimal, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_where_they_stand() {
        let html = "<!DOCTYPE html><p title=\"a > b\">x<br/></p><!-- <b> --><script>'<i>'</script> 1 < 2 <em>";
        let names: Vec<&str> = tags(html).map(|tag| tag.name()).collect();
        assert_eq!(names, ["p", "br", "/p", "script", "/script", "em"]);
        assert!(tags(html).all(|tag| html[tag.start..].starts_with(tag.text)));
        // Nothing of this is well-formed; all of it must end.
        for odd in [
            "<",
            "<a",
            "<a href=\"",
            "<!--",
            "<script>",
            "<a = =>",
            "</",
            "&",
            "&#x;",
        ] {
            for tag in tags(odd) {
                assert!(
                    tag.attribute("href").is_none_or(|it| it.is_empty()),
                    "{odd}"
                );
            }
        }
    }

    #[test]
    fn attributes_are_read() {
        let tag = tags("<meta  NAME='de s' content=\"a &amp; &#39;b&#x27; &quot;\" hidden x=y/>")
            .next()
            .unwrap();
        let value = |name| tag.attribute(name);
        assert_eq!(value("name").as_deref(), Some("de s"));
        assert_eq!(value("content").as_deref(), Some("a & 'b' \""));
        assert_eq!(
            (value("hidden").as_deref(), value("x").as_deref()),
            (Some(""), Some("y"))
        );
        assert_eq!(value("meta"), None);
    }

    #[test]
    fn text_is_plain() {
        assert_eq!(
            text("a <b>&lt;b&gt;</b> &copy; &amp;lt; <script>1</script>&"),
            "a <b> &copy; &lt; &"
        );
    }

    #[test]
    fn escaping_and_resolving_are_opposites() {
        let hostile = "<b>\"'&amp;</b>";
        assert_eq!(resolved(&escaped(hostile)), hostile);
    }
}
