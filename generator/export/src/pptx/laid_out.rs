//! A slide of the neutral deck as one of a layout.

use document::deck::{Content, Slide};
use ooxml::slide::{NewSlide, Shape};
use ooxml::text::Paragraph;

use super::making::{Making, boxed, filled};
use super::text::plain;
use super::{decision, footer, lists, table};

/// The language of what is generated.
const LANGUAGE: &str = "en-US";
/// The size of a title that has no place, in points.
const TITLE_PT: f32 = 24.0;

/// `slide` as one of a layout.
pub(super) fn laid_out(making: &Making, slide: &Slide) -> NewSlide {
    let layout = making.layout(&slide.content);
    let mut shapes = vec![match layout.title() {
        Some(it) => filled("Title", it, vec![Paragraph::plain(&slide.title)]),
        None => headline(making, &slide.title),
    }];
    shapes.extend(match &slide.content {
        Content::Title => lists::title(making, layout),
        Content::Agenda { size_pt, parts } => lists::agenda(making, layout, *size_pt, parts),
        Content::Table(it) => vec![Shape::Table(table::table(making, it))],
        Content::Decision(it) => decision::shapes(making, layout, it),
        Content::Sources {
            size_pt, sources, ..
        } => lists::sources(making, *size_pt, sources),
    });
    if !matches!(slide.content, Content::Title) {
        shapes.extend(footer::shapes(making, layout, slide));
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

/// A title in a box of its own, where the layout has no place for one.
fn headline(making: &Making, title: &str) -> Shape {
    let mut paragraph = plain(title, TITLE_PT);
    for run in &mut paragraph.runs {
        run.bold = true;
    }
    boxed(making, "Title", making.places.headline, vec![paragraph])
}
