//! The subset of Markdown that records have: paragraphs, lists, emphasis, code, links, facts and citations.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};
use source::{Diagnostic, Span};

use super::placeholder;
use super::{Block, Run, Target, url};
use crate::decode::{Decoder, Item};
use crate::rules::{BAD_MARKUP, BAD_PLACEHOLDER};

/// Whether a line may hold links and citations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    Allowed,
    Refused,
}

/// The runs of a text that must be one paragraph.
pub(super) fn line(
    text: &str,
    item: &Item<'_>,
    links: Links,
    cx: &mut Decoder<'_>,
) -> Option<Vec<Run>> {
    let blocks = parse(text, item, links, cx)?;
    if let [Block::Paragraph(_)] = blocks.as_slice()
        && let Some(Block::Paragraph(runs)) = blocks.into_iter().next()
    {
        return Some(runs);
    }
    let found = Diagnostic::error(
        BAD_MARKUP,
        cx.span(item.span()),
        "a list cannot stand in a field of one line",
    );
    cx.report(found.help("write a sentence; a `-`, `+` or `1.` at the beginning is taken for a list unless a `\\` precedes it"));
    None
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Vec<Block>> {
    parse(text, item, Links::Allowed, cx)
}

fn parse(text: &str, item: &Item<'_>, links: Links, cx: &mut Decoder<'_>) -> Option<Vec<Block>> {
    // Tables are switched on so that they can be refused.
    let options = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_TABLES;
    let parser = Parser::new_ext(text, options).into_offset_iter();
    let mut reader = Reading {
        events: parser.peekable(),
        origin: Origin::of(text, item, cx),
        text,
        links,
        refused: false,
        html: false,
    };
    let blocks = reader.blocks(cx);
    (!reader.refused).then_some(blocks)
}

/// Where the text of a string begins in the file, if it stands there letter by letter.
struct Origin {
    whole: Span,
    start: Option<usize>,
}

impl Origin {
    fn of(text: &str, item: &Item<'_>, cx: &Decoder<'_>) -> Self {
        let whole = item.span();
        let raw = cx.text.get(whole.clone()).unwrap_or("");
        // `text` is trimmed: it is found as it is unless the string uses escapes.
        let start = raw.find(text).map(|at| whole.start + at);
        let whole = cx.span(whole);
        Self { whole, start }
    }

    fn span(&self, range: Range<usize>) -> Span {
        match self.start {
            Some(start) => Span::new(self.whole.file, start + range.start..start + range.end),
            None => self.whole,
        }
    }
}

struct Reading<'t> {
    events: Peekable<OffsetIter<'t>>,
    origin: Origin,
    text: &'t str,
    links: Links,
    refused: bool,
    /// Whether HTML was told in this paragraph: a tag seldom comes alone.
    html: bool,
}

