//! What the lines of one decision are made of, and what they all ask for.

use decide::{Amount, Cell, Decision, Need, Outcome, Problem, Scale};

use super::Names;
use super::{Line, Section, each_part};
use crate::sentence::{Numbers, Sentences, Slots};

/// A decision of its own: a use case, or one of its components.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The words of the records.
    pub names: &'a Names,
    /// The words of the sentences.
    pub sentences: &'a Sentences,
    /// The problem of this part.
    pub problem: &'a Problem,
    /// What came out of it.
    pub decision: &'a Decision,
    /// The component; nothing for a use case without components.
    pub component: Option<&'a str>,
    /// Whether a reader has changed something.
    pub touched: bool,
}

impl Part<'_> {
    /// Calls `of` with each decision of `outcome`, in the words of `names` and `sentences`; nothing is touched.
    pub fn each(
        problem: &Problem,
        outcome: &Outcome,
        names: &Names,
        sentences: &Sentences,
        mut of: impl FnMut(&Part<'_>),
    ) {
        each_part(problem, outcome, |component, problem, decision| {
            of(&Part {
                names,
                sentences,
                problem,
                decision,
                component,
                touched: false,
            });
        });
    }
}

impl<'a> Part<'a> {
    /// Lines of this part under one heading.
    pub(super) fn section(&self, id: &'static str, lines: Vec<Line>) -> Section {
        Section {
            id,
            part: self.component.map(str::to_owned),
            lines,
        }
    }

    pub(crate) fn numbers(&self) -> Numbers<'a> {
        Numbers::new(self.sentences)
    }

    pub(super) fn line(&self, name: &'static str, slots: &Slots) -> Line {
        Line::new(self.sentences, name, slots)
    }

    /// A share of the draws.
    pub(crate) fn percent(&self, count: Option<&u32>) -> String {
        let count = count.copied().unwrap_or_default();
        self.numbers().percent(count, self.decision.draws)
    }

    /// The central value of an option on a need.
    pub(super) fn value(&self, option: &str, need: &str) -> f64 {
        let values = self.decision.values.get(option);
        values
            .and_then(|it| it.get(need))
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn weight(&self, need: &str) -> f64 {
        self.decision.weights.get(need).copied().unwrap_or_default()
    }

    /// Why a need matters here.
    pub(super) fn why(&self, need: &str) -> Option<&'a str> {
        let own = self
            .component
            .and_then(|it| self.names.whys.get(&format!("{it}/{need}")));
        own.or_else(|| self.names.whys.get(need))
            .map(String::as_str)
    }

    /// Whether the needs have points instead of ranks.
    pub(super) fn has_swings(&self) -> bool {
        let mut needs = self.problem.needs.values();
        needs.any(|it| matches!(it, Need::Swing(_)))
    }

    pub(crate) fn cell(&self, option: &str, dimension: &str) -> Option<&'a Cell> {
        self.problem.cells.get(option)?.get(dimension)
    }

    pub(crate) fn quantity(&self, id: &str) -> Option<Amount> {
        self.problem.quantities.get(id).copied().flatten()
    }

    /// An amount of a quantity.
    pub(crate) fn of_quantity(&self, amount: f64, id: &str) -> String {
        let (unit, per) = self.names.unit_of(id);
        self.numbers().amount(amount / per, unit)
    }

    /// An amount of a quantity in the unit that fits it best: for lines that the page's script does not compose.
    pub(super) fn fitting(&self, amount: f64, id: &str) -> String {
        let (unit, per) = self.names.unit_for(amount, id);
        self.numbers().amount(amount / per, unit)
    }

    /// A range of a quantity.
    pub(crate) fn range_of_quantity(&self, low: f64, high: f64, id: &str) -> String {
        let (unit, per) = self.names.unit_of(id);
        self.numbers().range(low / per, high / per, unit)
    }

    /// An amount on a dimension with points; nothing on levels.
    pub(super) fn on_scale(&self, amount: f64, dimension: &str) -> Option<String> {
        let dimension = self.problem.dimensions.get(dimension)?;
        let unit = dimension.unit.as_deref().unwrap_or("");
        match dimension.scale {
            Scale::Points(_) => Some(self.numbers().amount(amount, unit)),
            Scale::Levels { .. } => None,
        }
    }

    /// The level with this index, or the last one; nothing on points.
    pub(super) fn level(&self, index: f64, dimension: &str) -> Option<&'a str> {
        match &self.problem.dimensions.get(dimension)?.scale {
            Scale::Levels { names, .. } => {
                let last = names.len().checked_sub(1)?;
                let index = (index.max(0.0) as usize).min(last);
                names.get(index).map(String::as_str)
            }
            Scale::Points(_) => None,
        }
    }

    /// Options in order with the formulas of their cells among the needs, each once.
    pub fn formulas(&self) -> Vec<(&'a str, &'a str)> {
        let mut found = Vec::new();
        for option in &self.names.order {
            for need in self.decision.weights.keys() {
                if let Some(Cell::Formula(id)) = self.cell(option, need) {
                    let it = (option.as_str(), id.as_str());
                    if !found.contains(&it) {
                        found.push(it);
                    }
                }
            }
        }
        found
    }

    /// The slots of a list of names, under `name`.
    pub(super) fn listed<'i>(name: &str, texts: impl IntoIterator<Item = &'i str>) -> Vec<Slots> {
        let texts = texts.into_iter();
        texts.map(|it| Slots::new().text(name, it)).collect()
    }

    /// Those of `quantities` that this part does not state, by their titles.
    pub(super) fn unstated(&self, quantities: &'a [String]) -> Vec<Slots> {
        let unstated = quantities.iter().filter(|it| {
            let stated = self.problem.quantities.get(*it);
            stated.is_some_and(Option::is_none)
        });
        Self::listed("title", unstated.map(|it| self.names.quantity(it)))
    }
}
