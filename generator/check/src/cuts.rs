//! Cutting an entry out of a file so that no trace is left; nothing where comments or other forms make it unsure.

use source::Span;

/// What has to go with the entry at `span` of a list, which keeps others; see [`with_field`] for the last one.
pub(crate) fn of_list(text: &str, span: Span) -> Option<Span> {
    let entry = span.range();
    let left = text.get(..entry.start)?.trim_end();
    let right = text.get(entry.end..)?.trim_start();
    let comma = right.starts_with(',');
    let rest = right.trim_start_matches(',').trim_start();
    // What stands at the end of the line above may be a comment that happens to end in a comma.
    let breaks = text.get(left.len()..entry.start)?.contains('\n');
    let above = left.rsplit('\n').next().filter(|_| breaks);
    if above.is_some_and(|it| it.contains('#')) || rest.starts_with('#') {
        return None;
    }
    let after = text.len() - rest.len();
    let cut = if rest.starts_with(']') {
        // The last one takes the comma before it, or its own and the space before it.
        let comma_end = text.len() - right.len() + 1;
        match (left.strip_suffix(','), comma) {
            (Some(_), true) => left.len()..comma_end,
            (Some(kept), false) => kept.len()..entry.end,
            (None, _) => return None,
        }
    } else if comma && left.ends_with(['[', ',']) {
        entry.start..after
    } else {
        return None;
    };
    Some(Span::new(span.file, cut))
}

/// The line of the field `key` whose list has no entry but the one at `span`.
pub(crate) fn with_field(text: &str, span: Span, key: &str) -> Option<Span> {
    let entry = span.range();
    let before = text.get(..entry.start)?.trim_end().strip_suffix('[')?;
    let before = before.trim_end().strip_suffix('=')?;
    let before = before.trim_end().strip_suffix(key)?;
    let after = text.get(entry.end..)?.trim_start();
    let after = after.trim_start_matches(',').trim_start();
    let after = after.strip_prefix(']')?;
    lines(text, span, before.len(), text.len() - after.len())
}

/// The lines of a field `key = { … }`, whose value is the table at `value`.
pub(crate) fn setting(text: &str, key: Span, value: Span) -> Option<Span> {
    let inline = text.get(value.range())?.starts_with('{') && key.end <= value.start;
    let (start, end) = (key.range().start, value.range().end);
    inline.then(|| lines(text, key, start, end)).flatten()
}

/// The lines from `start` to `end`, if nothing else stands on them.
fn lines(text: &str, span: Span, start: usize, end: usize) -> Option<Span> {
    let before = text.get(..start)?.trim_end_matches([' ', '\t']);
    let after = text.get(end..)?.trim_start_matches([' ', '\t', '\r']);
    let ends = after.is_empty() || after.starts_with('\n');
    let begins = before.is_empty() || before.ends_with('\n');
    let end = (text.len() - after.len() + 1).min(text.len());
    (begins && ends).then(|| Span::new(span.file, before.len()..end))
}

#[cfg(test)]
mod tests {
    use source::{Sources, Span};

    use super::*;

    /// `text` without what is cut with the entry that stands between `<` and `>`.
    fn without(text: &str, cut: impl Fn(&str, Span) -> Option<Span>) -> Option<String> {
        let (before, rest) = text.split_once('<')?;
        let (entry, after) = rest.split_once('>')?;
        let text = format!("{before}{entry}{after}");
        let file = Sources::default().add("a", &text);
        let span = Span::new(file, before.len()..before.len() + entry.len());
        let cut = cut(&text, span)?.range();
        Some(format!("{}{}", &text[..cut.start], &text[cut.end..]))
    }

    #[test]
    fn an_entry_goes_with_its_comma() {
        for (text, left) in [
            ("a = [<1>, 2, 3]\n", "a = [2, 3]\n"),
            ("a = [1, <2>, 3]\n", "a = [1, 3]\n"),
            ("a = [1, 2, <3>]\n", "a = [1, 2]\n"),
            (
                "a = [\n    1,\n    <2>,\n    3,\n]\n",
                "a = [\n    1,\n    3,\n]\n",
            ),
            ("a = [\n    1,\n    <2>,\n]\n", "a = [\n    1,\n]\n"),
            ("a = [\n    1,\n    <2>\n]\n", "a = [\n    1\n]\n"),
        ] {
            assert_eq!(without(text, of_list).as_deref(), Some(left), "{text}");
        }
        for text in [
            "a = [\n    1,\n    <2>, # why\n    3,\n]\n",
            "a = [\n    1, # why\n    <2>,\n]\n",
            "a = [<1>]\n",
            "a = <1>\n",
        ] {
            assert_eq!(without(text, of_list), None, "{text}");
        }
    }

    #[test]
    fn the_only_entry_goes_with_its_field() {
        let cut = |text: &str, span| with_field(text, span, "allow");
        for text in [
            "allow = [<{ }>]\nb = 1\n",
            "allow = [\n  <{ }>,\n]\r\nb = 1\n",
            "  allow=[ <{ }> ]\nb = 1\n",
        ] {
            assert_eq!(without(text, cut).as_deref(), Some("b = 1\n"), "{text}");
        }
        for text in [
            "disallow = [<{ }>]\n",
            "allow = [<{ }>] # why\n",
            "allow = [<{ }>, { }]\n",
        ] {
            assert_eq!(without(text, cut), None, "{text}");
        }
    }
}
