//! Decks of `PowerPoint`: the base deck, or a template of the user's, with a slide for each of the neutral deck.
//!
//! Start reading at [`Template`], which says how much room there is, then [`write`]. Tables are real tables, as high and wide
//! as they were fitted; the names of their shapes are how a refresh finds them again.
//!
//! # Source
//!
//! ECMA-376-1; the base deck is described in `templates/deck/README.md`.

mod base;
mod decision;
mod footer;
mod laid_out;
mod lists;
mod making;
mod places;
mod properties;
mod table;
mod template;
mod text;

use std::collections::BTreeSet;
use std::io::Cursor;

use document::deck::Content;
use document::{Slides, Stamp};
use ooxml::{Package, Presentation, Properties, slide};

use crate::{Format, Loss, Refused, Written};
use laid_out::laid_out;
use making::Making;

pub use base::FOLDER;
pub use template::Template;

/// What a table on a slide has no place for. Reasons and questions are in the notes of the speaker.
const LOSSES: [Loss; 4] = [Loss::Links, Loss::Records, Loss::Emphasis, Loss::Details];

/// `slides` as a deck made from `template`, behind its own slides if it keeps them. `stamp` is what the file says about itself: how much
/// room a template has is no part of it.
///
/// # Errors
/// If the template cannot be read or written again.
pub fn write(slides: &Slides, stamp: &Stamp, template: &Template) -> Result<Written, Refused> {
    let bytes = bytes(slides, stamp, template).map_err(|it| failed(&it))?;
    let mut losses = BTreeSet::new();
    for it in &slides.slides {
        if let Content::Table(it) = &it.content {
            losses.extend(Loss::of(&it.table, &LOSSES));
        }
    }
    Ok(Written {
        bytes,
        losses: losses.into_iter().collect(),
    })
}

fn bytes(slides: &Slides, stamp: &Stamp, template: &Template) -> ooxml::Result<Vec<u8>> {
    let mut package = Package::open(Cursor::new(template.bytes.as_slice()))?;
    let mut presentation = Presentation::read(&mut package)?;
    presentation.make_presentation(&mut package);
    if !template.keeps_slides {
        slide::remove_all(&mut package, &mut presentation)?;
    }
    let making = Making {
        slides,
        places: &template.places,
        table_style: &presentation.table_style,
        n_before: presentation.slides.len(),
    };
    let new: Vec<_> = slides
        .slides
        .iter()
        .map(|it| laid_out(&making, it))
        .collect();
    slide::add(&mut package, &mut presentation, &new)?;
    Properties {
        title: slides.title.clone(),
        creator: slides.comparison.clone(),
        keywords: String::new(),
        date: slides.as_of.clone().unwrap_or_default(),
    }
    .write(&mut package)?;
    properties::write(&stamps(slides, stamp), &mut package)?;
    let mut out = Vec::new();
    package.save_checked(&mut out)?;
    Ok(out)
}

/// What the file says about itself, and about the tables in it, each once.
fn stamps(slides: &Slides, stamp: &Stamp) -> Vec<String> {
    let mut stamps = vec![stamp.to_string()];
    for slide in &slides.slides {
        if let Content::Table(it) = &slide.content
            && !stamps.contains(&it.stamp)
        {
            stamps.push(it.stamp.clone());
        }
    }
    stamps
}

fn failed(why: &ooxml::Error) -> Refused {
    Refused::Failed(Format::Pptx, why.to_string())
}
