//! At a tie, the two best options tie: ties are checked by going there.

use crate::random::{Dice, decision};
use decide::{
    Amount, BaseWeights, Cell, Decision, Dimension, Need, Problem, Scale, ValueFunction, additive,
    tie_weight,
};
use proptest::prelude::*;

fn row(found: &Decision, option: &str) -> Vec<f64> {
    found.values[option].values().copied().collect()
}

fn rivals(found: &Decision) -> Option<(&str, &str)> {
    Some((found.best.as_deref()?, found.runner_up.as_deref()?))
}

fn function(problem: &Problem, dimension: &str) -> ValueFunction {
    match &problem.dimensions[dimension].scale {
        Scale::Points(points) => ValueFunction::from_points(points.clone()),
        Scale::Levels {
            values: Some(values),
            ..
        } => ValueFunction::from_values(values.iter().copied()),
        Scale::Levels { names, .. } => ValueFunction::from_levels(names.len()),
    }
    .expect("a scale")
}

proptest! {
    #![proptest_config(crate::random::cases(96))]

    #[test]
    fn at_a_tie_weight_the_scores_are_equal(number in any::<u32>(), needs in 2..6_usize) {
        let problem = crate::random::problem(&mut Dice::new(number), 3, needs);
        let found = decision(&problem);
        let Some((best, runner_up)) = rivals(&found) else {
            return Ok(());
        };
        let mut last = 0.0;
        for tie in &found.tie_weights {
            let weights = found.weights.iter().map(|(need, weight)| {
                let others = (1.0 - tie.at) / (1.0 - tie.now);
                if *need == tie.need { tie.at } else { weight * others }
            });
            let weights: Vec<_> = weights.collect();
            let lead = additive(&weights, &row(&found, best)) - additive(&weights, &row(&found, runner_up));
            prop_assert!(lead.abs() < 1e-9, "{tie:?} {lead}");
            prop_assert!((0.0..=1.0).contains(&tie.at));
            let distance = (tie.at - tie.now).abs();
            prop_assert!(distance >= last);
            last = distance;
        }
    }

    #[test]
    fn at_a_tie_score_the_scores_are_equal(number in any::<u32>(), needs in 1..6_usize) {
        let problem = crate::random::problem(&mut Dice::new(number), 3, needs);
        let found = decision(&problem);
        let Some((best, runner_up)) = rivals(&found) else {
            return Ok(());
        };
        let weights: Vec<_> = found.weights.values().copied().collect();
        for tie in &found.tie_scores {
            let score = |option: &str| {
                let values = found.values[option].iter().map(|(need, value)| {
                    let here = option == tie.option && *need == tie.dimension;
                    if here { tie.value_at } else { *value }
                });
                additive(&weights, &values.collect::<Vec<_>>())
            };
            prop_assert!((score(best) - score(runner_up)).abs() < 1e-9, "{tie:?}");
            let amount = match problem.cells[&tie.option][&tie.dimension] {
                Cell::Amount(amount) => Some(amount),
                _ => None,
            };
            prop_assert_eq!(tie.now, amount.map(|it| it.mode));
            prop_assert_eq!(tie.at.is_some(), amount.is_some());
            if let (Some(at), Some(amount)) = (tie.at, amount) {
                let worth = function(&problem, &tie.dimension).value(at);
                prop_assert!((worth - tie.value_at).abs() < 1e-12, "{tie:?} {worth}");
                prop_assert_eq!(tie.inside_range, amount.low <= at && at <= amount.high);
            }
        }
        let inside = found.tie_scores.iter().map(|it| !it.inside_range);
        prop_assert!(inside.is_sorted());
    }

    #[test]
    fn an_inverse_is_worth_what_was_asked_for(number in any::<u32>(), value in 0.0..1.0_f64, near in -1.0..5.0_f64) {
        let problem = crate::random::problem(&mut Dice::new(number), 2, 1);
        let function = function(&problem, "need-0");
        let values: Vec<_> = function.points().iter().map(|(_, y)| *y).collect();
        let least = values.iter().copied().fold(1.0, f64::min);
        let greatest = values.iter().copied().fold(0.0, f64::max);
        let found = function.inverse(value, near);
        prop_assert_eq!(found.is_some(), least <= value && value <= greatest);
        // What an amount is worth leads back to it, since nothing is nearer than itself.
        let there = function.inverse(function.value(near), near).expect("an amount");
        for (amount, value) in found.map(|it| (it, value)).into_iter().chain([(there, function.value(near))]) {
            prop_assert!((function.value(amount) - value).abs() < 1e-12);
        }
        prop_assert!((there - near).abs() < 1e-12);
    }

    #[test]
    fn a_tie_quantity_is_where_another_option_comes_first(number in any::<u32>(), options in 2..4_usize) {
        let mut problem = crate::random::problem(&mut Dice::new(number), options, 2);
        problem.cells.get_mut("option-0").unwrap().insert("need-0".into(), Cell::Formula("cost".into()));
        let found = decision(&problem);
        // With the quantity at an amount and all others at their means, the best score is that of a problem without ranges.
        let first = |quantity: &str, amount: f64| {
            let mut there = problem.clone();
            for (id, row) in &mut there.cells {
                for (need, cell) in row {
                    let stated = !found.unknown.contains(&format!("{id}/{need}"));
                    if !matches!(cell, Cell::Formula(_)) || !stated {
                        *cell = Cell::Value(found.values[id][need]);
                    }
                }
            }
            for (id, it) in &mut there.quantities {
                if let Some(range) = it {
                    let mean = (range.low + range.mode + range.high) / 3.0;
                    *it = Some(Amount::exact(if id == quantity { amount } else { mean }));
                }
            }
            there.base_weights = BaseWeights::Centroid;
            for (need, it) in &mut there.needs {
                *it = Need::Swing(Amount::exact(found.weights[need]));
            }
            there.draws = 1;
            let there = decision(&there);
            let left = there.scores.iter().filter(|(id, _)| there.out[*id] == 0);
            left.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(id, _)| id.clone())
        };
        for tie in &found.tie_quantities {
            for (change, outward) in [(&tie.above, 1.0 + 1e-9), (&tie.below, 1.0 - 1e-9)] {
                let Some(change) = change else {
                    continue;
                };
                prop_assert_ne!(&change.best, &found.best);
                prop_assert_eq!(&first(&tie.quantity, change.at * outward), &change.best);
                prop_assert_eq!(&first(&tie.quantity, change.at / outward), &found.best);
            }
        }
    }
}

