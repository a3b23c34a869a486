//! Texts of a document as HTML and Markdown: what comes from data is escaped here and in the templates, nowhere else.

use std::fmt;

use document::{Block, Run};
use model::{Date, Target};
use serde::{Serialize, Serializer};

use crate::address::Links;

/// HTML that is safe to print: everything in it is escaped. A template prints it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// The HTML of plain text.
    pub(crate) fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// Plain text that leads to `href`, if there is one.
    pub(crate) fn linked(href: Option<&str>, text: &str) -> Self {
        let mut out = String::new();
        anchor(href, "", Linked::Yes, &mut out, |out| {
            *out += &escaped(text);
        });
        Self(out)
    }

    /// HTML that this crate has written itself.
    pub(crate) fn written(html: String) -> Self {
        Self(html)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(out)
    }
}

/// Whether a text may hold links: not where it becomes a link itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Linked {
    Yes,
    No,
}

/// Runs as HTML, on one line.
pub(crate) fn runs(runs: &[Run], links: &Links<'_>, linked: Linked) -> Html {
    let mut out = String::new();
    append(runs, links, linked, &mut out);
    Html(out)
}

/// Blocks as HTML, on one line.
pub(crate) fn blocks(blocks: &[Block], links: &Links<'_>) -> Html {
    let mut out = String::new();
    for block in blocks {
        append_block(block, links, &mut out);
    }
    Html(out)
}

/// `<sup>` with the numbers of source notes, each a link to its note.
pub(crate) fn cites(numbers: &[usize], links: &Links<'_>) -> Html {
    let mut out = String::new();
    for number in numbers {
        cite(*number, links, Linked::Yes, &mut out);
    }
    Html(out)
}

/// A day as people write it, with the day as programs read it.
pub(crate) fn date(date: Date) -> Html {
    Html(format!(
        "<time datetime=\"{date}\">{}</time>",
        date.long().replace(' ', "\u{a0}")
    ))
}

/// Text as Markdown that shows exactly this text, on one line: every sign of ASCII that could mean something is escaped.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' | '\r' | '\t' => out.push(' '),
            // CommonMark 0.31, section 2.4: any of these may be escaped. The harmless ones stay readable.
            ' '..='~' if it.is_ascii_punctuation() && !",.;:/'?".contains(it) => {
                out.push('\\');
                out.push(it);
            }
            _ => out.push(it),
        }
    }
    out
}

fn append(runs: &[Run], links: &Links<'_>, linked: Linked, out: &mut String) {
    for run in runs {
        match run {
            Run::Text(text) => *out += &escaped(text),
            Run::Code(text) => wrap("code", out, |out| *out += &escaped(text)),
            Run::Emphasis(inner) => wrap("em", out, |out| append(inner, links, linked, out)),
            Run::Strong(inner) => wrap("strong", out, |out| append(inner, links, linked, out)),
            Run::Fact(id, text) => {
                let to = links.to(model::Kind::Fact, id);
                anchor(to.as_deref(), "fact", linked, out, |out| {
                    *out += &escaped(text);
                });
            }
            Run::Link(target, inner) => {
                let to = match target {
                    Target::Url(url) => Some(url.clone()),
                    Target::Record(kind, id) => links.to(*kind, id),
                };
                anchor(to.as_deref(), "", linked, out, |out| {
                    // A link in a link would end the first one.
                    append(inner, links, Linked::No, out);
                });
            }
            Run::Cite(number) => cite(*number, links, linked, out),
        }
    }
}

fn append_block(block: &Block, links: &Links<'_>, out: &mut String) {
    match block {
        Block::Paragraph(inner) => wrap("p", out, |out| append(inner, links, Linked::Yes, out)),
        Block::List { ordered, items } => {
            let list = if *ordered { "ol" } else { "ul" };
            wrap(list, out, |out| {
                for item in items {
                    wrap("li", out, |out| match &item[..] {
                        // A list of short items is set without paragraphs.
                        [Block::Paragraph(inner)] => append(inner, links, Linked::Yes, out),
                        blocks => blocks.iter().for_each(|it| append_block(it, links, out)),
                    });
                }
            });
        }
    }
}

fn cite(number: usize, links: &Links<'_>, linked: Linked, out: &mut String) {
    if linked == Linked::No {
        return;
    }
    let id = links.note(number);
    *out += &format!(
        "<sup class=\"cite\"><a href=\"#{id}\" aria-label=\"source {number}\">{number}</a></sup>"
    );
}

fn wrap(element: &str, out: &mut String, inner: impl FnOnce(&mut String)) {
    *out += &format!("<{element}>");
    inner(out);
    *out += &format!("</{element}>");
}

fn anchor(
    to: Option<&str>,
    class: &str,
    linked: Linked,
    out: &mut String,
    inner: impl FnOnce(&mut String),
) {
    let Some(to) = to.filter(|_| linked == Linked::Yes) else {
        return inner(out);
    };
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    *out += &format!("<a{class} href=\"{}\">", escaped(to));
    inner(out);
    *out += "</a>";
}

/// Text in HTML and in its attributes; line ends become blanks, because a blank line would end the block.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\n' | '\r' => out.push(' '),
            _ => out.push(it),
        }
    }
    out
}
