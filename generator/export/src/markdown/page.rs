//! A page of Markdown in the making: text so far, what was cited, what got lost.

use std::collections::BTreeSet;

use document::{Block, Note, Run, SourceNote};
use model::Target;

use super::escape::{address, begins, code, escape};
use crate::Loss;
use crate::address::is_address;

/// A page of Markdown in the making.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The text so far.
    pub(crate) out: String,
    /// The numbers of the sources that were cited.
    pub(crate) cited: BTreeSet<usize>,
    /// The footnotes that come last.
    footnotes: Vec<String>,
    /// What got lost.
    pub(crate) losses: BTreeSet<Loss>,
    /// What stands before the letters of notes, so that those of two tables differ.
    pub(crate) series: String,
    /// Whether sources and notes are numbers in brackets, for readers that know no footnotes.
    pub(crate) bracketed: bool,
    /// Whether the cell of a table is being written, where a pipe ends even code.
    in_cell: bool,
}

impl Page {
    /// A heading of a level from 1 to 6.
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        let signs = "#".repeat(level.clamp(1, 6));
        self.block(&format!("{signs} {}", escape(text).trim()));
    }

    /// A block of one line or several, with a blank line before it.
    pub(crate) fn block(&mut self, markdown: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(markdown);
    }

    /// A line.
    pub(crate) fn line(&mut self, markdown: &str) {
        self.out.push_str(markdown.trim_end());
        self.out.push('\n');
    }

    /// A paragraph, unless it is empty.
    pub(crate) fn paragraph(&mut self, runs: &[Run]) {
        let text = begins(&self.runs(runs));
        if !text.is_empty() {
            self.block(&text);
        }
    }

    /// Paragraphs and lists.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(runs) => self.paragraph(runs),
                Block::List { .. } => {
                    let lines = self.list(block, 0).join("\n");
                    self.block(&lines);
                }
            }
        }
    }

    /// The lines of a list, `depth` spaces from the left.
    fn list(&mut self, block: &Block, depth: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let indent = " ".repeat(depth);
        match block {
            Block::Paragraph(runs) => lines.push(format!("{indent}{}", begins(&self.runs(runs)))),
            Block::List { ordered, items } => {
                for (at, item) in items.iter().enumerate() {
                    let sign = if *ordered {
                        format!("{}. ", at + 1)
                    } else {
                        "- ".to_owned()
                    };
                    let inner = depth + sign.len();
                    let mut parts: Vec<String> = Vec::new();
                    for (at, it) in item.iter().enumerate() {
                        // A second paragraph of an item needs a blank line, a list of its own does not.
                        if at > 0 && matches!(it, Block::Paragraph(_)) {
                            parts.push(String::new());
                        }
                        parts.extend(self.list(it, inner));
                    }
                    let first = parts.first_mut();
                    if let Some(first) = first {
                        *first = format!("{indent}{sign}{}", first.trim_start());
                    }
                    lines.extend(parts);
                }
            }
        }
        lines
    }

    /// A list with one item for each text.
    pub(crate) fn items(&mut self, items: &[String]) {
        let lines: Vec<_> = items.iter().map(|it| format!("- {}", begins(it))).collect();
        if !lines.is_empty() {
            self.block(&lines.join("\n"));
        }
    }

    /// Text within a line.
    pub(crate) fn runs(&mut self, runs: &[Run]) -> String {
        let mut out = String::new();
        for run in runs {
            let text = self.run(run);
            if matches!(run, Run::Cite(_)) && out.ends_with(']') {
                out.push(' ');
            }
            out += &text;
        }
        out
    }

    /// The same within the cell of a table.
    pub(crate) fn cell(&mut self, runs: &[Run]) -> String {
        self.in_cell = true;
        let text = self.runs(runs);
        self.in_cell = false;
        text
    }

    fn run(&mut self, run: &Run) -> String {
        match run {
            Run::Text(text) | Run::Fact(_, text) => escape(text),
            Run::Code(text) => code(text, self.in_cell),
            Run::Emphasis(inner) => format!("*{}*", self.runs(inner)),
            Run::Strong(inner) => format!("**{}**", self.runs(inner)),
            Run::Link(Target::Url(url), inner) if is_address(url) => {
                format!("[{}]({})", self.runs(inner), address(url))
            }
            Run::Link(target, inner) => {
                self.losses.insert(match target {
                    Target::Url(_) => Loss::Links,
                    Target::Record(..) => Loss::Records,
                });
                self.runs(inner)
            }
            Run::Cite(number) => self.cite(*number),
        }
    }

    /// The sign of a source.
    pub(crate) fn cite(&mut self, number: usize) -> String {
        self.cited.insert(number);
        match self.bracketed {
            true => format!(" \\[{number}\\]"),
            false => format!("[^s{number}]"),
        }
    }

    /// The signs of sources and notes.
    pub(crate) fn signs(&mut self, sources: &[usize], letters: &[String]) -> String {
        if self.bracketed {
            let sources = sources.iter().map(ToString::to_string);
            let all: Vec<_> = sources.chain(letters.iter().map(|it| escape(it))).collect();
            return match all.is_empty() {
                true => String::new(),
                false => format!(" \\[{}\\]", all.join(", ")),
            };
        }
        let mut all: Vec<_> = sources.iter().map(|it| self.cite(*it)).collect();
        let series = &self.series;
        all.extend(
            letters
                .iter()
                .map(|it| format!("[^{series}{}]", escape(it))),
        );
        // Without a blank, two numbers would be read as one.
        all.join(" ")
    }

    /// Keeps notes for the end.
    pub(crate) fn notes(&mut self, notes: &[Note]) {
        for note in notes {
            let text = begins(&self.runs(&note.runs));
            let series = &self.series;
            self.footnotes
                .push(format!("[^{series}{}]: {text}", escape(&note.letter)));
        }
    }

    /// The footnotes: notes by letter, then cited sources. A source that nothing points at would not be shown as one, so that
    /// it stands in a list before them.
    pub(crate) fn footnotes(&mut self, sources: &[SourceNote], level: usize) {
        let (cited, further): (Vec<_>, Vec<_>) = sources
            .iter()
            .partition(|it| self.cited.contains(&it.number));
        if !further.is_empty() {
            let heading = match cited.is_empty() {
                true => "Sources",
                false => "Further sources",
            };
            self.heading(level, heading);
            let items: Vec<_> = further.into_iter().map(source).collect();
            self.items(&items);
        }
        let cited = cited.into_iter();
        let cited = cited.map(|it| format!("[^s{}]: {}", it.number, source(it)));
        let mut all = std::mem::take(&mut self.footnotes);
        all.extend(cited);
        for footnote in all {
            self.block(&footnote);
        }
    }
}

/// Title, publisher, day of reading.
fn source(it: &SourceNote) -> String {
    let title = escape(&it.title);
    let title = match it.url.as_ref().filter(|it| is_address(it)) {
        Some(url) => format!("[{title}]({})", address(url)),
        None => begins(&title),
    };
    let publisher = escape(&it.publisher);
    format!("{title}. {publisher}, read {}", escape(&it.accessed))
}

/// Text of which the address at its end is a link.
pub(crate) fn linked(text: &str, url: Option<&str>) -> String {
    let url = url.filter(|it| is_address(it));
    match url.and_then(|it| Some((text.strip_suffix(it)?, it))) {
        Some((before, url)) => {
            format!(
                "{}[{}]({})",
                begins(&escape(before)),
                escape(url),
                address(url)
            )
        }
        None => begins(&escape(text)),
    }
}
