//! The slides of a use case: its decision, or that of the whole and then of each component.

use decide::Outcome;
use model::{Id, Record, UseCase};

use super::making::Making;
use super::{Content, DecisionSlide, Frame, Lines, Slide, reasons};
use crate::brief::{Decided, band};
use crate::decision::{Line, Part};
use crate::fit::SIZES_PT;
use crate::measure::{Face, Measured};
use crate::sentence::Slots;
use crate::{Element, Notes, Run, VerdictBand, plain};

/// At most so many lines about what would change the verdict: of what is known and of weights, and of the workload.
const MOST_CHANGES: usize = 2;
const MOST_QUANTITIES: usize = 1;

/// Where a decision stands in a frame, as parts of its height and width: the verdict across, below it two columns.
const BAND: f32 = 0.21;
const BODY: f32 = 0.74;
const LEFT: f32 = 0.59;
const RIGHT: f32 = 0.37;
/// What a line is indented by behind its dot, and what stands between two lines, as multiples of the size of the text.
const INDENT: f32 = 1.0;
const BETWEEN: f32 = 0.35;

impl Making<'_> {
    /// The slides of `record`; nothing if it could not be decided.
    pub(super) fn decision(&mut self, record: &Record<UseCase>) -> Option<Vec<Slide>> {
        let decided = Decided::of(record, self.model, self.verdicts, self.sentences)?;
        self.notes.reviewed(record.reviewed);
        let title = self.model.plain_text(&record.title);
        let id = format!("use-case:{}", record.id);
        let mut slides = Vec::new();
        if let Element::Verdict(band) = band::of_whole(&decided)
            && matches!(decided.verdict.outcome, Outcome::Parts(_))
        {
            let content = self.fitted(band, components(&decided), Vec::new(), &decided);
            let notes = said(&decided, &["verdict"], None);
            slides.push(Slide {
                notes,
                ..self.slide(&id, &title, content)
            });
        }
        let mut parts = Vec::new();
        decided.each(|part| {
            if let Element::Verdict(band) = band::of_part(part, &decided) {
                let left = filled([("why", reasons::main(part))], &decided);
                let right = [
                    ("change", changes(part, &decided)),
                    ("costs", costs(part, &decided)),
                ];
                let right = filled(right, &decided);
                let sources = sources(part, &mut self.notes);
                parts.push((
                    part.component.map(str::to_owned),
                    band,
                    left,
                    right,
                    sources,
                ));
            }
        });
        for (component, band, left, right, sources) in parts {
            let (id, title) = match &component {
                None => (id.clone(), title.clone()),
                Some(it) => {
                    let slots = Slots::new()
                        .text("title", title.clone())
                        .text("component", decided.names.component(it));
                    let title = self.sentences.text("deck.component", &slots);
                    (format!("{id}/{it}"), title)
                }
            };
            let content = self.fitted(band, left, right, &decided);
            let all = [
                "verdict",
                "ruled-out",
                "why",
                "change",
                "quantities",
                "costs",
                "sure",
            ];
            slides.push(Slide {
                sources,
                notes: said(&decided, &all, component.as_deref()),
                ..self.slide(&id, &title, content)
            });
        }
        Some(slides)
    }

    /// The slide at the largest size at which it fits. Lines that do not fit at the smallest are left out, the last of the
    /// longest list first, and counted.
    fn fitted(
        &self,
        band: VerdictBand,
        mut left: Vec<Lines>,
        mut right: Vec<Lines>,
        decided: &Decided<'_>,
    ) -> Content {
        let frame = &self.frame;
        let across = if right.is_empty() { 1.0 } else { LEFT };
        let fits = |left: &[Lines], right: &[Lines], size: f32| {
            let width = frame.width_pt;
            let band = height(&band.lines, frame, frame.face.bold(), size, width);
            let body = below(left, frame, size, width * across).max(below(
                right,
                frame,
                size,
                width * RIGHT,
            ));
            band <= frame.height_pt * BAND && body <= frame.height_pt * BODY
        };
        let mut sizes = SIZES_PT.into_iter();
        let found = sizes.find(|it| fits(&left, &right, *it));
        let smallest = SIZES_PT[SIZES_PT.len() - 1];
        if found.is_none() {
            for (side, width) in [(&mut left, across), (&mut right, RIGHT)] {
                shorten(side, decided, |side| {
                    below(side, frame, smallest, frame.width_pt * width) <= frame.height_pt * BODY
                });
            }
        }
        Content::Decision(Box::new(DecisionSlide {
            size_pt: found.unwrap_or(smallest),
            band,
            left,
            right,
        }))
    }
}

/// Leaves out lines until `fits`, or until each list has one.
fn shorten(side: &mut [Lines], decided: &Decided<'_>, fits: impl Fn(&[Lines]) -> bool) {
    let mut left_out = vec![0_usize; side.len()];
    while !fits(side) {
        let longest = (0..side.len()).max_by_key(|at| side[*at].lines.len() - left_out[*at].min(1));
        let Some(at) = longest.filter(|at| side[*at].lines.len() > 1 + left_out[*at].min(1)) else {
            return;
        };
        let lines = &mut side[at].lines;
        if left_out[at] > 0 {
            lines.pop();
        }
        lines.pop();
        left_out[at] += 1;
        let more = decided.more(left_out[at]).unwrap_or_default();
        lines.push(vec![Run::Emphasis(vec![Run::Text(more)])]);
    }
}

