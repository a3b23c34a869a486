//! New slides: their parts, and every place that has to know of them.

use std::io::{Read, Seek};

use super::list::{Entry, enter};
use super::notes::{self, NOTES_TYPE};
use super::notes_master;
use super::part::{part, tree};
use super::shape::Shape;
use crate::links::Links;
use crate::package::relationships::{NewRelationship, Target};
use crate::package::{Package, directory_of};
use crate::presentation::Presentation;
use crate::text::{Paragraph, Writer};
use crate::{Error, Result};

/// A slide that is not there yet.
#[derive(Clone, Debug, Default)]
pub struct NewSlide {
    /// The part of the slide that it follows; none for the end.
    pub after: Option<String>,
    /// The part of its layout.
    pub layout: String,
    /// Its shapes, the lowest first: a reader hears them in this order.
    pub shapes: Vec<Shape>,
    /// What is said to it; nothing makes no page of notes.
    pub notes: Vec<Paragraph>,
    /// The language of its texts, such as `en-US`.
    pub language: String,
}

pub(super) const SLIDE_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
/// Adds slides, and returns their parts in the same order. The presentation is read again, for it has them then.
///
/// Slides that follow the same one keep their order. All are added at once, for each time costs as much as the whole list.
///
/// # Errors
/// The presentation is in the strict form, a part cannot be read, there is no such layout or slide, or the cells of a table
/// do not fill its grid.
pub fn add(
    package: &mut Package<impl Read + Seek>,
    presentation: &mut Presentation,
    slides: &[NewSlide],
) -> Result<Vec<String>> {
    if slides.is_empty() {
        return Ok(Vec::new());
    }
    refuse(package, presentation, slides)?;
    let parts = package.attempt(|package| add_all(package, presentation.clone(), slides))?;
    *presentation = Presentation::read(package)?;
    Ok(parts)
}

fn add_all(
    package: &mut Package<impl Read + Seek>,
    mut presentation: Presentation,
    slides: &[NewSlide],
) -> Result<Vec<String>> {
    if slides.iter().any(|it| !it.notes.is_empty()) && presentation.notes_master.is_none() {
        notes_master::create(package, &mut presentation)?;
    }
    let folder = directory_of(&presentation.part).to_owned();
    let parts = package.free_names(&format!("{folder}slides/slide"), ".xml", slides.len());
    let n_notes = slides.iter().filter(|it| !it.notes.is_empty()).count();
    let mut pages = package
        .free_names(&format!("{folder}notesSlides/notesSlide"), ".xml", n_notes)
        .into_iter();
    for (it, part) in slides.iter().zip(&parts) {
        let page = if it.notes.is_empty() {
            None
        } else {
            pages.next()
        };
        write(package, &presentation, it, part, page)?;
    }
    let entries = slides.iter().zip(&parts).map(|(it, part)| Entry {
        after: it.after.as_deref(),
        part,
    });
    enter(package, &presentation, &entries.collect::<Vec<_>>())?;
    Ok(parts)
}

/// Refuses what cannot be added, before anything is.
fn refuse(
    package: &mut Package<impl Read + Seek>,
    presentation: &Presentation,
    slides: &[NewSlide],
) -> Result<()> {
    let text = package.text(&presentation.part)?;
    if text.parse()?.root_element().tag_name().namespace()
        == crate::xml::PRESENTATION.last().copied()
    {
        return Err(Error::Strict);
    }
    for it in slides {
        if !presentation
            .layouts()
            .any(|layout| layout.part.eq_ignore_ascii_case(&it.layout))
        {
            return Err(Error::NoPart(it.layout.clone()));
        }
        if let Some(after) = it
            .after
            .as_ref()
            .filter(|it| presentation.number_of(it).is_none())
        {
            return Err(Error::NoPart(after.clone()));
        }
    }
    Ok(())
}

/// Writes the parts of one slide, and its page of notes if there is a name for one.
fn write(
    package: &mut Package<impl Read + Seek>,
    presentation: &Presentation,
    it: &NewSlide,
    name: &str,
    page: Option<String>,
) -> Result<()> {
    let internal = |kind, part: &str| NewRelationship {
        kind,
        target: Target::Part(part.to_owned()),
    };
    let mut related = vec![internal("slideLayout", &it.layout)];
    related.extend(page.iter().map(|page| internal("notesSlide", page)));
    let mut links = Links::from(related.len() + 1);
    let mut writer = Writer {
        language: &it.language,
        links: &mut links,
    };
    let mut shapes = String::new();
    for (at, shape) in it.shapes.iter().enumerate() {
        shapes.push_str(&shape.xml(at as u32 + 2, &mut writer)?);
    }
    let content = format!(
        "{}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
        tree(&shapes)
    );
    related.extend(links.relationships());
    package.add(name, SLIDE_TYPE, part("sld", &content))?;
    package.relate(name, &related)?;
    if let (Some(page), Some(master)) = (page, &presentation.notes_master) {
        let (bytes, mut addresses) = notes::page(&it.notes, &it.language);
        let mut related = vec![internal("notesMaster", master), internal("slide", name)];
        related.append(&mut addresses);
        package.add(&page, NOTES_TYPE, bytes)?;
        package.relate(&page, &related)?;
    }
    Ok(())
}
