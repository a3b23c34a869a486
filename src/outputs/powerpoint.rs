//! Decks of `PowerPoint`: the base deck with the parts that a project changed, or a template that a user names.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::Context as _;
use document::deck::{self, Frame, SlideOverflow};
use document::{Slides, Subject};
use export::pptx::{self, Template};
use export::{Format, Refused, Written};

use super::content::{Content, Library};

/// Larger than this, a part of a project's deck is none that somebody edited.
const MAX_PART_BYTES: u64 = 16 << 20;

/// The base deck, with the parts that the project at `root` has below `templates/deck/`.
///
/// # Errors
/// When a part cannot be read, or they make no deck.
pub(crate) fn base(root: &Path) -> anyhow::Result<Template> {
    let folder = root.join(pptx::FOLDER);
    let mut parts = Vec::new();
    if folder.is_dir() {
        collect(&folder, "", &mut parts)
            .with_context(|| format!("`{}` cannot be read", pptx::FOLDER))?;
    }
    // The files that a project shares with the base deck change nothing.
    Template::base(parts).with_context(|| format!("the deck in `{}` cannot be used", pptx::FOLDER))
}

/// The template at `path`, and of it the layout called `layout`.
///
/// # Errors
/// When it cannot be read, or has no such layout.
pub(crate) fn template(path: &Path, layout: Option<&str>) -> anyhow::Result<Template> {
    let name = || format!("`{}` cannot be used as a template", path.display());
    let bytes = fs::read(path).with_context(name)?;
    Template::open(bytes, layout).with_context(name)
}

fn collect(folder: &Path, prefix: &str, parts: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let about = entry.metadata()?;
        if about.is_dir() {
            collect(&entry.path(), &format!("{name}/"), parts)?;
        } else if about.len() <= MAX_PART_BYTES {
            parts.push((name, fs::read(entry.path())?));
        } else {
            return Err(io::Error::other(format!(
                "`{name}` is larger than {} MiB",
                MAX_PART_BYTES >> 20
            )));
        }
    }
    Ok(())
}

impl Library {
    /// `content`, a table or a deck, as a file of `PowerPoint`, and the rows that are taller than their slide.
    ///
    /// # Errors
    /// When it is neither, or when the template cannot be written.
    pub(crate) fn powerpoint(
        &self,
        content: &Content,
        template: &Template,
    ) -> Result<(Written, Vec<SlideOverflow>), Refused> {
        let slides = self.slides(content, &template.frame());
        let slides = slides.ok_or(Refused::Subject(Format::Pptx, "document"))?;
        let written = pptx::write(&slides, &content.stamp(), template)?;
        Ok((written, slides.overflows))
    }

    fn slides(&self, content: &Content, frame: &Frame) -> Option<Slides> {
        let Self {
            model,
            scores,
            verdicts,
            sentences,
        } = self;
        match content {
            Content::Table(table) => {
                let table = table.as_ref().clone();
                Some(deck::of_table(
                    table, model, scores, verdicts, sentences, frame,
                ))
            }
            Content::Slides(slides) if *frame == Frame::default() => Some(slides.as_ref().clone()),
            Content::Slides(slides) => match &slides.subject {
                Subject::Deck(id) => {
                    let record = model.decks.get(id.as_str())?;
                    Some(document::deck(
                        record, model, scores, verdicts, sentences, frame,
                    ))
                }
                _ => None,
            },
            Content::Document(_) | Content::Whole(..) => None,
        }
    }
}
