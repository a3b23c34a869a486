//! The slides that list something: the agenda and the sources.

use super::making::{Making, slide};
use super::{AgendaPart, Content, PrintedSource, Slide};
use crate::SourceNote;
use crate::fit::{Frame, SIZES_PT};
use crate::measure::Measured;
use crate::sentence::{Sentences, Slots};

/// Sources are looked up, not read aloud.
const SOURCES_PT: f32 = 10.0;
const SOURCE_COLUMNS: usize = 2;
/// The gap between two columns.
const GUTTER_PT: f32 = 28.0;
/// So many heights of the last column are tried.
const LEVELS: u8 = 24;
/// What stands between two lines of a list, as a multiple of the size of its text.
const BETWEEN: f32 = 0.5;
/// The agenda is no wider than this part of the frame, so that the numbers of slides have room.
const AGENDA: f32 = 0.8;

/// The agenda, with a place for the number of each part.
pub(super) fn agenda(making: &Making<'_>, titles: &[&str]) -> Vec<Slide> {
    let frame = &making.frame;
    let width = frame.width_pt * AGENDA;
    let cut = |size: f32| pages(&heights(titles, frame, size, width), |_| frame.height_pt);
    let fewest = cut(SIZES_PT[SIZES_PT.len() - 1]).len();
    let sizes = SIZES_PT.into_iter();
    let size_pt = sizes
        .filter(|it| cut(*it).len() <= fewest)
        .fold(0.0, f32::max);
    let title = making.say("deck.agenda");
    let pages = cut(size_pt);
    let of = pages.len();
    let mut titles = titles.iter();
    let slide = |(at, n): (usize, usize)| {
        let parts = titles.by_ref().take(n).map(|title| AgendaPart {
            title: (*title).to_owned(),
            slide: 0,
        });
        let parts = parts.collect();
        let slide = slide("agenda", &title, Content::Agenda { size_pt, parts });
        making.piece(slide, at + 1, of)
    };
    pages.into_iter().enumerate().map(slide).collect()
}

/// Puts the first slide of each part into every agenda.
pub(super) fn number(slides: &mut [Slide], starts: &[usize]) {
    let mut at = 0;
    for slide in slides {
        if let Content::Agenda { parts, .. } = &mut slide.content {
            for part in parts {
                part.slide = starts[at % starts.len()];
                at += 1;
            }
        }
    }
}

/// All sources of the deck.
pub(super) fn sources(making: &Making<'_>) -> Vec<Slide> {
    let sources = making.notes.list();
    let texts: Vec<String> = sources
        .iter()
        .map(|it| printed(it, making.sentences))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let frame = &making.frame;
    let gutters = GUTTER_PT * (SOURCE_COLUMNS - 1) as f32;
    let width = (frame.width_pt - gutters) / SOURCE_COLUMNS as f32;
    let heights = heights(&texts, frame, SOURCES_PT, width);
    let counts = level(&heights, frame.height_pt);
    let of = counts.len();
    let title = making.say("heading.sources");
    let mut sources = sources.into_iter().zip(texts);
    let slide = |(at, n): (usize, usize)| {
        let own: Vec<_> = sources.by_ref().take(n).collect();
        let content = Content::Sources {
            size_pt: SOURCES_PT,
            columns: SOURCE_COLUMNS,
            sources: own
                .iter()
                .map(|(it, text)| PrintedSource {
                    number: it.number,
                    printed: (*text).to_owned(),
                    url: it.url.clone(),
                })
                .collect(),
        };
        let slide = Slide {
            sources: own.iter().map(|(it, _)| it.number).collect(),
            ..slide("sources", &title, content)
        };
        making.piece(slide, at + 1, of)
    };
    counts.into_iter().enumerate().map(slide).collect()
}

/// A source in one line.
pub(super) fn printed(source: &SourceNote, sentences: &Sentences) -> String {
    let slots = Slots::new()
        .text("number", source.number.to_string())
        .text("title", source.title.clone())
        .text("publisher", source.publisher.clone())
        .text("accessed", source.accessed.clone())
        .maybe("url", source.url.clone());
    sentences.text("deck.source", &slots)
}

/// How high each of `texts` is, with what stands below it.
fn heights(texts: &[&str], frame: &Frame, size_pt: f32, width_pt: f32) -> Vec<f32> {
    let height = |text: &&str| {
        let lines = Measured::of(text, frame.face).lines(size_pt, width_pt);
        (lines as f32 * frame.pitch + BETWEEN) * size_pt
    };
    texts.iter().map(height).collect()
}

/// How many sources stand on each slide: on as few slides as there can be, which are about equally full. Columns are filled
/// one after the other, so only the last of a slide may end early.
fn level(heights: &[f32], room: f32) -> Vec<usize> {
    let slides = |last: f32| -> Vec<usize> {
        let is_last = |at: usize| at % SOURCE_COLUMNS == SOURCE_COLUMNS - 1;
        let columns = pages(heights, |at| if is_last(at) { last } else { room });
        let slides = columns.chunks(SOURCE_COLUMNS);
        slides.map(|it| it.iter().sum()).collect()
    };
    let greedy = slides(room);
    let part = |at: u8| slides(room * f32::from(at) / f32::from(LEVELS));
    let level = (1..LEVELS).map(part).find(|it| it.len() <= greedy.len());
    level.unwrap_or(greedy)
}

/// How many of the texts with these `heights` stand on each page, one below another; one at least, however tall it is. The
/// pages are as high as `room` says, by their number from 0.
fn pages(heights: &[f32], room: impl Fn(usize) -> f32) -> Vec<usize> {
    let mut pages: Vec<usize> = Vec::new();
    let mut height = 0.0;
    for own in heights {
        if pages.last().is_none() || height + own > room(pages.len() - 1) {
            pages.push(0);
            height = 0.0;
        }
        height += own;
        if let Some(last) = pages.last_mut() {
            *last += 1;
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn no_slide_of_sources_is_left_nearly_empty() {
        assert_eq!(level(&[10.0; 21], 50.0), [7, 7, 7]);
        assert_eq!(level(&[10.0; 20], 50.0), [10, 10]);
        assert_eq!(level(&[10.0; 3], 50.0), [3]);
        assert_eq!(level(&[80.0; 3], 50.0), [2, 1]);
        assert!(level(&[], 50.0).is_empty());
    }
}
