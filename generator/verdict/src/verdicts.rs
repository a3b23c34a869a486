//! Verdicts: what comes out of every use case.

use std::collections::BTreeMap;

use decide::{Cell, Decision, Fault, Outcome, Problem, solve_all};
use model::{Id, Model};
use source::Diagnostic;

use crate::case::Case;
use crate::finding::finding;

/// A use case, decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The problem that the records state. Its facts are in their own units, its quantities in those of their records.
    pub problem: Problem,
    /// What came out.
    pub outcome: Outcome,
}

impl Verdict {
    /// The decisions that it consists of: one without a name, or one for each component, in the order of their ids.
    pub fn decisions(&self) -> Vec<(Option<&str>, &Decision)> {
        match &self.outcome {
            Outcome::Whole(decision) => vec![(None, decision)],
            Outcome::Parts(parts) => {
                let parts = parts.components.iter();
                parts.map(|(id, it)| (Some(id.as_str()), it)).collect()
            }
        }
    }

    /// Whether the value of `option` on `need` is certain in `decision`: no range, nothing unknown, and a formula that
    /// computes one number only.
    pub fn is_exact(&self, decision: &Decision, option: &str, need: &str) -> bool {
        let cell = self.problem.cells.get(option).and_then(|it| it.get(need));
        match cell {
            Some(Cell::Amount(amount)) => amount.low >= amount.high,
            Some(Cell::Level(_) | Cell::Value(_)) => true,
            Some(Cell::Unknown) | None => false,
            Some(Cell::Formula(id)) => {
                let figures = decision.formulas.get(id).and_then(Option::as_ref);
                figures.is_some_and(|it| it.min >= it.max)
            }
        }
    }
}

/// The verdicts of all use cases that can be decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdicts {
    cases: BTreeMap<Id, Verdict>,
}

impl Verdicts {
    /// The verdict of every use case of `model`, and what keeps others from having one, in the order of their ids.
    ///
    /// A use case without a verdict reads a record that is wrong in a way that is reported: here, with the scores, by the
    /// checker, or by `model::load`.
    pub fn of(model: &Model) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let cases: Vec<_> = model
            .use_cases
            .iter()
            .filter_map(|it| Case::of(model, it, &mut findings))
            .collect();
        let mut verdicts = Self::default();
        let outcomes = solve_all(&cases);
        for (case, outcome) in cases.into_iter().zip(outcomes) {
            match outcome {
                Ok(outcome) => {
                    let problem = case.problem;
                    let verdict = Verdict { problem, outcome };
                    verdicts.cases.insert(case.use_case.id.clone(), verdict);
                }
                // Ranks beside swings are reported when records are loaded.
                Err(error) if error.fault == Fault::MixedNeeds => {}
                Err(error) => findings.push(finding(&error, &case, model)),
            }
        }
        (verdicts, once(findings))
    }

    /// The verdict of the use case `id`.
    pub fn get(&self, id: &str) -> Option<&Verdict> {
        self.cases.get(id)
    }

    /// All verdicts, in the order of the ids of their use cases.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Verdict)> {
        self.cases.iter()
    }
}

impl FromIterator<(Id, Verdict)> for Verdicts {
    fn from_iter<I: IntoIterator<Item = (Id, Verdict)>>(verdicts: I) -> Self {
        let cases = verdicts.into_iter().collect();
        Self { cases }
    }
}

/// What several use cases read is reported for the first of them, with how many others it keeps from a verdict.
fn once(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<(Diagnostic, usize)> = Vec::with_capacity(findings.len());
    for found in findings {
        let same = |(it, _): &&mut (Diagnostic, usize)| {
            it.rule == found.rule && it.primary.span == found.primary.span
        };
        match kept.iter_mut().find(same) {
            // Equal findings are of something that is read once for all use cases.
            Some((it, more)) => *more += usize::from(*it != found),
            None => kept.push((found, 0)),
        }
    }
    let told = kept.into_iter().map(|(found, more)| match more {
        0 => found,
        1 => found.note("it keeps one more use case from a verdict"),
        _ => found.note(format!("it keeps {more} more use cases from a verdict")),
    });
    told.collect()
}
