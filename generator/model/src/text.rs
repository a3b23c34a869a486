//! Texts of records: parsed once into blocks of a stated subset of Markdown, so that every output renders the same runs.

mod markup;
mod placeholder;
mod plain;
mod url;

use source::Span;

use crate::decode::{Decode, Decoder, Item};
use crate::reference::Owner;
use crate::{Id, Kind, Ref, Shape};

pub use plain::Word;
pub(crate) use url::Url;

/// A piece of text within a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Plain text.
    Text(String),
    /// Code, verbatim.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Run>),
    /// Strong emphasis.
    Strong(Vec<Run>),
    /// A link.
    Link(Target, Vec<Run>),
    /// The value of a fact, with its unit.
    Fact(Ref<crate::Fact>),
    /// A source that supports the sentence before it.
    Cite(Ref<crate::Source>),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An address: http, https or mailto.
    Url(String),
    /// A record of the knowledge base.
    Record(Kind, Id),
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list; each item holds blocks.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
}

/// One line that may hold emphasis, code and facts, but neither links nor citations: it may itself become a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Title {
    /// The runs.
    pub runs: Vec<Run>,
    /// Where it stands.
    pub span: Span,
}

/// One line of inline Markdown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The runs.
    pub runs: Vec<Run>,
    /// Where it stands.
    pub span: Span,
}

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A [`Title`].
    Title,
    /// A [`Line`].
    Line,
    /// [`Prose`].
    Prose,
}

/// A text with markup as it stands in a file, whichever field of whichever record it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The record; nothing for the manifest.
    pub from: Owner,
    /// What it is.
    pub form: Form,
    /// Where it stands, quotation marks included.
    pub span: Span,
}

/// Paragraphs and lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Title {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let text = plain::string(item, "a line of text", plain::Lines::One, cx)?;
        let runs = markup::line(text, item, markup::Links::Refused, cx)?;
        let span = cx.write(Form::Title, item);
        Some(Self { runs, span })
    }

    fn shape() -> Shape {
        Shape::Title
    }
}

impl Decode for Line {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let text = plain::string(item, "a line of text", plain::Lines::One, cx)?;
        let runs = markup::line(text, item, markup::Links::Allowed, cx)?;
        let span = cx.write(Form::Line, item);
        Some(Self { runs, span })
    }

    fn shape() -> Shape {
        Shape::Line
    }
}

impl Decode for Prose {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        let text = plain::string(item, "a text", plain::Lines::Many, cx)?;
        let blocks = markup::blocks(text, item, cx)?;
        let span = cx.write(Form::Prose, item);
        Some(Self { blocks, span })
    }

    fn shape() -> Shape {
        Shape::Prose
    }
}

impl Decoder<'_> {
    /// Notes that this file holds a text, and gives its place.
    fn write(&mut self, form: Form, item: &Item<'_>) -> Span {
        let (from, span) = (self.owner.clone(), self.span(item.span()));
        self.texts.push(Written { from, form, span });
        span
    }
}