/// Two options on one scale of levels, exact, with a second need that the runner-up wins.
fn levels(best: &str, runner_up: &str, values: Option<Vec<f64>>) -> Decision {
    let mut problem = Problem::new("levels");
    problem.draws = 10;
    let names: Vec<_> = ["none", "some", "most", "all"].map(String::from).into();
    let scale = Scale::Levels { names, values };
    let unit = None;
    problem
        .dimensions
        .insert("a".into(), Dimension { unit, scale });
    let scale = Scale::Points(vec![(0.0, 0.0), (1.0, 1.0)]);
    problem
        .dimensions
        .insert("b".into(), Dimension { unit: None, scale });
    for (id, level, other) in [("x", best, 0.5), ("y", runner_up, 0.6)] {
        let family = None;
        problem.options.push(decide::Choice {
            id: id.into(),
            family,
        });
        let cells = [
            (String::from("a"), Cell::Level(level.into())),
            (String::from("b"), Cell::Value(other)),
        ];
        problem.cells.insert(id.into(), cells.into());
    }
    problem.needs.insert("a".into(), Need::Rank(1));
    problem.needs.insert("b".into(), Need::Rank(2));
    decision(&problem)
}

#[test]
fn a_tie_on_levels_names_the_first_level_beyond_it() {
    // x leads by 0.75/3 - 0.25/10 = 0.225, on the first need 0.3: x ties at 1 - 0.3, y at 2/3 + 0.3.
    let found = levels("all", "most", None);
    let of = |option: &str| {
        let mut ties = found.tie_scores.iter();
        let tie = ties.find(|it| it.option == option && it.dimension == "a");
        let tie = tie.expect("a tie");
        (
            tie.at.expect("an amount"),
            tie.level.clone().expect("a level"),
        )
    };
    let (at, level) = of("x");
    assert!((at - 2.1).abs() < 1e-9, "{at}");
    assert_eq!(level, "most");
    let (at, level) = of("y");
    assert!((at - 2.9).abs() < 1e-9, "{at}");
    assert_eq!(level, "all");
}

#[test]
fn a_tie_on_equal_levels_stays_at_the_most_likely() {
    // Levels 1 and 2 are worth the same 0.5, and so is the tie: the nearest to where the option is now is taken.
    let values = Some(vec![0.0, 0.5, 0.5, 1.0]);
    let found = levels("most", "none", values);
    let tie = found
        .tie_scores
        .iter()
        .find(|it| it.option == "x" && it.dimension == "a");
    let tie = tie.expect("a tie");
    assert!(tie.at.expect("an amount") < 1.0, "{tie:?}");
    assert_eq!(tie.level.as_deref(), Some("none"));
}

#[test]
fn one_need_alone_has_no_tie_weight() {
    assert_eq!(tie_weight(&[1.0], &[0.2], 0), None);
    // The other need says the same as this one: no weight of it changes anything.
    assert_eq!(tie_weight(&[0.5, 0.5], &[0.2, 0.2], 0), None);
}
