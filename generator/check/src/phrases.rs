//! Words and phrases within sentences: where the rules of prose look, and how they find what they list.

use std::collections::{HashMap, HashSet};

use model::{Kind, Written};
use source::Span;

use crate::{Context, words};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// As it is written.
    pub(crate) word: &'t str,
    /// In lower case.
    pub(crate) lower: String,
    /// The byte of the text at which it begins.
    pub(crate) at: usize,
}

impl Token<'_> {
    /// The byte after its last.
    pub(crate) fn end(&self) -> usize {
        self.at + self.word.len()
    }
}

/// The texts that speak with the voice of the book. What the article or a source says is quoted, not said.
pub(crate) fn own_texts<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Written> {
    let quoted: HashSet<Span> = cx.model.statements.iter().map(|it| it.says.span).collect();
    let own = |kind| ![Kind::Source, Kind::Contradiction, Kind::Snippet].contains(&kind);
    cx.model.texts.iter().filter(move |text| {
        text.from.as_ref().is_none_or(|(kind, _)| own(*kind)) && !quoted.contains(&text.span)
    })
}

/// The sentences of `raw`, a text with markup, as their words; quotations and code are left out.
pub(crate) fn sentences(raw: &str) -> Vec<Vec<Token<'_>>> {
    let quoted = quotations(raw);
    let mut all = vec![Vec::new()];
    let mut end = 0;
    for (at, word) in words(raw) {
        if breaks(
            &raw[end..at],
            all.last().and_then(|it: &Vec<Token<'_>>| it.last()),
        ) {
            all.push(Vec::new());
        }
        end = at + word.len();
        let inside = quoted.partition_point(|it| it.1 <= at);
        if quoted.get(inside).is_some_and(|it| it.0 <= at) {
            continue;
        }
        let lower = word.to_lowercase();
        if let Some(last) = all.last_mut() {
            last.push(Token { word, lower, at });
        }
    }
    all
}

/// Whether a sentence ends between two words. A letter alone before a full stop is an abbreviation.
fn breaks(gap: &str, before: Option<&Token<'_>>) -> bool {
    if gap.contains("\n\n") || gap.contains("\n- ") || gap.contains("\\n\\n") {
        return true;
    }
    let initial =
        before.is_some_and(|it| it.word.len() == 1 && it.word.starts_with(char::is_alphabetic));
    let stops = gap.match_indices(['.', '!', '?']).any(|(at, mark)| {
        let next = gap[at + mark.len()..].chars().next();
        next.is_some_and(|it| it.is_whitespace() || "[\"')\u{201d}*_".contains(it))
    });
    stops && !initial
}

/// The ranges of bytes between curly quotation marks, in order.
fn quotations(raw: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = raw[from..].find('\u{201c}').map(|it| from + it) {
        let Some(length) = raw[start..].find('\u{201d}') else {
            break;
        };
        from = start + length;
        found.push((start, from));
    }
    found
}

/// A list of phrases, by the first word of each.
pub(crate) struct Phrases {
    by_first: HashMap<&'static str, Vec<Vec<&'static str>>>,
}

impl Phrases {
    /// Phrases in lower case; spaces and hyphens within them mean the same.
    pub(crate) fn new(phrases: impl IntoIterator<Item = &'static str>) -> Self {
        let mut by_first: HashMap<_, Vec<Vec<_>>> = HashMap::new();
        for phrase in phrases {
            let words: Vec<_> = phrase.split([' ', '-']).collect();
            if let Some(first) = words.first() {
                by_first.entry(*first).or_default().push(words);
            }
        }
        // The longest first: it says most of what stands there.
        for list in by_first.values_mut() {
            list.sort_by_key(|it| std::cmp::Reverse(it.len()));
        }
        Self { by_first }
    }

    /// How many words from `at` on are one of the phrases; 0 if none is.
    pub(crate) fn length_at(&self, sentence: &[Token<'_>], at: usize) -> usize {
        let rest = &sentence[at..];
        let list = rest
            .first()
            .and_then(|it| self.by_first.get(it.lower.as_str()));
        let fits = |phrase: &&Vec<&str>| {
            rest.len() >= phrase.len()
                && phrase
                    .iter()
                    .zip(rest)
                    .all(|(one, other)| *one == other.lower)
        };
        list.into_iter().flatten().find(fits).map_or(0, Vec::len)
    }

    /// Calls `visit` with every phrase that the book itself uses, as it is written, and its place.
    pub(crate) fn each_in(&self, cx: &Context<'_>, visit: &mut dyn FnMut(&str, Span)) {
        for text in own_texts(cx) {
            for sentence in sentences(cx.sources.text(text.span)) {
                self.each_of(&sentence, cx, text, visit);
            }
        }
    }

    fn each_of(
        &self,
        sentence: &[Token<'_>],
        cx: &Context<'_>,
        text: &Written,
        visit: &mut dyn FnMut(&str, Span),
    ) {
        let mut at = 0;
        while at < sentence.len() {
            let length = self.length_at(sentence, at);
            if length > 0 {
                let span = between(text, &sentence[at], &sentence[at + length - 1]);
                visit(cx.sources.text(span), span);
            }
            at += length.max(1);
        }
    }
}

/// The place from one word of a text to another.
pub(crate) fn between(text: &Written, first: &Token<'_>, last: &Token<'_>) -> Span {
    text.span.part(first.at, last.end() - first.at)
}

#[cfg(test)]
mod tests {
    use super::{Phrases, sentences};

    fn plain(raw: &str) -> Vec<String> {
        let join = |it: Vec<super::Token<'_>>| {
            it.iter()
                .map(|it| it.lower.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        sentences(raw).into_iter().map(join).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        assert_eq!(
            plain("One.[^a] Two, e.g. three.\n\nFour"),
            ["one", "two e g three", "four"]
        );
        assert_eq!(
            plain("It costs {{ fact.a }} in .NET 8. So"),
            ["it costs in net 8", "so"]
        );
        assert_eq!(
            plain("They say \u{201c}very easy. Yes\u{201d} there."),
            ["they say", "there"]
        );
    }

    #[test]
    fn the_longest_phrase_is_found_with_hyphens_or_spaces() {
        let phrases = Phrases::new(["best", "best in class"]);
        let sentence = sentences("a best-in-class tool").remove(0);
        assert_eq!(phrases.length_at(&sentence, 1), 3);
        assert_eq!(phrases.length_at(&sentence, 0), 0);
        let sentence = sentences("the best tool").remove(0);
        assert_eq!(phrases.length_at(&sentence, 1), 1);
    }
}
