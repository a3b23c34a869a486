//! The slides of a use case: its decision, or that of the whole and then of each component.

use decide::Outcome;
use model::{Id, Record, UseCase};

use super::making::{Making, slide};
use super::{Content, Lines, Slide, reasons, room};
use crate::brief::{Decided, band};
use crate::decision::Part;
use crate::sentence::Slots;
use crate::{Block, Element, Notes, plain};

/// What is said aloud of a decision, in the order of its page.
const SAID: [&str; 7] = [
    "verdict",
    "ruled-out",
    "why",
    "change",
    "quantities",
    "costs",
    "sure",
];

impl Making<'_> {
    /// The slides of `record`; nothing if it could not be decided.
    pub(super) fn decision(&mut self, record: &Record<UseCase>) -> Option<Vec<Slide>> {
        let decided = Decided::of(record, self.model, self.verdicts, self.sentences)?;
        self.notes.reviewed(record.reviewed);
        let summary = self.notes.prose(&record.summary.blocks);
        let work = paragraphs(&summary);
        let mut cited = crate::cites::numbers_in(&summary);
        let mut slides = Vec::new();
        if matches!(decided.verdict.outcome, Outcome::Parts(_))
            && let Element::Verdict(band) = band::of_whole(&decided)
        {
            let content = room::placed(
                band,
                components(&decided),
                Vec::new(),
                &self.frame,
                &decided,
            );
            let mut slide = self.titled(&decided, None, content);
            slide.notes = [work.clone(), said(&decided, None)].concat();
            slide.sources = std::mem::take(&mut cited);
            slides.push(slide);
        }
        let mut parts = Vec::new();
        decided.each(|part| {
            if let Element::Verdict(band) = band::of_part(part, &decided) {
                let (left, right) = reasons::lists(part, &decided);
                let content = room::placed(band, left, right, &self.frame, &decided);
                let sources = sources(part, &mut self.notes);
                parts.push((part.component.map(str::to_owned), content, sources));
            }
        });
        for (component, content, mut sources) in parts {
            let component = component.as_deref();
            let mut slide = self.titled(&decided, component, content);
            if component.is_none() {
                slide.notes.clone_from(&work);
            }
            slide.notes.extend(said(&decided, component));
            sources.append(&mut cited);
            slide.sources = sources;
            slides.push(slide);
        }
        // The whole rests on what its components rest on.
        let all: Vec<usize> = slides.iter().flat_map(|it| it.sources.clone()).collect();
        if let Some(first) = slides.first_mut() {
            first.sources.extend(all);
        }
        for slide in &mut slides {
            slide.sources.sort_unstable();
            slide.sources.dedup();
        }
        Some(slides)
    }

    /// A slide of a use case, or of one of its components.
    fn titled(&self, decided: &Decided<'_>, component: Option<&str>, content: Content) -> Slide {
        let id = format!("use-case:{}", decided.record.id);
        let title = &decided.names.title;
        let Some(component) = component else {
            return slide(&id, title, content);
        };
        let slots = Slots::new()
            .text("title", title.clone())
            .text("component", decided.names.component(component));
        let title = self.sentences.text("deck.component", &slots);
        slide(&format!("{id}/{component}"), &title, content)
    }
}

/// The verdict of each component below its title.
fn components(decided: &Decided<'_>) -> Vec<Lines> {
    let mut lists = Vec::new();
    decided.each(|part| {
        let verdict = decided.lines("verdict", part.component).iter();
        let title = part.component.map(|it| part.names.component(it));
        lists.push(Lines {
            id: "component",
            heading: title.unwrap_or_default().to_owned(),
            lines: verdict.map(|it| it.runs.clone()).collect(),
        });
    });
    lists
}

/// The sources of what is known of the first two options on each need, smallest number first.
fn sources(part: &Part<'_>, notes: &mut Notes<'_>) -> Vec<usize> {
    let model = notes.model();
    let mut numbers = Vec::new();
    for need in part.decision.weights.keys() {
        let Some(record) = model.dimensions.get(need.as_str()) else {
            continue;
        };
        for option in reasons::first_two(part) {
            if let Some(cell) = record.cells.get(&Id::new(option)) {
                notes.reviewed(cell.reviewed);
                let value = cell.value.as_ref().map_or(&[][..], |it| &it.runs);
                numbers.extend(notes.numbers(value, &cell.sources));
                let cost = cell.cost.as_ref().and_then(|it| model.costs.get(&it.id));
                let of_cost = cost.map(|it| notes.cite_all(&it.sources));
                numbers.extend(of_cost.unwrap_or_default());
            }
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// All lines of a decision, each section below its heading but for the verdict.
fn said(decided: &Decided<'_>, component: Option<&str>) -> Vec<String> {
    let mut notes = Vec::new();
    for id in SAID {
        let lines = decided.lines(id, component);
        // The workload belongs to what would change the verdict, and has no heading of its own.
        if !lines.is_empty() && !["verdict", "quantities"].contains(&id) {
            notes.push(format!("{}:", decided.say(&format!("heading.{id}"))));
        }
        notes.extend(lines.iter().map(|it| plain(&it.runs)));
    }
    notes
}

/// Blocks as plain paragraphs, items of lists too.
fn paragraphs(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Paragraph(runs) => vec![plain(runs)],
        Block::List { items, .. } => items.iter().flat_map(|it| paragraphs(it)).collect(),
    };
    blocks.iter().flat_map(of).collect()
}
