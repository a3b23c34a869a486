//! What stands at the foot of a slide: of which day and data it is, its sources, its number.

use document::deck::Slide;
use document::fit::Insets;
use document::measure::{Face, width};
use ooxml::presentation::{Layout, LayoutPlaceholder};
use ooxml::slide::{Shape, TextShape};
use ooxml::text::Paragraph;

use super::making::Making;
use super::places::Kind;

/// How large the footers of the base deck are set, in points, without insets.
const BASE_PT: f32 = 10.0;
/// No footer of a user's layout is set larger than this.
const OWN_PT: f32 = 12.0;

/// The footer and the number of a slide, as far as its layout has places for them.
pub(super) fn shapes(making: &Making, layout: &Layout, slide: &Slide) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if let Some(place) = layout.placeholder("ftr") {
        shapes.push(Shape::Text(TextShape {
            name: "Footer".to_owned(),
            placeholder: Some(place.into()),
            frame: frame(making, place),
            paragraphs: vec![Paragraph::plain(&text(making, slide, place))],
        }));
    }
    let number = layout.placeholder("sldNum");
    shapes.extend(number.map(|it| Shape::Number(it.into())));
    shapes
}

/// Where a footer of a user's layout stands: `LibreOffice` looks for it nowhere else.
fn frame(making: &Making, place: &LayoutPlaceholder) -> Option<ooxml::Frame> {
    matches!(making.places.kind, Kind::Own).then_some(place.frame)
}

/// The edition, and behind it the numbers of the sources if they have room on the same line; all are in the notes.
fn text(making: &Making, slide: &Slide, place: &LayoutPlaceholder) -> String {
    let edition = &making.slides.edition;
    let Some(heading) = slide.source_notes.first() else {
        return edition.clone();
    };
    let text = format!("{edition} · {heading} {}", ranges(&slide.sources));
    let room = place.frame.width as f32 / ooxml::EMU_PER_POINT as f32;
    let insets = Insets::default();
    let (size_pt, beside) = match making.places.kind {
        Kind::Base(_) => (BASE_PT, 0.0),
        Kind::Own => (OWN_PT, insets.left + insets.right),
    };
    let face = Face::named(&making.places.font).face;
    match width(&text, face, size_pt) + beside <= room {
        true => text,
        false => edition.clone(),
    }
}

/// Numbers in their order, those that follow each other as `3–7`.
fn ranges(numbers: &[usize]) -> String {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for it in numbers {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *it => *last = *it,
            _ => out.push((*it, *it)),
        }
    }
    let range = |(from, to): &(usize, usize)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    };
    out.iter().map(range).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn numbers_that_follow_each_other_are_a_range() {
        assert_eq!(ranges(&[1, 2, 3, 5, 6, 9]), "1–3, 5, 6, 9");
        assert_eq!(ranges(&[]), "");
    }
}
