//! The parts of a deck, put together: sources and slides are numbered once everything is there.

use model::{Kind, Model, Part, Space};
use verdict::{Scores, Verdicts};

use super::{Content, Frame, Slide, SlideOverflow, Slides, lists};
use crate::sentence::{Sentences, Slots};
use crate::{Notes, Subject, Table};

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

/// A part of a deck.
enum Made {
    /// Its title in the agenda, and its slides.
    Slides(String, Vec<Slide>),
    Agenda,
    Sources,
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

    /// The title, then the slides of `parts`.
    pub(super) fn slides(&mut self, title: &str, parts: &[Part]) -> Vec<Slide> {
        let mut made: Vec<Made> = parts.iter().filter_map(|it| self.part(it)).collect();
        // Only now is known what is cited, and only with these slides which number each part begins with.
        for it in &mut made {
            if matches!(it, Made::Sources) {
                *it = Made::Slides(self.say("heading.sources"), lists::sources(self));
            }
        }
        let titles: Vec<&str> = made.iter().filter_map(Made::title).collect();
        let agenda = lists::agenda(self, &titles);
        let mut slides = vec![slide("title", title, Content::Title)];
        let mut starts = Vec::new();
        for it in made {
            match it {
                Made::Slides(_, own) => {
                    starts.push(slides.len() + 1);
                    slides.extend(own);
                }
                Made::Agenda => slides.extend(agenda.clone()),
                Made::Sources => {}
            }
        }
        lists::number(&mut slides, &starts);
        for slide in &mut slides {
            self.add_sources(slide);
        }
        slides
    }

    /// The title, the pieces of `table`, its sources.
    pub(super) fn of_table(&mut self, table: Table) -> Vec<Slide> {
        let mut slides = vec![slide("title", &table.title, Content::Title)];
        slides.extend(self.pieces(table));
        slides.extend(lists::sources(self));
        for slide in &mut slides {
            self.add_sources(slide);
        }
        slides
    }

    fn part(&mut self, part: &Part) -> Option<Made> {
        let link = match part {
            Part::Agenda => return Some(Made::Agenda),
            Part::Sources => return Some(Made::Sources),
            Part::Record(link) => link,
        };
        let (title, slides) = match link.space {
            Space::Record(Kind::Table) => {
                let record = self.model.tables.get(&link.id)?;
                (self.model.plain_text(&record.title), self.table(record))
            }
            _ => {
                let record = self.model.use_cases.get(&link.id)?;
                let slides = self.decision(record)?;
                (self.model.plain_text(&record.title), slides)
            }
        };
        Some(Made::Slides(title, slides))
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

    fn add_sources(&self, slide: &mut Slide) {
        if slide.sources.is_empty() || matches!(slide.content, Content::Sources { .. }) {
            return;
        }
        slide.source_notes = vec![format!("{}:", self.say("heading.sources"))];
        let sources = self.notes.list().into_iter();
        let own = sources.filter(|it| slide.sources.contains(&it.number));
        let printed = own.map(|it| lists::printed(&it, self.sentences));
        slide.source_notes.extend(printed);
    }

    /// A sentence without slots.
    pub(super) fn say(&self, name: &str) -> String {
        self.sentences.text(name, &Slots::new())
    }
}

impl Made {
    /// What it is called in the agenda, which does not name itself.
    fn title(&self) -> Option<&str> {
        match self {
            Self::Slides(title, _) => Some(title),
            Self::Agenda | Self::Sources => None,
        }
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
