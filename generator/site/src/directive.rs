//! Finds `{{#tradeoff NAME ARGUMENT…}}` in the Markdown of a chapter. Pure.
//!
//! A directive stands on one line. Inside code spans, code blocks and HTML comments it is text, and so is one with a
//! backslash before it. In a real book mdBook's own `links` step runs first and eats one such backslash: there, write
//! the directive as code, or with two.

use std::ops::Range;

use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use pulldown_cmark::{Event, Tag};

use crate::content::Directive;

/// Something in a chapter that looks like a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A directive to be replaced.
    Directive(Directive<'a>),
    /// One meant to be read; the range of the backslash, which goes.
    Literal(Range<usize>),
    /// One that cannot be understood.
    Broken {
        /// From the braces to where reading stopped.
        span: Range<usize>,
        /// What is wrong, as a phrase.
        message: &'static str,
    },
}

const WORD: &str = "#tradeoff";

/// What mdBook itself replaces; its step runs before ours, so what is left of it stands in a book on purpose.
const OF_MDBOOK: [&str; 5] = [
    "include",
    "playground",
    "rustdoc_include",
    "template",
    "title",
];

/// All directives of `text`, in written order.
///
/// ```
/// use site::directive::{Found, find};
/// let found = find("Intro\n\n{{#tradeoff table feature-comparison}}\n");
/// let [Found::Directive(directive)] = &found[..] else { panic!() };
/// assert_eq!((directive.name, &directive.arguments[..]), ("table", &["feature-comparison"][..]));
/// ```
pub fn find(text: &str) -> Vec<Found<'_>> {
    if !text.contains("{{") || !text.contains('#') {
        return Vec::new();
    }
    let inert = inert_ranges(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{").map(|at| from + at) {
        from = start + 2;
        if inert.iter().any(|range| range.contains(&start)) {
            continue;
        }
        if let Some(one) = read(text, start) {
            from = match &one {
                Found::Directive(Directive { span, .. }) | Found::Broken { span, .. } => span.end,
                Found::Literal(_) => from,
            };
            found.push(one);
        }
    }
    found
}

/// What begins with the braces at `start`, if it is ours.
fn read(text: &str, start: usize) -> Option<Found<'_>> {
    let line = text[start..].lines().next().unwrap_or_default();
    let inside = line[2..].trim_start_matches([' ', '\t']);
    let ours = inside.strip_prefix(WORD).filter(|rest| ends_a_word(rest));
    let Some(rest) = ours else {
        return slip(inside).map(|()| Found::Broken {
            span: start..start + (line.len() - inside.len()) + word_of(inside).len(),
            message: "this is no directive: did you mean `{{#tradeoff …}}`?",
        });
    };
    if text[..start].ends_with('\\') {
        return Some(Found::Literal(start - 1..start));
    }
    let Some((body, _)) = rest.split_once("}}") else {
        return Some(Found::Broken {
            span: start..start + line.trim_end().len(),
            message: "the directive is not closed on its line",
        });
    };
    let end = start + (line.len() - rest.len()) + body.len() + 2;
    let mut words = body.split_whitespace();
    Some(match words.next() {
        Some(name) => Found::Directive(Directive {
            name,
            arguments: words.collect(),
            span: start..end,
        }),
        None => Found::Broken {
            span: start..end,
            message: "the directive has no name",
        },
    })
}

fn ends_a_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t', '}'])
}

/// What stands before the first blank or brace.
fn word_of(inside: &str) -> &str {
    inside.split([' ', '\t', '}']).next().unwrap_or_default()
}

/// Whether our word is meant and misspelt: a name after a `#` that is near to ours and is none of mdBook's.
fn slip(inside: &str) -> Option<()> {
    let name = word_of(inside).strip_prefix('#')?;
    let near = model::nearest(name, ["tradeoff"].into_iter()).is_some();
    (near && !OF_MDBOOK.contains(&name)).then_some(())
}

/// Where a directive is only text: code and HTML comments.
fn inert_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for (event, range) in new_cmark_parser(text, &MarkdownOptions::default()).into_offset_iter() {
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => ranges.push(range),
            Event::InlineHtml(html) if html.starts_with("<!--") => ranges.push(range),
            Event::Start(Tag::HtmlBlock) => ranges.extend(comments(text, range)),
            _ => {}
        }
    }
    ranges
}

