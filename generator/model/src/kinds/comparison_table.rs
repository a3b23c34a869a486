//! Tables: which options side by side, which questions below each other.

use toml::de::DeValue;

use crate::decode::{Decode, Decoder, Item, record};
use crate::reference::Spaces;
use crate::{Alternative, Kind, Line, Link, Ref, Shape, Space, Title};

record! {
    /// A table that is shown, printed and exported under one id.
    pub struct ComparisonTable {
        /// What it compares.
        required title: Title,
        /// The question it answers.
        required question: Line,
        /// `"headline"`, `"all"`, or a list of options.
        required columns: Columns,
        /// `group:id` for all dimensions of a group, `dimension:id` for one.
        required rows: Vec<Link<RowSpaces>>,
        /// What to know before reading it.
        optional note: Line,
    }
}

/// Which options a table has.
#[derive(Clone, Debug, PartialEq)]
pub enum Columns {
    /// Those of the headline.
    Headline,
    /// All.
    All,
    /// These.
    These(Vec<Ref<Alternative>>),
}

/// What a row can name.
#[derive(Debug, PartialEq)]
pub struct RowSpaces;

impl Spaces for RowSpaces {
    const SPACES: &'static [Space] = &[Space::Group, Space::Record(Kind::Dimension)];
}

impl Decode for Columns {
    fn decode(item: &Item<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match item.get_ref() {
            DeValue::String(word) if word == "headline" => Some(Self::Headline),
            DeValue::String(word) if word == "all" => Some(Self::All),
            DeValue::String(word) => cx.unknown_word(item, word, &["headline", "all"]),
            DeValue::Array(_) => Vec::decode(item, cx).map(Self::These),
            _ => cx.wrong_type(item, "`\"headline\"`, `\"all\"` or a list of options"),
        }
    }

    fn shape() -> Shape {
        let list = Shape::List(Box::new(Shape::Id(Space::Record(Kind::Alternative))));
        Shape::Either(vec![Shape::Choice(&["headline", "all"]), list])
    }
}
