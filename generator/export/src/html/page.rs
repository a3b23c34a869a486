//! A fragment of HTML in the making: text so far and what got lost.

use std::collections::BTreeSet;

use document::{Block, Note, Run, SourceNote};
use model::Target;

use super::escape::escape;
use super::style;
use crate::Loss;
use crate::address::is_address;

/// The size of the letters in what is pasted.
pub(super) const SIZE: &str = "10pt";
/// The size of what stands below a table.
const SMALL: &str = "9pt";

/// A fragment of HTML in the making.
#[derive(Debug)]
pub(crate) struct Page {
    /// The text so far.
    pub(crate) out: String,
    /// The size of the letters of tables and texts, with its unit.
    pub(crate) size: String,
    /// Whether cells name their sources and notes; on a slide, what the speaker says does.
    pub(crate) signs: bool,
    /// What got lost.
    pub(crate) losses: BTreeSet<Loss>,
}

impl Page {
    /// Nothing yet, in letters of this size.
    pub(crate) fn of_size(size: &str) -> Self {
        Self {
            out: String::new(),
            size: size.to_owned(),
            signs: true,
            losses: BTreeSet::new(),
        }
    }

    /// A line of markup.
    pub(crate) fn line(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    /// A heading of a level from 1 to 6.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let level = level.clamp(1, 6);
        let style = style::heading(level);
        self.line(&format!("<h{level}{style}>{}</h{level}>", escape(text)));
    }

    /// A paragraph, unless it is empty.
    pub(super) fn paragraph(&mut self, runs: &[Run]) {
        if !runs.is_empty() {
            let text = self.runs(runs);
            self.line(&format!("<p{}>{text}</p>", style::text(&self.size)));
        }
    }

    /// Paragraphs and lists.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(runs) => self.paragraph(runs),
                Block::List { ordered, items } => {
                    let tag = if *ordered { "ol" } else { "ul" };
                    self.line(&format!("<{tag}{}>", style::text(&self.size)));
                    for item in items {
                        self.out += "<li>";
                        match item.as_slice() {
                            [Block::Paragraph(runs), rest @ ..] => {
                                let text = self.runs(runs);
                                self.out += &text;
                                self.blocks(rest);
                            }
                            _ => self.blocks(item),
                        }
                        self.line("</li>");
                    }
                    self.line(&format!("</{tag}>"));
                }
            }
        }
    }

    /// Text within a line.
    pub(crate) fn runs(&mut self, runs: &[Run]) -> String {
        runs.iter().map(|run| self.run(run)).collect()
    }

    fn run(&mut self, run: &Run) -> String {
        match run {
            Run::Text(text) | Run::Fact(_, text) => escape(text),
            Run::Code(text) => format!(
                "<code style=\"font-family:Consolas,'Courier New',monospace\">{}</code>",
                escape(text)
            ),
            Run::Emphasis(inner) => format!("<em>{}</em>", self.runs(inner)),
            Run::Strong(inner) => format!("<strong>{}</strong>", self.runs(inner)),
            Run::Link(Target::Url(url), inner) if is_address(url) => {
                format!("<a href=\"{}\">{}</a>", escape(url), self.runs(inner))
            }
            Run::Link(target, inner) => {
                self.losses.insert(match target {
                    Target::Url(_) => Loss::Links,
                    Target::Record(..) => Loss::Records,
                });
                self.runs(inner)
            }
            Run::Cite(number) => signs(&[*number], &[]),
        }
    }

    /// The notes by letter.
    pub(super) fn notes(&mut self, notes: &[Note]) {
        for note in notes {
            let text = self.runs(&note.runs);
            let letter = escape(&note.letter);
            self.line(&format!(
                "<p{}><sup>[{letter}]</sup> {text}</p>",
                style::text(SMALL)
            ));
        }
    }

    /// The numbered sources.
    pub(super) fn sources(&mut self, sources: &[SourceNote]) {
        if sources.is_empty() {
            return;
        }
        self.line(&format!(
            "<p{}><strong>Sources</strong></p>",
            style::text(SMALL)
        ));
        self.line(&format!("<ol{}>", style::text(SMALL)));
        for it in sources {
            let title = escape(&it.title);
            let title = match it.url.as_deref().filter(|url| is_address(url)) {
                Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
                None => title,
            };
            let (publisher, accessed) = (escape(&it.publisher), escape(&it.accessed));
            let number = it.number;
            self.line(&format!(
                "<li value=\"{number}\">{title}. {publisher}, read {accessed}</li>"
            ));
        }
        self.line("</ol>");
    }

    /// Of which day and which data it is.
    pub(super) fn day(&mut self, as_of: Option<&str>, revision: &str) {
        let date = as_of
            .map(|it| format!("As of {}. ", escape(it)))
            .unwrap_or_default();
        let revision = escape(revision);
        self.line(&format!(
            "<p{}>{date}Revision {revision} of the data.</p>",
            style::text(SMALL)
        ));
    }
}

/// The signs of sources and notes, in brackets: a raised number alone would read as a power where the raising is lost.
pub(super) fn signs(sources: &[usize], letters: &[String]) -> String {
    let sources = sources.iter().map(ToString::to_string);
    let all: Vec<_> = sources.chain(letters.iter().map(|it| escape(it))).collect();
    match all.is_empty() {
        true => String::new(),
        false => format!("<sup>[{}]</sup>", all.join(", ")),
    }
}

/// Text of which the address at its end is a link.
pub(crate) fn linked(text: &str, url: Option<&str>) -> String {
    let url = url.filter(|it| is_address(it));
    match url.and_then(|it| Some((text.strip_suffix(it)?, it))) {
        Some((before, url)) => {
            let address = escape(url);
            format!("{}<a href=\"{address}\">{address}</a>", escape(before))
        }
        None => escape(text),
    }
}