/// The comments of one HTML block; an unclosed one runs to the block's end.
fn comments(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = block.start;
    while let Some(start) = text[from..block.end].find("<!--").map(|at| from + at) {
        from = text[start..block.end]
            .find("-->")
            .map_or(block.end, |at| start + at + 3);
        ranges.push(start..from);
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Directives as `name argument…`, literals as `\`, broken ones as `!message`.
    fn short(text: &str) -> Vec<String> {
        let one = |found: Found<'_>| match found {
            Found::Directive(it) => {
                assert!(text[it.span.clone()].starts_with("{{"));
                assert!(text[it.span.clone()].ends_with("}}"));
                [&[it.name], &it.arguments[..]].concat().join(" ")
            }
            Found::Literal(range) => text[range].to_owned(),
            Found::Broken { message, .. } => format!("!{message}"),
        };
        find(text).into_iter().map(one).collect()
    }

    #[test]
    fn directives_come_in_written_order_with_their_arguments() {
        let text = "{{#tradeoff pages options}}\n\n- in a list: {{#tradeoff  a\tb  c }} and {{ #tradeoff d}}\n";
        assert_eq!(short(text), ["pages options", "a b c", "d"]);
    }

    #[test]
    fn the_span_covers_the_braces() {
        let text = "é {{#tradeoff a}} z";
        let [Found::Directive(it)] = &find(text)[..] else {
            panic!("one directive")
        };
        assert_eq!(&text[it.span.clone()], "{{#tradeoff a}}");
    }

    #[test]
    fn code_is_left_alone() {
        for text in [
            "`{{#tradeoff a}}`",
            "`` ` {{#tradeoff a}} ``",
            "```\n{{#tradeoff a}}\n```",
            "~~~md\n{{#tradeoff a}}\n~~~",
            "> ```\n> {{#tradeoff a}}\n> ```",
            "1. x\n\n   ```\n   {{#tradeoff a}}\n   ```",
            "text\n\n    {{#tradeoff a}}\n",
            "```\nnever closed {{#tradeoff a}}",
        ] {
            assert_eq!(short(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn text_that_only_looks_like_code_is_searched() {
        // Four blanks after a paragraph continue it; a lone backtick opens nothing.
        assert_eq!(short("text\n    {{#tradeoff a}}\n"), ["a"]);
        assert_eq!(short("a ` b {{#tradeoff a}}\n"), ["a"]);
        assert_eq!(short("<div>\n{{#tradeoff a}}\n</div>\n"), ["a"]);
    }

    #[test]
    fn comments_are_left_alone() {
        assert_eq!(
            short("<!-- {{#tradeoff a}}\n{{#tradeoff b}} --> {{#tradeoff c}}\n"),
            ["c"]
        );
        assert_eq!(short("x <!-- {{#tradeoff a}} --> {{#tradeoff b}}\n"), ["b"]);
    }

    #[test]
    fn a_backslash_makes_it_text() {
        assert_eq!(short("\\{{#tradeoff a}} {{#tradeoff b}}"), ["\\", "b"]);
    }

    #[test]
    fn other_words_are_not_ours() {
        assert_eq!(
            short("{{#include a}} {{#trace a}} {{tradeoff a}} {{#title x}} #tradeoff"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_misspelt_word_is_said() {
        let said = "!this is no directive: did you mean `{{#tradeoff …}}`?";
        assert_eq!(
            short("{{#tradeof glossary}} {{#tradeoffs a}}"),
            [said, said]
        );
        let [Found::Broken { span, .. }] = &find("é {{#tradeof glossary}}")[..] else {
            panic!("one that is broken")
        };
        assert_eq!(*span, 3..13);
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        assert_eq!(short("{{#tradeoff}}"), ["!the directive has no name"]);
        assert_eq!(
            short("{{#tradeoff a\nb}} {{#tradeoff c}}"),
            ["!the directive is not closed on its line", "c"]
        );
        assert_eq!(
            short("{{#tradeoff"),
            ["!the directive is not closed on its line"]
        );
    }
}
