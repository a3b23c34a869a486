//! A slide of the neutral deck as one of a layout.

use document::Slides;
use document::deck::{Content, Slide};
use ooxml::Frame;
use ooxml::presentation::{Layout, LayoutPlaceholder};
use ooxml::slide::{NewSlide, Shape, TextShape};
use ooxml::text::Paragraph;

use super::places::{Kind, Places};
use super::{decision, footer, lists, table};

/// The language of what is generated.
const LANGUAGE: &str = "en-US";

/// What slides are made of.
pub(super) struct Making<'d> {
    pub(super) slides: &'d Slides,
    pub(super) places: &'d Places,
    /// The style of tables: a GUID in braces.
    pub(super) table_style: &'d str,
}

impl Making<'_> {
    pub(super) fn slide(&self, slide: &Slide) -> NewSlide {
        let layout = self.layout(&slide.content);
        let title = layout.title().map(|it| {
            let text = Paragraph::plain(&slide.title);
            filled("Title", it, vec![text])
        });
        let mut shapes: Vec<Shape> = title.into_iter().collect();
        shapes.extend(match &slide.content {
            Content::Title => lists::title(self, layout),
            Content::Agenda { size_pt, parts } => lists::agenda(self, layout, *size_pt, parts),
            Content::Table(it) => vec![Shape::Table(table::table(self, it))],
            Content::Decision(it) => decision::shapes(self, layout, it),
            Content::Sources {
                size_pt, sources, ..
            } => lists::sources(self, layout, *size_pt, sources),
        });
        if !matches!(slide.content, Content::Title) {
            shapes.extend(footer::shapes(self, layout, slide));
        }
        let said = slide.notes.iter().chain(&slide.source_notes);
        NewSlide {
            layout: layout.part.clone(),
            shapes,
            notes: said.map(|it| super::text::linked(it, None)).collect(),
            language: LANGUAGE.to_owned(),
            ..NewSlide::default()
        }
    }

    fn layout(&self, content: &Content) -> &Layout {
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
pub(super) fn place<'l>(making: &Making, layout: &'l Layout, index: u32) -> Option<&'l LayoutPlaceholder> {
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

/// A text in a box of its own.
pub(super) fn boxed(name: &str, frame: Frame, paragraphs: Vec<Paragraph>) -> Shape {
    Shape::Text(TextShape {
        name: name.to_owned(),
        placeholder: None,
        frame: Some(frame),
        paragraphs,
    })
}
