//! Decks as text: sections for a deck of reveal.js, and Markdown for Marp.
//!
//! Both show what the neutral deck holds in the same order, cut in the same places; neither brings a script, a theme or a font.

mod marp;
mod reveal;

use document::Slides;
use document::deck::{Content, Slide};

use crate::{Format, Refused, Written};

/// `slides` in `format`.
pub(crate) fn write(slides: &Slides, format: Format) -> Result<Written, Refused> {
    match format {
        Format::Reveal => Ok(reveal::write(slides)),
        Format::Marp => Ok(marp::write(slides)),
        _ => Err(format.refused("deck")),
    }
}

/// The stamps of a deck: its own, and those of the tables in it, each once.
pub(crate) fn stamps(slides: &Slides) -> Vec<String> {
    let mut stamps = vec![slides.stamp().to_string()];
    for slide in &slides.slides {
        if let Content::Table(it) = &slide.content
            && !stamps.contains(&it.stamp)
        {
            stamps.push(it.stamp.clone());
        }
    }
    stamps
}

/// What the speaker has to know, and the sources below it.
fn said(slide: &Slide) -> impl Iterator<Item = &str> {
    let notes = slide.notes.iter().chain(&slide.source_notes);
    notes.map(String::as_str)
}
