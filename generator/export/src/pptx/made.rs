//! A slide of the neutral deck as one of a layout.

use document::Slides;
use document::deck::{Content, Slide};
use document::fit::Insets;
use ooxml::Frame;
use ooxml::presentation::{Layout, LayoutPlaceholder};
use ooxml::slide::{NewSlide, Shape, TextShape};
use ooxml::text::Paragraph;

use super::places::{Kind, Places};
use super::text::{emu, plain};
use super::{decision, footer, lists, table};

/// The language of what is generated.
const LANGUAGE: &str = "en-US";
/// The size of a title that has no place, in points.
const TITLE_PT: f32 = 24.0;

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
    pub(super) fn slide(&self, slide: &Slide) -> NewSlide {
        let layout = self.layout(&slide.content);
        let mut shapes = vec![match layout.title() {
            Some(it) => filled("Title", it, vec![Paragraph::plain(&slide.title)]),
            None => headline(self, &slide.title),
        }];
        shapes.extend(match &slide.content {
            Content::Title => lists::title(self, layout),
            Content::Agenda { size_pt, parts } => lists::agenda(self, layout, *size_pt, parts),
            Content::Table(it) => vec![Shape::Table(table::table(self, it))],
            Content::Decision(it) => decision::shapes(self, layout, it),
            Content::Sources {
                size_pt, sources, ..
            } => lists::sources(self, *size_pt, sources),
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

/// A title in a box of its own, where the layout has no place for one.
fn headline(making: &Making, title: &str) -> Shape {
    let mut paragraph = plain(title, TITLE_PT);
    for run in &mut paragraph.runs {
        run.bold = true;
    }
    boxed(making, "Title", making.places.headline, vec![paragraph])
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
