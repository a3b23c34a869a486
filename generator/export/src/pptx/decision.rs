//! What a decision came to, on a slide.

use document::deck::{DecisionSlide, Lines};
use ooxml::Frame;
use ooxml::presentation::Layout;
use ooxml::slide::Shape;
use ooxml::text::{Paragraph, Run};

use super::making::{Making, boxed, filled, place};
use super::text::{hundredths, paragraph};

/// The numbers of the places of the base deck.
const BAND: u32 = 13;
const LEFT: u32 = 1;
const RIGHT: u32 = 14;
/// Where they begin and end on other layouts, in hundredths of the room of a table, as the texts were fitted.
const BAND_HEIGHT: i64 = 21;
const BODY_TOP: i64 = 26;
const LEFT_WIDTH: i64 = 59;
const RIGHT_WIDTH: i64 = 37;

/// The verdict across, below it why on the left, and what would change it on the right.
pub(super) fn shapes(making: &Making, layout: &Layout, it: &DecisionSlide) -> Vec<Shape> {
    let is_wide = it.right.is_empty();
    let area = making.places.area;
    let wide = if is_wide { 100 } else { LEFT_WIDTH };
    let mut all = vec![
        (
            "Verdict",
            BAND,
            part(area, (0, 0), (100, BAND_HEIGHT)),
            band(it),
        ),
        (
            "Reasons",
            LEFT,
            part(area, (0, BODY_TOP), (wide, 100)),
            lists(&it.left, it.size_pt),
        ),
    ];
    if !is_wide {
        let frame = part(area, (100 - RIGHT_WIDTH, BODY_TOP), (100, 100));
        all.push(("Changes", RIGHT, frame, lists(&it.right, it.size_pt)));
    }
    let shape = |(name, index, frame, paragraphs): (&str, u32, Frame, Vec<Paragraph>)| {
        match (place(making, layout, index), index) {
            // Nothing stands beside it, so that it has the whole width.
            (Some(place), LEFT) if is_wide => {
                let width = area.width;
                let frame = Frame {
                    width,
                    ..place.frame
                };
                match filled(name, place, paragraphs) {
                    Shape::Text(mut it) => {
                        it.frame = Some(frame);
                        Shape::Text(it)
                    }
                    other => other,
                }
            }
            (Some(place), _) => filled(name, place, paragraphs),
            (None, _) => boxed(making, name, frame, dotted(paragraphs)),
        }
    };
    all.into_iter().map(shape).collect()
}

/// The part of an area from one corner to the other, in hundredths of its width and height.
fn part(area: Frame, from: (i64, i64), to: (i64, i64)) -> Frame {
    Frame {
        x: area.x + area.width / 100 * from.0,
        y: area.y + area.height / 100 * from.1,
        width: area.width / 100 * (to.0 - from.0),
        height: area.height / 100 * (to.1 - from.1),
    }
}

/// The sentences of the verdict.
fn band(it: &DecisionSlide) -> Vec<Paragraph> {
    let look = Run {
        size: Some(hundredths(it.band_pt)),
        bold: true,
        ..Run::default()
    };
    let line = |runs: &Vec<document::Run>| Paragraph {
        level: 1,
        ..paragraph(runs, &look)
    };
    it.band.lines.iter().map(line).collect()
}

/// Lists below each other: headings on the first level, lines on the second.
fn lists(all: &[Lines], size_pt: f32) -> Vec<Paragraph> {
    let size = Some(hundredths(size_pt));
    let mut out = Vec::new();
    for it in all {
        let heading = Run {
            text: it.heading.clone(),
            size,
            bold: true,
            ..Run::default()
        };
        out.push(Paragraph {
            runs: vec![heading],
            ..Paragraph::default()
        });
        let look = Run {
            size,
            ..Run::default()
        };
        out.extend(it.lines.iter().map(|line| Paragraph {
            level: 1,
            ..paragraph(line, &look)
        }));
    }
    out
}

/// The same where no layout draws dots: each line brings its own, unless it is bold as a verdict is.
fn dotted(mut paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    for it in &mut paragraphs {
        let first = it.runs.first().cloned().unwrap_or_default();
        if it.level > 0 && !first.bold {
            let dot = Run {
                text: "• ".to_owned(),
                link: None,
                italic: false,
                ..first
            };
            it.runs.insert(0, dot);
        }
        it.level = 0;
    }
    paragraphs
}
