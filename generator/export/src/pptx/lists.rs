//! The slides without tables and verdicts: title, agenda, sources.

use document::deck::{AgendaPart, PrintedSource};
use ooxml::Frame;
use ooxml::presentation::Layout;
use ooxml::slide::Shape;
use ooxml::text::{Color, Paragraph, Run};

use super::made::{Making, boxed, filled, place};
use super::text::{hundredths, plain, source};

/// The place of the text of an agenda and of sources in the base deck.
const BODY: u32 = 1;
/// The sizes of the lines below a title that has no place for them, in points.
const SUBTITLE_PT: [f32; 2] = [20.0, 14.0];
/// What stands between the columns of sources, in hundredths of the width of both.
const GUTTER: i64 = 4;

/// What stands below the title of the deck.
pub(super) fn title(making: &Making, layout: &Layout) -> Vec<Shape> {
    let slides = making.slides;
    // The deck of the comparison itself would name it twice.
    let comparison = Some(&slides.comparison).filter(|it| **it != slides.title);
    let lines: Vec<&str> = comparison.into_iter().chain([&slides.edition]).map(String::as_str).collect();
    if let Some(place) = layout.placeholder("subTitle") {
        let line = |(level, text): (u8, &&str)| Paragraph {
            level,
            ..Paragraph::plain(text)
        };
        return vec![filled("Subtitle", place, (0..).zip(&lines).map(line).collect())];
    }
    let lines = lines.iter().zip(SUBTITLE_PT).map(|(it, size)| plain(it, size));
    vec![boxed("Subtitle", making.places.area, lines.collect())]
}

/// The parts of the deck, and on which slide each begins.
pub(super) fn agenda(making: &Making, layout: &Layout, size_pt: f32, parts: &[AgendaPart]) -> Vec<Shape> {
    let place = place(making, layout, BODY);
    let part = |(number, it): (usize, &AgendaPart)| {
        let text = match place {
            Some(_) => it.title.clone(),
            None => format!("{number}. {}", it.title),
        };
        let mut paragraph = plain(&text, size_pt);
        paragraph.runs.push(Run {
            text: format!("   {}", it.slide),
            size: Some(hundredths(size_pt)),
            color: Some(Color::Text2),
            ..Run::default()
        });
        paragraph
    };
    let paragraphs = (1..).zip(parts).map(part).collect();
    vec![match place {
        Some(place) => filled("Agenda", place, paragraphs),
        None => boxed("Agenda", making.places.area, paragraphs),
    }]
}

/// Sources in two columns, each with its address as a link.
pub(super) fn sources(making: &Making, layout: &Layout, size_pt: f32, all: &[PrintedSource]) -> Vec<Shape> {
    let paragraph = |it: &PrintedSource| Paragraph {
        level: 1,
        ..source(&it.printed, it.url.as_deref(), size_pt)
    };
    if let Some(place) = place(making, layout, BODY) {
        return vec![filled("Sources", place, all.iter().map(paragraph).collect())];
    }
    let area = making.places.area;
    let width = area.width / 100 * (100 - GUTTER) / 2;
    let (left, right) = all.split_at(middle(all));
    let sides = [(area.x, left), (area.x + area.width - width, right)];
    let sides = sides.into_iter().filter(|(_, them)| !them.is_empty());
    let shape = |(x, them): (i64, &[PrintedSource])| {
        let lines = them.iter().flat_map(|it| {
            let line = source(&it.printed, it.url.as_deref(), size_pt);
            // Half an empty line parts one source from the next.
            [line, plain(" ", size_pt / 2.0)]
        });
        boxed("Sources", Frame { x, width, ..area }, lines.collect())
    };
    sides.map(shape).collect()
}

/// Where two columns of about the same length part.
fn middle(all: &[PrintedSource]) -> usize {
    let length = |it: &PrintedSource| it.printed.chars().count() + 20;
    let half = all.iter().map(length).sum::<usize>() / 2;
    let mut before = 0;
    let left = all.iter().take_while(|it| {
        before += length(it);
        before <= half
    });
    left.count().max(1).min(all.len())
}
