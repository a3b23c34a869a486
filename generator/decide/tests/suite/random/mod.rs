//! Random problems that are sound: every kind of cell, weights of every kind, a workload, limits that do anything.

use std::collections::BTreeMap;

use decide::{
    Amount, BaseWeights, Cell, Choice, Computed, Decision, Dimension, Escape, EscapeState, Limit,
    Need, Outcome, Problem, Scale, Stream,
};
use proptest::prelude::ProptestConfig;

/// So many cases, unless the environment asks for another number.
#[expect(clippy::disallowed_methods, reason = "tests know their environment")]
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let failure_persistence = None;
    let config = ProptestConfig::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config.cases,
        None => cases,
    };
    ProptestConfig {
        cases,
        failure_persistence,
        ..config
    }
}

/// What `problem` without components comes to.
pub(crate) fn decision(problem: &Problem) -> Decision {
    let decision = match decide::solve(problem).expect("an outcome") {
        Outcome::Whole(decision) => Some(*decision),
        Outcome::Parts(_) => None,
    };
    decision.expect("no components")
}

/// A source of choices, always the same for the same number.
pub(crate) struct Dice(Stream);

impl Dice {
    pub(crate) fn new(number: u32) -> Self {
        Self(Stream::new("dice", &number.to_string()))
    }

    /// A whole number below `sides`.
    pub(crate) fn roll(&mut self, sides: u32) -> u32 {
        self.0.word() % sides
    }

    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.0.uniform()
    }

    /// A range around a number between `low` and `high`, one in three exact.
    pub(crate) fn amount(&mut self, low: f64, high: f64) -> Amount {
        let mode = self.between(low, high);
        if self.roll(3) == 0 {
            return Amount::exact(mode);
        }
        Amount {
            low: self.between(low, mode),
            mode,
            high: self.between(mode, high),
        }
    }
}

/// A problem with so many options and needs, and everything else as the dice fall.
pub(crate) fn problem(dice: &mut Dice, options: usize, needs: usize) -> Problem {
    let mut problem = Problem::new("random");
    problem.draws = 100 + dice.roll(600);
    for need in 0..needs {
        let id = format!("need-{need}");
        let scale = scale(dice);
        let unit = None;
        problem.dimensions.insert(id, Dimension { unit, scale });
    }
    for option in 0..options {
        let id = format!("option-{option}");
        let family = None;
        problem.options.push(Choice { id, family });
    }
    workload(dice, &mut problem);
    for option in &problem.options {
        let ids = problem.dimensions.keys();
        let row: BTreeMap<_, _> = ids.map(|it| (it.clone(), cell(dice))).collect();
        problem.cells.insert(option.id.clone(), row);
    }
    limits(dice, &mut problem);
    weights(dice, &mut problem);
    problem
}

fn scale(dice: &mut Dice) -> Scale {
    match dice.roll(4) {
        0 => Scale::Levels {
            names: ["never", "sometimes", "always"].map(String::from).into(),
            values: None,
        },
        1 => Scale::Levels {
            names: ["no", "little", "some", "yes"].map(String::from).into(),
            values: Some(vec![0.0, 0.25, 0.25, 1.0]),
        },
        2 => Scale::Points(vec![(0.0, 0.1), (2.0, 0.4), (3.0, 0.4), (4.0, 0.9)]),
        _ => Scale::Points(vec![(0.5, 1.0), (1.0, 0.6), (3.0, 0.0)]),
    }
}

fn cell(dice: &mut Dice) -> Cell {
    match dice.roll(8) {
        0 => Cell::Unknown,
        1 => Cell::Value(f64::from(dice.roll(5)) / 4.0),
        2 => Cell::Formula("cost".into()),
        3 => Cell::Formula("rest".into()),
        _ => Cell::Amount(dice.amount(0.0, 3.0)),
    }
}

fn workload(dice: &mut Dice, problem: &mut Problem) {
    for quantity in ["load", "size", "time"] {
        let amount = dice.amount(0.5, 4.0);
        problem.quantities.insert(quantity.into(), Some(amount));
    }
    problem.quantities.insert("unstated".into(), None);
    if dice.roll(4) == 0 {
        problem.quantities.insert("time".into(), None);
    }
    problem.facts.insert("price".into(), dice.between(0.1, 1.0));
    let formulas = [
        ("gross", "ceil(load * 2) * price + size / 4"),
        ("cost", "max(0, gross - 0.5)"),
        ("rest", "min(time, 3 - load / 4) + floor(size)"),
    ];
    problem.formulas = formulas
        .map(|(id, formula)| Computed {
            id: id.into(),
            formula: formula.into(),
            unit: None,
        })
        .into();
}

fn limits(dice: &mut Dice, problem: &mut Problem) {
    let count = dice.roll(4);
    for limit in 0..count {
        let bound = dice.between(0.5, 4.0);
        let name = ["load", "size", "time", "gross", "unstated"][dice.roll(5) as usize];
        let states = [EscapeState::Open, EscapeState::Taken, EscapeState::Closed];
        let state = states[dice.roll(3) as usize];
        let id = String::from("escape");
        problem.limits.push(Limit {
            id: format!("limit-{limit}"),
            option: problem.options[dice.roll(problem.options.len() as u32) as usize]
                .id
                .clone(),
            when: format!("{name} > {bound}"),
            unless: vec![Escape { id, state }],
        });
    }
}

fn weights(dice: &mut Dice, problem: &mut Problem) {
    let kind = dice.roll(3);
    if kind == 2 {
        problem.base_weights = BaseWeights::Order;
    }
    let ids: Vec<_> = problem.dimensions.keys().cloned().collect();
    for id in ids {
        let need = if kind == 0 {
            Need::Swing(dice.amount(5.0, 100.0))
        } else {
            Need::Rank(1 + dice.roll(4))
        };
        problem.needs.insert(id, need);
    }
}
