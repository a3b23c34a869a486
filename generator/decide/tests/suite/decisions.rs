//! What holds for every decision, whatever the problem.

use crate::random::{Dice, decision};
use decide::{
    Amount, BaseWeights, Cell, Choice, Component, Need, Outcome, Problem, Word,
    rank_order_centroid, solve, solve_all,
};
use proptest::prelude::*;

fn problem() -> impl Strategy<Value = Problem> {
    let sizes = (any::<u32>(), 2..5_usize, 1..6_usize);
    sizes.prop_map(|(number, options, needs)| {
        crate::random::problem(&mut Dice::new(number), options, needs)
    })
}

/// Every cell a value, so that raising or copying one means the same in all draws, and nothing that rules an option out.
fn with_values(mut problem: Problem, dice: &mut Dice) -> Problem {
    for cell in problem.cells.values_mut().flat_map(|row| row.values_mut()) {
        *cell = Cell::Value(dice.between(0.0, 0.9));
    }
    problem.limits.clear();
    problem
}

fn add_option(problem: &mut Problem, id: &str, like: &str) {
    let row = problem.cells[like].clone();
    problem.cells.insert(id.into(), row);
    problem.options.push(Choice {
        id: id.into(),
        family: None,
    });
}

/// More than are drawn together.
#[test]
fn very_many_problems_come_out_as_each_alone() {
    let problems: Vec<_> = (0..131)
        .map(|number| crate::random::problem(&mut Dice::new(number), 2, 2))
        .collect();
    let alone: Vec<_> = problems.iter().map(solve).collect();
    assert_eq!(solve_all(&problems), alone);
}

