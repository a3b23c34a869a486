//! The parts of a deck, put together: sources and slides are numbered once everything is there.

use model::{Kind, Part, Space};

use super::making::{Making, slide};
use super::{Content, Slide, lists};
use crate::Table;

/// A part of a deck.
enum Made {
    /// Its title in the agenda, and its slides.
    Slides(String, Vec<Slide>),
    Agenda,
    Sources,
}

impl Making<'_> {
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
