//! How long a book of decisions takes: 30 use cases, 5 options and 30 dimensions, all of them needs, 10,000 draws and stress.
//!
//! `cargo run --release -p decide --example bench`, with how many times as argument. Prints the processor time of each.

#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads its argument and the clock of the processor"
)]

use std::collections::BTreeMap;

use decide::{
    Amount, BreakEven, Cell, Choice, Computed, Dimension, Escape, EscapeState, Limit, Need,
    Outcome, Problem, Scale, Stream, solve_all,
};

const USE_CASES: usize = 30;
const OPTIONS: usize = 5;
const DIMENSIONS: usize = 30;

fn main() {
    let times = std::env::args().nth(1).and_then(|it| it.parse().ok());
    let problems: Vec<_> = (0..USE_CASES).map(use_case).collect();
    for _ in 0..times.unwrap_or(5) {
        let before = processor_ms();
        let outcomes = solve_all(&problems);
        let after = processor_ms();
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        for outcome in &outcomes {
            let word = outcome.as_ref().map_or("refused", |it| it.word().id());
            *words.entry(word).or_default() += 1;
        }
        let decisions = outcomes.iter().flatten().filter_map(|it| match it {
            Outcome::Whole(decision) => Some(decision),
            Outcome::Parts(_) => None,
        });
        let ties: usize = decisions.map(|it| it.tie_quantities.len()).sum();
        println!("{:.1} ms, {words:?}, {ties} tie quantities", after - before);
    }
}

/// The time for which this process has had a processor, in milliseconds.
fn processor_ms() -> f64 {
    let figures = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = figures
        .split(' ')
        .next()
        .and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e6
}

/// A use case: cells and scales are those of all others, ranks and the workload are its own.
fn use_case(number: usize) -> Problem {
    let mut problem = Problem::new(format!("use-case-{number}"));
    let mut cells = Stream::new("bench", "cells");
    let mut own = Stream::new("bench", &problem.id);
    let dimension = |it| format!("dimension-{it}");
    for option in 0..OPTIONS {
        let id = format!("option-{option}");
        let mut row = BTreeMap::new();
        for it in 0..DIMENSIONS {
            row.insert(dimension(it), cell(&mut cells, option, it));
        }
        problem.cells.insert(id.clone(), row);
        problem.options.push(Choice { id, family: None });
    }
    let mut ranks: Vec<(u32, u32)> = (1..).map(|it| (own.word(), it)).take(DIMENSIONS).collect();
    ranks.sort_unstable();
    for (it, (_, rank)) in ranks.into_iter().enumerate() {
        let points = vec![(0.0, 1.0), (20.0, 0.7), (60.0, 0.2), (100.0, 0.0)];
        let scale = Scale::Points(if it == 0 {
            vec![(0.0, 1.0), (100.0, 0.5), (1000.0, 0.0)]
        } else {
            points
        });
        let unit = None;
        problem
            .dimensions
            .insert(dimension(it), Dimension { unit, scale });
        problem.needs.insert(dimension(it), Need::Rank(rank));
    }
    workload(&mut problem, &mut own);
    problem
}

/// The first dimension is computed, some cells are exact, one is unknown, all others are ranges.
fn cell(stream: &mut Stream, option: usize, dimension: usize) -> Cell {
    let mode = 5.0 + 90.0 * stream.uniform();
    let spread = 30.0 * stream.uniform();
    match (option, dimension) {
        (_, 0) => Cell::Formula(format!("cost-{option}")),
        (1, 7) => Cell::Unknown,
        (_, 28..) => Cell::Amount(Amount::exact(mode)),
        _ => Cell::Amount(Amount {
            low: (mode - spread).max(0.0),
            mode,
            high: mode + 2.0 * spread,
        }),
    }
}

fn workload(problem: &mut Problem, own: &mut Stream) {
    let mut quantity = |id: &str, mode: f64| {
        let mode = mode * (0.2 + own.uniform());
        let range = Amount {
            low: mode / 3.0,
            mode,
            high: mode * 2.5,
        };
        problem.quantities.insert(id.to_owned(), Some(range));
    };
    quantity("requests", 4e7);
    quantity("duration-ms", 120.0);
    quantity("peak-rps", 80.0);
    quantity("memory-mb", 512.0);
    quantity("in-flight", 8.0);
    quantity("min-tasks", 2.0);
    quantity("state-gb", 20.0);
    problem.quantities.insert("gpu-gb".into(), None);
    costs(problem);
    limits(problem);
}

fn costs(problem: &mut Problem) {
    let formulas = [
        ("gb-s", "requests * duration-ms / 1000 * memory-mb / 1024"),
        (
            "tasks",
            "max(min-tasks, ceil(peak-rps * duration-ms / 1000 / in-flight))",
        ),
        (
            "cost-0",
            "tasks * (0.25 * 0.04048 + 0.5 * 0.004445) * 730 + 0.0225 * 730",
        ),
        (
            "cost-1",
            "max(0, gb-s - 400000) * 1.66667e-05 + max(0, requests - 1e6) * 2e-07",
        ),
        (
            "cost-2",
            "max(0, gb-s - 180000) * 2.4e-05 + requests * 4e-07",
        ),
        (
            "cost-3",
            "max(2, ceil(peak-rps * duration-ms / 20000)) * 0.096 * 730",
        ),
        (
            "cost-4",
            "5 + max(0, requests - 1e7) * 3e-07 + requests * duration-ms * 2e-11",
        ),
    ];
    for (id, formula) in formulas {
        problem.formulas.push(Computed {
            id: id.into(),
            formula: formula.into(),
            unit: None,
        });
    }
    problem.breakevens.push(BreakEven {
        id: "cost".into(),
        a: "cost-1".into(),
        b: "cost-0".into(),
        quantity: "requests".into(),
        from: 1e3,
        to: 1e10,
    });
}

fn limits(problem: &mut Problem) {
    let limits = [
        ("slow", "option-1", "duration-ms > 900000"),
        ("busy", "option-4", "duration-ms > 300 or memory-mb > 1500"),
        ("gpu", "option-1", "gpu-gb > 0"),
        ("state", "option-4", "state-gb > 40 and requests > 1e5"),
        ("fits", "option-2", "memory-mb * 2 > 32768"),
    ];
    for (id, option, when) in limits {
        problem.limits.push(Limit {
            id: id.into(),
            option: option.into(),
            when: when.into(),
            unless: vec![Escape {
                id: "split".into(),
                state: EscapeState::Open,
            }],
        });
    }
}