/// How tall lines are, one below another.
fn height(lines: &[Vec<Run>], frame: &Frame, face: Face, size_pt: f32, width_pt: f32) -> f32 {
    let one = |runs: &Vec<Run>| {
        let lines = Measured::of(&plain(runs), face).lines(size_pt, width_pt);
        (lines as f32 * frame.pitch + BETWEEN) * size_pt
    };
    lines.iter().map(one).sum()
}

/// How tall lists are, each with its heading.
fn below(lists: &[Lines], frame: &Frame, size_pt: f32, width_pt: f32) -> f32 {
    let one = |it: &Lines| {
        let heading = vec![Run::Text(it.heading.clone())];
        let indented = width_pt - INDENT * size_pt;
        height(&[heading], frame, frame.face.bold(), size_pt, width_pt)
            + height(&it.lines, frame, frame.face, size_pt, indented)
            + size_pt * BETWEEN
    };
    lists.iter().map(one).sum()
}

/// Those of `lists` that have lines, with their headings.
fn filled<const N: usize>(
    lists: [(&'static str, Vec<Vec<Run>>); N],
    decided: &Decided<'_>,
) -> Vec<Lines> {
    let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
    let lists = lists.map(|(id, lines)| Lines {
        id,
        heading: decided.say(&format!("heading.{id}")),
        lines,
    });
    lists.collect()
}

/// The verdict of each component.
fn components(decided: &Decided<'_>) -> Vec<Lines> {
    let mut lists = Vec::new();
    decided.each(|part| {
        let verdict = decided.lines("verdict", part.component).iter();
        lists.push(Lines {
            id: "component",
            heading: part
                .component
                .map_or_else(String::new, |it| part.names.component(it).to_owned()),
            lines: verdict.map(|it| it.runs.clone()).collect(),
        });
    });
    lists
}

fn changes(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let change = decided.lines("change", part.component).iter();
    let quantities = decided.lines("quantities", part.component).iter();
    let lines = change
        .take(MOST_CHANGES)
        .chain(quantities.take(MOST_QUANTITIES));
    lines.map(|it| it.runs.clone()).collect()
}

/// What the first two options cost, and where they cost the same.
fn costs(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let first_two = [&part.decision.best, &part.decision.runner_up];
    let first_two: Vec<&str> = first_two
        .into_iter()
        .filter_map(|it| it.as_deref())
        .collect();
    let formulas = part.formulas().into_iter();
    let formulas = formulas.filter(|(option, _)| first_two.contains(option));
    let formulas: Vec<&str> = formulas.map(|(_, formula)| formula).collect();
    let equal = part.problem.breakevens.iter().filter(|it| {
        let of = [it.a.as_str(), it.b.as_str()];
        of.iter().all(|it| formulas.contains(it))
    });
    let equal: Vec<&str> = equal.map(|it| it.id.as_str()).collect();
    let is_told = |line: &&Line| {
        let about = line.about.as_deref().unwrap_or_default();
        match line.sentence {
            "costs.break-even" | "costs.never" => equal.contains(&about),
            _ => formulas.contains(&about),
        }
    };
    let lines = decided.lines("costs", part.component).iter();
    lines.filter(is_told).map(|it| it.runs.clone()).collect()
}

/// The sources of what is known of the first two options on each need, smallest number first.
fn sources(part: &Part<'_>, notes: &mut Notes<'_>) -> Vec<usize> {
    let model = notes.model();
    let mut numbers = Vec::new();
    for need in part.decision.weights.keys() {
        let Some(record) = model.dimensions.get(need.as_str()) else {
            continue;
        };
        let first_two = [&part.decision.best, &part.decision.runner_up];
        for option in first_two.into_iter().flatten() {
            if let Some(cell) = record.cells.get(&Id::new(option)) {
                notes.reviewed(cell.reviewed);
                let value = cell.value.as_ref().map_or(&[][..], |it| &it.runs);
                numbers.extend(notes.numbers(value, &cell.sources));
                let cost = cell.cost.as_ref().and_then(|it| model.costs.get(&it.id));
                numbers.extend(
                    cost.map(|it| notes.cite_all(&it.sources))
                        .unwrap_or_default(),
                );
            }
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// All lines of these sections, each section below its heading but for the verdict.
fn said(decided: &Decided<'_>, ids: &[&str], component: Option<&str>) -> Vec<String> {
    let mut notes = Vec::new();
    for id in ids {
        let lines = decided.lines(id, component);
        // The workload belongs to what would change the verdict, and has no heading of its own.
        if !lines.is_empty() && !["verdict", "quantities"].contains(id) {
            notes.push(format!("{}:", decided.say(&format!("heading.{id}"))));
        }
        notes.extend(lines.iter().map(|it| plain(&it.runs)));
    }
    notes
}