impl Reading<'_> {
    /// Blocks up to the end of the text or of the item that holds them.
    fn blocks(&mut self, cx: &mut Decoder<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            self.html = false;
            match event {
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    blocks.push(Block::Paragraph(self.runs(cx)));
                    self.events.next();
                }
                Event::Start(Tag::List(start)) => {
                    self.events.next();
                    let ordered = start.is_some();
                    let items = self.items(cx);
                    blocks.push(Block::List { ordered, items });
                }
                Event::End(_) => break,
                // The text of a tight list item has no paragraph around it.
                _ if is_inline(&event) => blocks.push(Block::Paragraph(self.runs(cx))),
                _ => self.refuse(&event, range, cx),
            }
        }
        blocks
    }

    fn items(&mut self, cx: &mut Decoder<'_>) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    items.push(self.blocks(cx));
                    self.events.next();
                }
                _ => break,
            }
        }
        items
    }

    /// Runs up to the end of what holds them, which is left for the caller.
    fn runs(&mut self, cx: &mut Decoder<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::Text(_) | Event::SoftBreak | Event::HardBreak => runs.extend(self.plain(cx)),
                Event::Code(code) => {
                    self.events.next();
                    self.no_braces(&code, range, cx);
                    runs.push(Run::Code(code.into_string()));
                }
                Event::Start(Tag::Emphasis) => runs.push(Run::Emphasis(self.nested(cx))),
                Event::Start(Tag::Strong) => runs.push(Run::Strong(self.nested(cx))),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let inner = self.nested(cx);
                    match self.target(&dest_url, range, cx) {
                        Some(target) => runs.push(Run::Link(target, inner)),
                        None => self.refused = true,
                    }
                }
                Event::End(_) | Event::Start(Tag::List(_) | Tag::Paragraph) => break,
                _ => self.refuse(&event, range, cx),
            }
        }
        runs
    }

    fn nested(&mut self, cx: &mut Decoder<'_>) -> Vec<Run> {
        self.events.next();
        let inner = self.runs(cx);
        self.events.next();
        inner
    }

    /// Joins the pieces into which the parser cuts plain text, and finds facts and citations in them.
    fn plain(&mut self, cx: &mut Decoder<'_>) -> Vec<Run> {
        let mut joined = String::new();
        // For every piece: where it begins in `joined`, and where it stands in the text.
        let mut pieces: Vec<(usize, Range<usize>)> = Vec::new();
        while let Some((event, range)) = self.events.next_if(|(event, _)| {
            matches!(event, Event::Text(_) | Event::SoftBreak | Event::HardBreak)
        }) {
            pieces.push((joined.len(), range));
            match event {
                Event::Text(text) => joined += &text,
                _ => joined.push(' '),
            }
        }
        let origin = &self.origin;
        let place = |range: Range<usize>| {
            let at = |offset: usize| {
                let (begin, range) = pieces.iter().rev().find(|(begin, _)| *begin <= offset)?;
                Some((range.start + (offset - begin)).min(range.end))
            };
            let start = at(range.start).unwrap_or(0);
            origin.span(start..at(range.end).unwrap_or(start).max(start))
        };
        let runs = placeholder::runs(&joined, &place, self.links == Links::Allowed, cx);
        self.refused |= runs.is_none();
        runs.unwrap_or_default()
    }

    fn target(
        &mut self,
        address: &str,
        range: Range<usize>,
        cx: &mut Decoder<'_>,
    ) -> Option<Target> {
        let span = self.origin.span(range.clone());
        if self.links == Links::Refused {
            let found = Diagnostic::error(BAD_MARKUP, span, "a title cannot hold a link");
            cx.report(found.help("a title becomes a link itself; put the link into the prose"));
            return None;
        }
        self.no_braces(address, range, cx);
        if let Some(target) = placeholder::record_target(address, span, cx) {
            return Some(target);
        }
        url::check(address, span, cx)?;
        Some(Target::Url(address.to_owned()))
    }

    fn no_braces(&mut self, text: &str, range: Range<usize>, cx: &mut Decoder<'_>) {
        if placeholder::has_braces(text) {
            let span = self.origin.span(range);
            let found = Diagnostic::error(
                BAD_PLACEHOLDER,
                span,
                "double braces have no place in code or in an address",
            );
            cx.report(found.help("write the fact as text: `{{ fact.<id> }}`"));
            self.refused = true;
        }
    }

    /// Reports what records do not have, and skips it with all it holds.
    fn refuse(&mut self, event: &Event<'_>, range: Range<usize>, cx: &mut Decoder<'_>) {
        self.refused = true;
        let what = match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => "HTML",
            Event::Start(Tag::Heading { .. }) => "a heading",
            Event::Start(Tag::Image { .. }) => "an image",
            Event::Start(Tag::Table(_)) => "a table",
            Event::Start(Tag::CodeBlock(_)) => "a code block",
            Event::Start(Tag::BlockQuote(_)) => "a block quotation",
            Event::Rule => "a rule",
            _ => "this",
        };
        let shown = range.start
            ..range.end.min(
                range.start
                    + self.text[range.start..]
                        .find('\n')
                        .unwrap_or(usize::MAX - range.start),
            );
        let found = Diagnostic::error(
            BAD_MARKUP,
            self.origin.span(shown),
            format!("{what} has no place in the text of a record"),
        );
        let told = what == "HTML" && std::mem::replace(&mut self.html, true);
        self.skip();
        if told {
            return;
        }
        cx.report(found.help("records have paragraphs, lists, emphasis, code, links, citations and facts; put a `\\` before a sign that is meant as it is"));
    }

    /// Skips the next event with all it holds.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        // An end without its beginning must not end the block that holds it twice.
        let _ = self
            .events
            .next_if(|(event, _)| matches!(event, Event::End(TagEnd::HtmlBlock)));
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
    )
}
