//! Replaces the fenced code blocks of a chapter by highlighted HTML.

use std::borrow::Cow;
use std::ops::Range;

use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{code_html, is_known};

/// `markdown` with every fenced block of a known language as one line of raw HTML.
///
/// Other blocks stay fences: those without a language, plain text, unknown languages such as `mermaid` (a later
/// preprocessor may draw them), and those that ask for what mdBook does with code (`editable`, `mdbook-runnable`,
/// `hidelines=`). Hidden lines of Rust (`# …`) are left out, as in rustdoc; `##` stands for a line that begins with `#`.
pub fn fences(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains("```") && !markdown.contains("~~~") {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::new();
    let mut done = 0;
    for fence in known_fences(markdown) {
        out.push_str(&markdown[done..fence.range.start]);
        out.push_str(&code_html(&fence.language, &fence.source));
        done = fence.range.end;
    }
    if done == 0 {
        return Cow::Borrowed(markdown);
    }
    out.push_str(&markdown[done..]);
    Cow::Owned(out)
}

struct Fence {
    /// From the first backtick to the last, without the line end.
    range: Range<usize>,
    language: String,
    source: String,
}

fn known_fences(markdown: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<Fence> = None;
    for (event, range) in new_cmark_parser(markdown, &MarkdownOptions::default()).into_offset_iter()
    {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = language(&info).map(|language| Fence {
                    range: range.start..range.start + markdown[range.clone()].trim_end().len(),
                    language: language.to_owned(),
                    source: String::new(),
                });
            }
            Event::Text(text) => {
                if let Some(fence) = &mut open {
                    fence.source.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(mut fence) = open.take() {
                    if fence.language.eq_ignore_ascii_case("rust") || fence.language == "rs" {
                        fence.source = without_hidden_lines(&fence.source);
                    }
                    fences.push(fence);
                }
            }
            _ => {}
        }
    }
    fences
}

/// The language of a fence, if it is ours to highlight.
fn language(info: &str) -> Option<&str> {
    let mut words = info.split([' ', '\t', ',']).filter(|word| !word.is_empty());
    let language = words.next()?;
    let mdbook = |word: &str| {
        word == "editable" || word == "mdbook-runnable" || word.starts_with("hidelines=")
    };
    (is_known(language) && !words.any(mdbook)).then_some(language)
}

fn without_hidden_lines(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.lines() {
        let code = line.trim_start();
        if code == "#" || code.starts_with("# ") {
            continue;
        }
        match code.strip_prefix("##") {
            Some(rest) => {
                out.push_str(&line[..line.len() - code.len()]);
                out.push('#');
                out.push_str(rest);
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The HTML of `CommonMark`, so that the tests see what a reader of the Markdown would.
    fn html(markdown: &str) -> String {
        let mut html = String::new();
        let events = new_cmark_parser(markdown, &MarkdownOptions::default());
        pulldown_cmark::html::push_html(&mut html, events);
        html
    }

    #[test]
    fn a_fence_becomes_one_block_wherever_it_stands() {
        for (markdown, before, after) in [
            (
                "a\n```toml\nx = 1\n\n\ny = 2\n```\nb\n",
                "<p>a</p>",
                "<p>b</p>",
            ),
            (
                "- a\n\n  ```toml\n  x = 1\n\n\n  y = 2\n  ```\n\n- b\n",
                "<p>a</p>",
                "</li>\n<li>\n<p>b</p>",
            ),
            (
                "- ```toml\n  x = 1\n\n\n  y = 2\n  ```\n- b\n",
                "<ul>\n<li>",
                "</li>\n<li>b</li>",
            ),
            (
                "1. a\n   - b\n\n     ~~~~toml\n     x = 1\n\n\n     y = 2\n     ~~~~\n",
                "<p>b</p>",
                "</li>\n</ul>",
            ),
            (
                "> ```toml\n> x = 1\n>\n>\n> y = 2\n> ```\n> b\n",
                "<blockquote>",
                "<p>b</p>\n</blockquote>",
            ),
            (
                "  ```toml\n  x = 1\n\n\n  y = 2\n  ```\n\nb",
                "",
                "<p>b</p>",
            ),
            ("```toml\nx = 1\n\n\ny = 2", "", ""),
            (
                "```toml\r\nx = 1\r\n\r\n\r\ny = 2\r\n```\r\nb\r\n",
                "",
                "<p>b</p>",
            ),
        ] {
            let html = html(&fences(markdown));
            let code = code_html("toml", "x = 1\n\n\ny = 2");
            let parts: Vec<&str> = html.split(&code).map(str::trim).collect();
            assert_eq!(parts.len(), 2, "{html}");
            assert!(parts[0].ends_with(before), "{html}");
            assert!(parts[1].starts_with(after), "{html}");
        }
    }

    #[test]
    fn other_blocks_stay_as_they_are() {
        for markdown in [
            "```\nplain\n```\n",
            "```text\nx\n```\n",
            "```mermaid\ngraph TD\n```\n",
            "```rust,editable\nfn main() {}\n```\n",
            "```python hidelines=~\n~x\n```\n",
            "    indented\n",
            "`inline`\n",
            "<pre>\n```rust\nx\n```\n</pre>\n",
        ] {
            assert_eq!(fences(markdown), markdown);
        }
    }

    #[test]
    fn rust_shows_no_hidden_lines() {
        let out = fences("```rust,ignore\n# use a;\n#\n#[derive(Debug)]\nstruct A;\n## b\n```\n");
        assert_eq!(
            out,
            format!(
                "{}\n",
                code_html("rust", "#[derive(Debug)]\nstruct A;\n# b\n")
            )
        );
    }

    #[test]
    fn the_first_word_is_the_language() {
        let out = fences("```toml data/cons/slow-start.toml\na = 1\n```\n");
        assert!(
            out.starts_with("<pre><code class=\"language-toml hl\">"),
            "{out}"
        );
    }
}