proptest! {
    #![proptest_config(crate::random::cases(48))]

    #[test]
    fn another_option_changes_nothing_between_the_others(number in any::<u32>(), gone in 0..4_usize) {
        let all = crate::random::problem(&mut Dice::new(number), 4, 3);
        let gone = all.options[gone].id.clone();
        let mut fewer = all.clone();
        fewer.options.retain(|it| it.id != gone);
        fewer.limits.retain(|it| it.option != gone);
        fewer.cells.remove(&gone);
        let (all, fewer) = (decision(&all), decision(&fewer));
        for (option, row) in &fewer.pairwise {
            prop_assert_eq!(fewer.scores[option].to_bits(), all.scores[option].to_bits());
            prop_assert_eq!(&fewer.values[option], &all.values[option]);
            prop_assert_eq!(fewer.out[option], all.out[option]);
            for (other, beaten) in row {
                prop_assert_eq!(*beaten, all.pairwise[option][other]);
            }
        }
    }

    #[test]
    fn declared_order_never_matters(problem in problem()) {
        let mut turned = problem.clone();
        turned.options.reverse();
        turned.limits.reverse();
        prop_assert_eq!(solve(&problem), solve(&turned));
    }

    #[test]
    fn sharing_draws_with_other_problems_changes_nothing(a in problem(), b in problem()) {
        let mut others = [a.clone(), b, a];
        others[1].draws = others[0].draws;
        others[2].id = "other".into();
        let alone: Vec<_> = others.iter().map(solve).collect();
        prop_assert_eq!(solve_all(&others), alone);
    }

    #[test]
    fn only_proportions_of_swings_matter(number in any::<u32>(), power in -3..8_i32, factor in 0.1..9.0_f64) {
        let mut dice = Dice::new(number);
        let mut problem = crate::random::problem(&mut dice, 3, 4);
        problem.base_weights = BaseWeights::Centroid;
        for need in problem.needs.values_mut() {
            *need = Need::Swing(dice.amount(5.0, 100.0));
        }
        let scaled = |factor: f64| {
            let mut scaled = problem.clone();
            for need in scaled.needs.values_mut() {
                if let Need::Swing(it) = need {
                    let (low, mode, high) = (it.low * factor, it.mode * factor, it.high * factor);
                    *it = Amount { low, mode, high };
                }
            }
            decision(&scaled)
        };
        let power = (0..power.abs()).fold(1.0, |it, _| if power > 0 { it * 2.0 } else { it / 2.0 });
        prop_assert_eq!(scaled(power), decision(&problem));
        // Rounding can move a draw across a tie, so only the words are the same, and those not at a threshold.
        let (found, expected) = (scaled(factor), decision(&problem));
        let moved = found.first.values().zip(expected.first.values());
        prop_assert!(moved.map(|(a, b)| a.abs_diff(*b)).max() <= Some(1));
        if found.first == expected.first && found.stress.first == expected.stress.first {
            prop_assert_eq!(found.word, expected.word);
        }
    }

    #[test]
    fn a_better_value_never_harms(number in any::<u32>(), up in 0.0..0.1_f64) {
        let mut dice = Dice::new(number);
        let mut problem = crate::random::problem(&mut dice, 3, 3);
        problem.limits.clear();
        let cell = |it| Cell::Value(it);
        problem.cells.get_mut("option-1").unwrap().insert("need-1".into(), cell(0.4));
        let before = decision(&problem);
        problem.cells.get_mut("option-1").unwrap().insert("need-1".into(), cell(0.4 + up));
        let after = decision(&problem);
        prop_assert!(after.first["option-1"] >= before.first["option-1"]);
        prop_assert!(after.first["option-0"] <= before.first["option-0"]);
        prop_assert!(after.first["option-2"] <= before.first["option-2"]);
    }

    #[test]
    fn whoever_is_dominated_is_never_first(number in any::<u32>(), down in 0.0001..0.1_f64) {
        let mut dice = Dice::new(number);
        let problem = crate::random::problem(&mut dice, 3, 3);
        let mut problem = with_values(problem, &mut dice);
        add_option(&mut problem, "worse", "option-2");
        let row = problem.cells.get_mut("worse").unwrap();
        if let Some(Cell::Value(value)) = row.get_mut("need-0") {
            *value = (*value - down).max(0.0);
        }
        if problem.cells["worse"] != problem.cells["option-2"] {
            let found = decision(&problem);
            prop_assert_eq!(found.first["worse"], 0);
            prop_assert_eq!(found.stress.first["worse"], 0);
        }
    }

    #[test]
    fn neither_of_two_equal_options_is_first(number in any::<u32>()) {
        let mut dice = Dice::new(number);
        let problem = crate::random::problem(&mut dice, 2, 3);
        let mut problem = with_values(problem, &mut dice);
        add_option(&mut problem, "twin", "option-1");
        let found = decision(&problem);
        prop_assert_eq!((found.first["twin"], found.first["option-1"]), (0, 0));
        prop_assert_eq!(found.tied, problem.draws - found.first["option-0"]);
    }

    #[test]
    fn weights_are_shares_that_respect_ranks(problem in problem()) {
        let found = decision(&problem);
        let central = found.stress.central_weights.values().flatten();
        for weights in central.chain([&found.weights]) {
            let sum: f64 = weights.values().sum();
            prop_assert!((sum - 1.0).abs() < 1e-12);
            prop_assert!(weights.values().all(|it| *it >= 0.0));
        }
        for (a, one) in &problem.needs {
            for (b, other) in &problem.needs {
                if let (Need::Rank(one), Need::Rank(other)) = (one, other) && one < other {
                    prop_assert!(found.weights[a] >= found.weights[b]);
                    let mut central = found.stress.central_weights.values().flatten();
                    prop_assert!(central.all(|it| it[a] >= it[b]));
                }
            }
        }
    }

    #[test]
    fn every_draw_is_counted_once(problem in problem()) {
        let found = decision(&problem);
        let draws = problem.draws;
        let first: u32 = found.first.values().sum();
        prop_assert_eq!(first + found.tied + found.none, draws);
        let first: u32 = found.stress.first.values().sum();
        prop_assert_eq!(first + found.stress.tied + found.stress.none, draws);
        for (option, ranks) in &found.ranks {
            prop_assert_eq!(ranks.iter().sum::<u32>() + found.out[option], draws);
            prop_assert_eq!(ranks[0], found.first[option]);
            for (other, beaten) in &found.pairwise[option] {
                prop_assert!(beaten + found.pairwise[other][option] <= draws);
            }
        }
    }

    #[test]
    fn what_is_printed_sums_exactly(problem in problem()) {
        let found = decision(&problem);
        for (option, it) in &found.contributions {
            prop_assert_eq!(it.points.values().sum::<i32>(), it.total);
            let thousandths = (1000.0 * found.scores[option] + 0.5).floor();
            prop_assert_eq!(it.total, thousandths as i32);
            for (need, points) in &it.points {
                let exact = 1000.0 * found.weights[need] * found.values[option][need];
                prop_assert!((f64::from(*points) - exact).abs() <= 1.0);
            }
        }
        if let Some(it) = &found.waterfall {
            prop_assert_eq!(it.points.values().sum::<i32>(), it.total);
        }
    }

    #[test]
    fn without_ranges_every_draw_is_the_same(number in any::<u32>(), options in 2..5_usize) {
        let mut dice = Dice::new(number);
        let problem = crate::random::problem(&mut dice, options, 4);
        let mut problem = with_values(problem, &mut dice);
        problem.base_weights = BaseWeights::Centroid;
        for need in problem.needs.values_mut() {
            *need = Need::Rank(1 + dice.roll(3));
        }
        let found = decision(&problem);
        let mut counts = found.first.values().chain([&found.tied, &found.none]);
        prop_assert!(counts.all(|it| *it == 0 || *it == problem.draws));
    }

    #[test]
    fn equal_components_change_nothing(problem in problem()) {
        let mut split = problem.clone();
        for id in ["first", "second"] {
            split.components.push(Component {
                id: id.into(),
                quantities: [].into(),
                needs: None,
            });
        }
        let whole = decision(&problem);
        let Ok(Outcome::Parts(parts)) = solve(&split) else {
            panic!("no parts");
        };
        prop_assert_eq!((parts.word, &parts.best), (whole.word, &whole.best));
        for (id, mut part) in parts.components {
            prop_assert_eq!(&part.id, &id);
            part.id.clone_from(&whole.id);
            prop_assert_eq!(&part, &whole);
        }
    }

    #[test]
    fn a_word_is_what_the_counts_say(problem in problem()) {
        let found = decision(&problem);
        let percent = |it: u32, of: u32| f64::from(it) * 100.0 / f64::from(of);
        let Some(best) = &found.best else {
            prop_assert_eq!(found.word, Word::NothingFits);
            prop_assert_eq!(found.ruled_out.len(), problem.options.len());
            return Ok(());
        };
        let share = percent(found.first[best], problem.draws);
        let stress = percent(found.stress.first[best], problem.draws);
        prop_assert_eq!(found.first.values().max(), found.first.get(best));
        match found.word {
            Word::Clear => prop_assert!(found.by_elimination || share >= 90.0 && stress >= 80.0),
            Word::Depends => {
                let it = found.depends.as_ref().expect("an input");
                prop_assert!(it.low.best != it.high.best);
                prop_assert!(percent(it.low.first, it.low.draws) >= 70.0);
                prop_assert!(percent(it.high.first, it.high.draws) >= 70.0);
            }
            Word::Leaning => prop_assert!(share >= 70.0 && (share < 90.0 || stress < 80.0)),
            _ => prop_assert!(share < 70.0),
        }
        prop_assert_eq!(found.depends.is_some(), found.word == Word::Depends);
    }
}

proptest! {
    #![proptest_config(crate::random::cases(12))]

    #[test]
    fn order_draws_have_the_centroid_as_mean(ranks in prop::collection::vec(1..9_u32, 2..7)) {
        let mut problem = crate::random::problem(&mut Dice::new(1), 2, ranks.len());
        problem = with_values(problem, &mut Dice::new(2));
        problem.base_weights = BaseWeights::Order;
        problem.draws = 10_000;
        for (need, rank) in problem.needs.values_mut().zip(&ranks) {
            *need = Need::Rank(*rank);
        }
        let found = decision(&problem);
        let expected = decide::weights_from_ranks(&ranks);
        for (found, expected) in found.weights.values().zip(&expected) {
            prop_assert!((found - expected).abs() < 0.01, "{found} {expected}");
        }
    }
}

#[test]
fn the_centroid_is_the_mean_of_nothing_but_its_order() {
    assert!(rank_order_centroid(0).is_empty());
    assert_eq!(rank_order_centroid(1), [1.0]);
}
