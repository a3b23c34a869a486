//! What slides are made of, and what they share: the words of a piece, the sources, the edition.

use model::Model;
use verdict::{Scores, Verdicts};

use super::{Content, Frame, Slide, SlideOverflow, Slides};
use crate::sentence::{Sentences, Slots};
use crate::{Notes, Subject};

/// What slides are made of.
pub(super) struct Making<'m> {
    pub(super) model: &'m Model,
    pub(super) scores: &'m Scores,
    pub(super) verdicts: &'m Verdicts,
    pub(super) sentences: &'m Sentences,
    pub(super) frame: Frame,
    /// The sources of the whole deck.
    pub(super) notes: Notes<'m>,
    pub(super) overflows: Vec<SlideOverflow>,
}

impl<'m> Making<'m> {
    pub(super) fn new(
        model: &'m Model,
        scores: &'m Scores,
        verdicts: &'m Verdicts,
        sentences: &'m Sentences,
        frame: Frame,
    ) -> Self {
        Self {
            model,
            scores,
            verdicts,
            sentences,
            frame: frame.usable(),
            notes: Notes::new(model),
            overflows: Vec::new(),
        }
    }

    /// The same as piece `number` of `of`, from 1; of one it is none.
    pub(super) fn piece(&self, mut slide: Slide, number: usize, of: usize) -> Slide {
        if of > 1 {
            let slots = Slots::new()
                .text("title", slide.title)
                .text("number", number.to_string())
                .text("of", of.to_string());
            slide.title = self.sentences.text("deck.piece", &slots);
            slide.id = format!("{}#{number}/{of}", slide.id);
        }
        slide
    }

    /// The deck with these slides.
    pub(super) fn closed(
        self,
        subject: Subject,
        title: String,
        slides: Vec<Slide>,
        as_of: Option<String>,
    ) -> Slides {
        let revision = self.model.revision.clone();
        let edition = Slots::new()
            .maybe("date", as_of.clone())
            .text("revision", revision.clone());
        let sentence = match as_of {
            Some(_) => "deck.as-of",
            None => "deck.revision",
        };
        Slides {
            subject,
            comparison: self.model.manifest.title.text.clone(),
            title,
            slides,
            sources: self.notes.list(),
            edition: self.sentences.text(sentence, &edition),
            as_of,
            revision,
            overflows: self.overflows,
        }
    }

    /// A sentence without slots.
    pub(super) fn say(&self, name: &str) -> String {
        self.sentences.text(name, &Slots::new())
    }
}

/// A slide without sources and notes.
pub(super) fn slide(id: &str, title: &str, content: Content) -> Slide {
    Slide {
        id: id.to_owned(),
        title: title.to_owned(),
        content,
        sources: Vec::new(),
        notes: Vec::new(),
        source_notes: Vec::new(),
    }
}
