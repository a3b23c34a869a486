//! The slides without tables and verdicts: title, agenda, sources.

use document::deck::{AgendaPart, PrintedSource};
use document::measure::{Face, lines};
use ooxml::Frame;
use ooxml::presentation::Layout;
use ooxml::slide::Shape;
use ooxml::text::{Color, Paragraph, Run};

use super::making::{Making, boxed, filled, place};
use super::text::{emu, hundredths, plain, source};
use crate::refresh::package::agenda::{BETWEEN, SHAPE};

/// The place of the text of an agenda in the base deck.
const BODY: u32 = 1;
/// The sizes of the lines below a title that has no place for them, in points.
const SUBTITLE_PT: [f32; 2] = [20.0, 14.0];
/// What stands between the columns of sources, in points, and between two sources, as a multiple of the size of their text.
const GUTTER_PT: f32 = 28.0;
const GAP: f32 = 0.25;

/// What stands below the title of the deck.
pub(super) fn title(making: &Making, layout: &Layout) -> Vec<Shape> {
    let slides = making.slides;
    // The deck of the comparison itself would name it twice.
    let comparison = Some(&slides.comparison).filter(|it| **it != slides.title);
    let texts: Vec<&str> = comparison
        .into_iter()
        .chain([&slides.edition])
        .map(String::as_str)
        .collect();
    if let Some(place) = layout.placeholder("subTitle") {
        let line = |(level, text): (u8, &&str)| Paragraph {
            level,
            ..Paragraph::plain(text)
        };
        return vec![filled(
            "Subtitle",
            place,
            (0..).zip(&texts).map(line).collect(),
        )];
    }
    let lines = texts
        .iter()
        .zip(SUBTITLE_PT)
        .map(|(it, size)| plain(it, size));
    vec![boxed(
        making,
        "Subtitle",
        making.places.area,
        lines.collect(),
    )]
}

/// The parts of the deck, and on which slide each begins.
pub(super) fn agenda(
    making: &Making,
    layout: &Layout,
    size_pt: f32,
    parts: &[AgendaPart],
) -> Vec<Shape> {
    let place = place(making, layout, BODY);
    let part = |(number, it): (usize, &AgendaPart)| {
        let text = match place {
            Some(_) => it.title.clone(),
            None => format!("{number}. {}", it.title),
        };
        let mut paragraph = plain(&text, size_pt);
        paragraph.runs.push(Run {
            text: format!("{BETWEEN}{}", making.n_before + it.slide),
            size: Some(hundredths(size_pt)),
            color: Some(Color::Text2),
            ..Run::default()
        });
        paragraph
    };
    let paragraphs = (1..).zip(parts).map(part).collect();
    vec![match place {
        Some(place) => filled(SHAPE, place, paragraphs),
        None => boxed(making, SHAPE, making.places.area, paragraphs),
    }]
}

/// Sources in two columns, each with its address as a link. They stand in boxes, for a place would number them from one again
/// on every slide.
pub(super) fn sources(making: &Making, size_pt: f32, all: &[PrintedSource]) -> Vec<Shape> {
    let area = making.places.area;
    let gutter = emu(GUTTER_PT);
    let width = area.width.saturating_sub(gutter) / 2;
    let (left, right) = all.split_at(middle(making, size_pt, width, all));
    let sides = [
        (area.x, left),
        (area.x.saturating_add(width + gutter), right),
    ];
    let sides = sides.into_iter().filter(|(_, them)| !them.is_empty());
    let shape = |(x, them): (i64, &[PrintedSource])| {
        let lines = them.iter().flat_map(|it| {
            let line = source(&it.printed, it.url.as_deref(), size_pt);
            [line, plain(" ", size_pt * GAP)]
        });
        boxed(
            making,
            "Sources",
            Frame { x, width, ..area },
            lines.collect(),
        )
    };
    sides.map(shape).collect()
}

/// How many sources stand on the left, so that the longer column is as short as can be.
fn middle(making: &Making, size_pt: f32, width: i64, all: &[PrintedSource]) -> usize {
    let face = Face::named(&making.places.font).face;
    let width_pt = width as f32 / ooxml::EMU_PER_POINT as f32;
    // Programs begin a new line before an address that does not fit whole.
    let height = |it: &PrintedSource| {
        let url = it.url.as_deref().unwrap_or_default();
        let before = it.printed.strip_suffix(url).unwrap_or(&it.printed);
        let rows = [before, url].into_iter().filter(|it| !it.is_empty());
        let rows = rows.map(|it| lines(it, face, size_pt, width_pt));
        rows.sum::<usize>() as f32 + GAP
    };
    let heights: Vec<f32> = all.iter().map(height).collect();
    let longer = |at: &usize| {
        let (left, right) = heights.split_at(*at);
        left.iter().sum::<f32>().max(right.iter().sum())
    };
    let places = 0..=all.len();
    // Of two that are the same, the left column is the longer.
    let best = places.rev().min_by(|a, b| longer(a).total_cmp(&longer(b)));
    best.unwrap_or_default()
}
