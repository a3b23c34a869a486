//! What a field may hold, as data: the same declaration that decodes a record describes it here.

use crate::decode::Decode;
use crate::{Kind, Manifest, Space};

/// The form of a value. From it come the schema for editors, the reference pages and tests that visit every field.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Plain text without markup.
    Word,
    /// One line of inline Markdown without links and citations.
    Title,
    /// One line of inline Markdown.
    Line,
    /// Paragraphs and lists.
    Prose,
    /// A calendar day.
    Date,
    /// A number without a unit.
    Number,
    /// A whole number, 0 or more.
    Count,
    /// `true` or `false`.
    Flag,
    /// A formula.
    Formula,
    /// A number, the id of a fact, or a range of them.
    Amount,
    /// An address on the web.
    Url,
    /// The id of something in this space.
    Id(Space),
    /// `kind:id` with one of these spaces.
    Link(&'static [Space]),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Any of these forms.
    Either(Vec<Shape>),
    /// A list.
    List(Box<Shape>),
    /// A table whose keys are ids of a space, or free ids if there is none.
    Keyed(Option<Space>, Box<Shape>),
    /// A table with these fields.
    Table(Vec<Field>),
}

impl Shape {
    /// What the file at `path` below `data/` may hold; nothing for one that is neither the manifest nor a record.
    pub fn of_file(path: &str) -> Option<Self> {
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["comparison.toml"] => Some(Manifest::shape()),
            [folder, name] => {
                name.strip_suffix(".toml")?;
                Kind::of_folder(folder).map(Kind::shape)
            }
            _ => None,
        }
    }
}

/// One field of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key in TOML.
    pub key: String,
    /// What it says, for authors.
    pub doc: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// What it may hold.
    pub shape: Shape,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}
