//! How often an option is first when nothing is known of the weights, against exact shares of all weights there are.

use crate::random::decision;
use crate::vector::{list, matrix, near, number, numbers, read};
use decide::{BaseWeights, Cell, Choice, Decision, Dimension, Need, Problem, Scale};

/// The decision between options of which only these values are known, and nothing of how much they matter.
fn without_preferences(rows: &[Vec<f64>]) -> Decision {
    let mut problem = Problem::new("flat");
    problem.base_weights = BaseWeights::Order;
    for (option, row) in rows.iter().enumerate() {
        let (id, family) = (format!("option-{option}"), None);
        for (need, value) in row.iter().enumerate() {
            // Ids sort as text: two digits keep the order of the numbers.
            let need = format!("need-{need:02}");
            let scale = Scale::Points(vec![(0.0, 0.0), (1.0, 1.0)]);
            let unit = None;
            problem
                .dimensions
                .insert(need.clone(), Dimension { unit, scale });
            problem.needs.insert(need.clone(), Need::Rank(1));
            let cells = problem.cells.entry(id.clone()).or_default();
            cells.insert(need, Cell::Value(*value));
        }
        problem.options.push(Choice { id, family });
    }
    decision(&problem)
}

/// Checks that a count of draws is as far from its share as chance allows: four standard errors.
#[track_caller]
fn likely(count: u32, share: f64, draws: u32) {
    let draws = f64::from(draws);
    let error = (draws * share * (1.0 - share)).sqrt();
    near(f64::from(count), draws * share, 4.0 * error);
}

#[test]
fn ranks_are_as_frequent_as_the_shares_of_the_simplex() {
    let vector = read(include_str!(
        "../../../../tests/vectors/smaa_exact_simplex.json"
    ));
    let mut cases = 0;
    for case in list(&vector["cases"]) {
        let found = without_preferences(&matrix(&case["values"]));
        let shares = matrix(&case["rank_acceptability"]);
        for ((ranks, shares), (option, central)) in found.ranks.values().zip(&shares).zip(
            found
                .stress
                .central_weights
                .iter()
                .zip(list(&case["central_weights"]))
                .map(|(a, b)| (a.1, b)),
        ) {
            for (count, share) in ranks.iter().zip(shares) {
                likely(*count, *share, found.draws);
            }
            // All ranks are tied, so the stress run has the same weights as the base run.
            if central[0].is_null() {
                assert_eq!(*option, None);
                continue;
            }
            let weights = option.as_ref().expect("weights").values();
            for (weight, expected) in weights.zip(numbers(central)) {
                near(*weight, expected, 0.02);
            }
        }
        assert_eq!(found.stress.first, found.first);
        cases += 1;
    }
    assert_eq!(cases, 4);
}

#[test]
fn one_of_two_wins_as_often_as_the_closed_form_says() {
    let vector = read(include_str!(
        "../../../../tests/vectors/smaa_pairwise_closed_form.json"
    ));
    let mut cases = 0;
    for case in list(&vector["cases"]) {
        // Only the difference of two options counts: half above the middle of the scale for the one, half below for the other.
        let differences = list(&case["d"]).map(|it| fraction(it.as_str().expect("a fraction")));
        let differences: Vec<f64> = differences.collect();
        let row = |sign: f64| differences.iter().map(|it| 0.5 + sign * it / 2.0).collect();
        let found = without_preferences(&[row(1.0), row(-1.0)]);
        let share = number(&case["exact_float"]);
        likely(found.pairwise["option-0"]["option-1"], share, found.draws);
        likely(
            found.pairwise["option-1"]["option-0"],
            1.0 - share,
            found.draws,
        );
        cases += 1;
    }
    assert_eq!(cases, 6);
}

#[test]
fn nobody_is_first_in_the_tie_of_the_encyclopedia() {
    let vector = read(include_str!("../../../../tests/vectors/wsm_wikipedia.json"));
    let rows = matrix(&vector["input"]["matrix"]);
    let rows: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| row.iter().map(|it| it / 30.0).collect())
        .collect();
    let weights = numbers(&vector["input"]["weights"]);
    let mut problem = Problem::new("tie");
    for (need, weight) in weights.enumerate() {
        let swing = decide::Amount::exact(100.0 * weight);
        problem
            .needs
            .insert(format!("need-{need}"), Need::Swing(swing));
        let scale = Scale::Points(vec![(0.0, 0.0), (1.0, 1.0)]);
        let unit = None;
        problem
            .dimensions
            .insert(format!("need-{need}"), Dimension { unit, scale });
    }
    for (option, row) in rows.iter().enumerate() {
        let (id, family) = (format!("a{option}"), None);
        let cells = row.iter().enumerate();
        let cells = cells.map(|(need, it)| (format!("need-{need}"), Cell::Value(*it)));
        problem.cells.insert(id.clone(), cells.collect());
        problem.options.push(Choice { id, family });
    }
    let found = decision(&problem);
    assert_eq!((found.tied, found.none), (found.draws, 0));
    assert_eq!(found.ranks["a0"], [0, 0, found.draws]);
    assert_eq!(found.ranks["a1"], [0, found.draws, 0]);
    assert_eq!(found.ranks["a2"], [0, found.draws, 0]);
    assert_eq!(found.agreement.winners["additive"], None);
}

fn fraction(text: &str) -> f64 {
    let (above, below) = text.split_once('/').expect("a fraction");
    let part = |it: &str| it.parse::<f64>().expect("a number");
    part(above) / part(below)
}
