//! What slides are made of: their contents, the layouts that they take, and texts in places and in boxes.

use document::Slides;
use document::deck::Content;
use document::fit::Insets;
use ooxml::Frame;
use ooxml::presentation::{Layout, LayoutPlaceholder};
use ooxml::slide::{Shape, TextShape};
use ooxml::text::Paragraph;

use super::places::{Kind, Places};
use super::text::emu;

/// What slides are made of.
pub(super) struct Making<'d> {
    pub(super) slides: &'d Slides,
    pub(super) places: &'d Places,
    /// The style of tables: a GUID in braces.
    pub(super) table_style: &'d str,
    /// How many slides stand before those that are made.
    pub(super) n_before: usize,
}

impl Making<'_> {
    /// The layout for a slide with this content.
    pub(super) fn layout(&self, content: &Content) -> &Layout {
        match (&self.places.kind, content) {
            (_, Content::Title) => &self.places.title,
            (Kind::Base(it), Content::Agenda { .. }) => &it.agenda,
            (Kind::Base(it), Content::Decision(_)) => &it.decision,
            (Kind::Base(it), Content::Sources { .. }) => &it.sources,
            _ => &self.places.table,
        }
    }
}

/// The place of this number on a layout, unless texts stand in boxes of their own.
pub(super) fn place<'l>(
    making: &Making,
    layout: &'l Layout,
    index: u32,
) -> Option<&'l LayoutPlaceholder> {
    let mut all = layout.placeholders.iter();
    match making.places.kind {
        Kind::Base(_) => all.find(|it| it.index == index),
        Kind::Own => None,
    }
}

/// A text in a place of the layout.
pub(super) fn filled(name: &str, place: &LayoutPlaceholder, paragraphs: Vec<Paragraph>) -> Shape {
    Shape::Text(TextShape {
        name: name.to_owned(),
        placeholder: Some(place.into()),
        frame: None,
        paragraphs,
    })
}

/// A text in a box of its own, which is as wide as `frame` without the insets of the box. In the base deck, where titles have
/// none, the text begins at the left edge of the frame.
pub(super) fn boxed(
    making: &Making,
    name: &str,
    frame: Frame,
    paragraphs: Vec<Paragraph>,
) -> Shape {
    let insets = Insets::default();
    let left = match making.places.kind {
        Kind::Base(_) => emu(insets.left),
        Kind::Own => 0,
    };
    Shape::Text(TextShape {
        name: name.to_owned(),
        placeholder: None,
        frame: Some(Frame {
            x: frame.x.saturating_sub(left),
            y: frame.y.saturating_sub(emu(insets.top)),
            width: frame.width.saturating_add(emu(insets.left + insets.right)),
            height: frame.height.saturating_add(emu(insets.top + insets.bottom)),
        }),
        paragraphs,
    })
}
