//! What formulas read: the costs, facts and quantities that one name leads to, and the order in which costs are computed.

use std::collections::BTreeMap;

use model::{Cost, FactValue, Formula, Id, Model, Quantity, Record};
use source::{Diagnostic, Span};

use crate::rules::BAD_FORMULA;

/// Everything that some formulas read, directly or through costs, each by its id.
pub(crate) struct Reading<'m> {
    model: &'m Model,
    pub(crate) costs: BTreeMap<&'m str, &'m Record<Cost>>,
    pub(crate) quantities: BTreeMap<&'m str, &'m Record<Quantity>>,
    /// Numbers of facts, each in the fact's own unit.
    pub(crate) facts: BTreeMap<&'m str, f64>,
    /// What formulas read and cannot compute with.
    pub(crate) findings: Vec<Diagnostic>,
    /// Whether every name leads somewhere; those that do not are reported when records are loaded.
    pub(crate) sound: bool,
}

impl<'m> Reading<'m> {
    /// A reading of nothing.
    pub(crate) fn new(model: &'m Model) -> Self {
        Self {
            model,
            costs: BTreeMap::new(),
            quantities: BTreeMap::new(),
            facts: BTreeMap::new(),
            findings: Vec::new(),
            sound: true,
        }
    }

    /// Reads `formula` and everything that its names lead to.
    pub(crate) fn formula(&mut self, formula: &'m Formula) {
        let mut rest = vec![formula];
        while let Some(formula) = rest.pop() {
            for (id, span) in &formula.names {
                rest.extend(self.name(id, *span));
            }
        }
    }

    /// Reads the cost `id` and everything that its formula leads to.
    pub(crate) fn cost(&mut self, id: &'m Id, span: Span) {
        if let Some(formula) = self.name(id, span) {
            self.formula(formula);
        }
    }

    /// Notes the quantity `id`.
    pub(crate) fn quantity(&mut self, id: &Id) {
        match self.model.quantities.get(id) {
            Some(quantity) => {
                self.quantities.insert(&quantity.id, quantity);
            }
            None => self.sound = false,
        }
    }

    /// Notes what `id` names, and gives the formula behind it if it was not yet read.
    fn name(&mut self, id: &'m Id, span: Span) -> Option<&'m Formula> {
        if let Some(cost) = self.model.costs.get(id) {
            let new = self.costs.insert(&cost.id, cost).is_none();
            return new.then_some(&cost.formula);
        }
        if let Some(quantity) = self.model.quantities.get(id) {
            self.quantities.insert(&quantity.id, quantity);
        } else if let Some(fact) = self.model.facts.get(id) {
            let found = match &fact.value.value.value {
                FactValue::Number(number) => {
                    self.facts.insert(&fact.id, *number);
                    return None;
                }
                FactValue::Range(_) => "a range",
                FactValue::Word(_) => "a word",
            };
            let title = format!("`{id}` is {found}, a formula reads one number");
            let finding = Diagnostic::error(BAD_FORMULA, span, title);
            self.findings.push(
                finding
                    .also(fact.value.value.span, "this is its value")
                    .help("name a fact that holds one number, or make it a quantity"),
            );
        } else {
            self.sound = false;
        }
        None
    }

    /// The costs, each after those that it reads, else in the order of their ids.
    ///
    /// # Errors
    /// The costs that wait for each other.
    pub(crate) fn in_order(&self) -> Result<Vec<&'m Record<Cost>>, Vec<&'m Record<Cost>>> {
        let mut left = self.costs.clone();
        let mut sorted = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let waits = |cost: &Cost| {
                let mut names = cost.formula.names.iter();
                names.any(|(id, _)| left.contains_key(id.as_str()))
            };
            let ready = left.iter().find(|(_, cost)| !waits(cost));
            let Some((&id, &cost)) = ready else {
                return Err(left.into_values().collect());
            };
            left.remove(id);
            sorted.push(cost);
        }
        Ok(sorted)
    }
}
