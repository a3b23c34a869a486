//! Worked examples that others have published, with the values they print.

use crate::vector::{all_near, list, matrix, near, number, numbers, read};
use decide::{
    ValueFunction, additive, priorities, promethee2, rank_order_centroid, tie_weight, topsis,
    weighted_product, weights_from_swings,
};
use serde_json::Value;

#[test]
fn a_value_function_gives_the_values_of_the_smaa_package() {
    let vector = read(include_str!(
        "../../../../tests/vectors/value_function_piecewise_linear.json"
    ));
    let cases = vector["cases"].as_array().expect("cases");
    let mut differing = 0;
    for case in cases {
        let points = numbers(&case["cutoffs"]).zip(numbers(&case["values"]));
        let function = ValueFunction::from_points(points.collect()).expect("a scale");
        let pairs = numbers(&case["x"]).zip(numbers(&case["expected"]));
        let far = pairs.filter(|(x, expected)| (function.value(*x) - expected).abs() > 1e-12);
        let far: Vec<_> = far.collect();
        if case["out_of_bounds"] == "clip" {
            assert_eq!(far, [], "{case}");
        } else {
            // The package can also go on along the last line, beyond 0 and 1. We never do.
            differing += far.len();
        }
    }
    assert_eq!((cases.len(), differing), (5, 4));
}

#[test]
fn fixed_ranges_give_one_minus_the_distances_of_spotis() {
    let vector = read(include_str!(
        "../../../../tests/vectors/mavt_fixed_range_dezert_2020_ex1.json"
    ));
    let (input, computed) = (&vector["input"], &vector["computed"]);
    let functions: Vec<_> = list(&input["bounds"])
        .zip(list(&input["types"]))
        .map(|(bounds, kind)| {
            let (worst, best) = if kind == "max" {
                (0.0, 1.0)
            } else {
                (1.0, 0.0)
            };
            let points = numbers(bounds).zip([worst, best]).collect();
            ValueFunction::from_points(points).expect("a scale")
        })
        .collect();
    for (at, row) in list(&input["matrix"]).enumerate() {
        let mut score = 0.0;
        let weights = numbers(&input["weights"]);
        let own = numbers(&computed["own_values"][at]);
        for (((x, function), weight), expected) in
            numbers(row).zip(&functions).zip(weights).zip(own)
        {
            let value = function.value(x);
            near(value, expected, 1e-12);
            score += weight * value;
        }
        near(score, number(&computed["own_mavt"][at]), 1e-12);
        near(1.0 - score, number(&vector["printed"]["spotis"][at]), 5e-5);
    }
}

#[test]
fn ranks_give_the_centroids_that_are_printed() {
    let vector = read(include_str!(
        "../../../../tests/vectors/weights_roc_rs_rr.json"
    ));
    let centroids = vector["computed"]["roc"].as_object().expect("centroids");
    for (count, expected) in centroids {
        let found = rank_order_centroid(count.parse().expect("a count"));
        all_near(found, numbers(expected), 1e-12);
    }
    assert_eq!(centroids.len(), 9);
    // Printed with two digits, cut off or rounded.
    all_near(
        rank_order_centroid(4),
        numbers(&vector["printed"]["roc_n4"]),
        5e-3,
    );
}

#[test]
fn a_sum_of_raw_numbers_is_that_of_the_encyclopedia() {
    let vector = read(include_str!("../../../../tests/vectors/wsm_wikipedia.json"));
    let weights: Vec<_> = numbers(&vector["input"]["weights"]).collect();
    let scores = matrix(&vector["input"]["matrix"]);
    let scores: Vec<_> = scores.iter().map(|row| additive(&weights, row)).collect();
    all_near(
        scores.iter().copied(),
        numbers(&vector["printed"]["scores"]),
        1e-12,
    );
    // The second and the third tie, up to rounding, and that is a tie here.
    assert!((scores[1] - scores[2]).abs() < 1.0 / 1_099_511_627_776.0);
}

#[test]
fn a_product_is_that_of_the_encyclopedia() {
    let vector = read(include_str!("../../../../tests/vectors/wpm_wikipedia.json"));
    let weights: Vec<_> = numbers(&vector["input"]["weights"]).collect();
    let weights = weights_from_swings(&weights);
    let mut rows = matrix(&vector["input"]["matrix"]);
    for column in 0..weights.len() {
        let sum: f64 = rows.iter().map(|row| row[column]).sum();
        for row in &mut rows {
            row[column] /= sum;
        }
    }
    let scores = rows
        .iter()
        .map(|row| weighted_product(&weights, row) / std::f64::consts::LN_10);
    let printed = numbers(&vector["printed"]["log10_score"]);
    all_near(scores, printed, 1e-8);
}

#[test]
fn closeness_to_the_ideal_is_that_of_the_article() {
    let vector = read(include_str!(
        "../../../../tests/vectors/topsis_opricovic_tzeng_2004.json"
    ));
    let input = &vector["input"];
    let weights: Vec<_> = numbers(&input["weights"]).collect();
    let mut rows = matrix(&input["matrix"]);
    for (column, kind) in list(&input["types"]).enumerate() {
        let amounts: Vec<_> = rows.iter().map(|row| row[column]).collect();
        let least = amounts.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = amounts.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for row in &mut rows {
            let share = (row[column] - least) / (greatest - least);
            row[column] = if kind == "max" { share } else { 1.0 - share };
        }
    }
    let found: Vec<_> = rows.iter().map(|row| topsis(&weights, row)).collect();
    let printed = numbers(&vector["printed"]["closeness"]);
    all_near(found.iter().copied(), printed, 5e-4);
    all_near(found, numbers(&vector["computed"]["pymcdm_minmax"]), 1e-9);
}

#[test]
fn net_flows_are_those_of_two_packages() {
    let vector = read(include_str!(
        "../../../../tests/vectors/promethee2_brans_1986_powerplants.json"
    ));
    let input = &vector["input"];
    let weights: Vec<_> = numbers(&input["weights"]).collect();
    let signs: Vec<_> = list(&input["types"])
        .map(|it| if it == "max" { 1.0 } else { -1.0 })
        .collect();
    let kinds: Vec<_> = list(&input["preference"])
        .map(|it| it.as_str().expect("a kind"))
        .collect();
    let rows = matrix(&input["matrix"]);
    let found = promethee2(&weights, &rows, |need, it| {
        preference(kinds[need], signs[need] * it)
    });
    let computed = &vector["computed"];
    all_near(found.iter().copied(), numbers(&computed["own_net"]), 1e-9);
    all_near(found, numbers(&computed["pyDecision_net"]), 1e-9);
}

/// The six preference functions of the method; `kind` reads like `linear q=50 p=500`.
#[expect(
    clippy::disallowed_methods,
    reason = "the bits of an oracle do not matter"
)]
fn preference(kind: &str, it: f64) -> f64 {
    let mut words = kind.split(' ');
    let shape = words.next().expect("a shape");
    let parameters: Vec<f64> = words
        .map(|it| it[2..].parse().expect("a parameter"))
        .collect();
    if it <= 0.0 {
        return 0.0;
    }
    match (shape, parameters.as_slice()) {
        ("usual", []) => 1.0,
        ("u-shape", [q]) => f64::from(u8::from(it > *q)),
        ("v-shape", [p]) => (it / p).min(1.0),
        ("level", [q, p]) => match it {
            it if it <= *q => 0.0,
            it if it <= *p => 0.5,
            _ => 1.0,
        },
        ("linear", [q, p]) => ((it - q) / (p - q)).clamp(0.0, 1.0),
        ("gaussian", [s]) => 1.0 - (-it * it / (2.0 * s * s)).exp(),
        _ => f64::NAN,
    }
}

#[test]
fn tie_weights_are_the_changes_of_the_article() {
    let vector = read(include_str!(
        "../../../../tests/vectors/sensitivity_triantaphyllou_sanchez_1997_ex1.json"
    ));
    let rows = matrix(&vector["input"]["matrix"]);
    let undivided: Vec<_> = numbers(&vector["input"]["weights"]).collect();
    let sum: f64 = undivided.iter().sum();
    let weights = weights_from_swings(&undivided);
    let changes: Vec<_> = list(&vector["computed"]["ranking_changes"]).collect();
    assert_eq!(changes.len(), 24);
    for change in changes {
        let index = |it: &Value| it.as_u64().expect("an index") as usize - 1;
        let (a, b) = (index(&change["pair"][0]), index(&change["pair"][1]));
        let need = index(&change["criterion"]);
        let differences: Vec<_> = rows[a].iter().zip(&rows[b]).map(|(a, b)| a - b).collect();
        let tie = tie_weight(&weights, &differences, need).expect("a tie");
        let expected = number(&change["tie_weight"]);
        near(tie, expected, 1e-9 * expected.abs());
        let change_of_weight = sum * (weights[need] - tie) / (1.0 - tie);
        let expected = number(&change["delta_abs"]);
        near(change_of_weight, expected, 1e-9 * expected.abs());
        let inside = (0.0..=1.0).contains(&tie);
        assert_eq!(inside, change["tie_in_0_1"] == true, "{change}");
    }
}

#[test]
fn an_inconsistent_matrix_has_the_printed_priorities_and_a_high_ratio() {
    let vector = read(include_str!(
        "../../../../tests/vectors/ahp_wang_chin_2011.json"
    ));
    let found = priorities(&matrix(&vector["input"]["matrix"]));
    all_near(
        found.weights.iter().copied(),
        numbers(&vector["printed"]["priorities"]),
        6e-4,
    );
    all_near(
        found.weights,
        numbers(&vector["computed"]["own_eigenvector"]),
        1e-9,
    );
    let ratio = number(&vector["computed"]["cr_saaty_ri"]);
    near(found.consistency_ratio, ratio, 1e-9);
    assert!(found.consistency_ratio > decide::INCONSISTENT);
}

#[test]
fn two_levels_of_comparisons_rank_the_cities_as_printed() {
    let vector = read(include_str!(
        "../../../../tests/vectors/ahp_saaty_2005_cities.json"
    ));
    let (criteria, weights) = compared(&vector["input"]["criteria"]);
    let printed = vector["printed"]["target_weights"]
        .as_object()
        .expect("weights");
    let mut totals = vec![0.0; printed.len()];
    for (criterion, weight) in criteria.iter().zip(&weights) {
        let (cities, local) = compared(&vector["input"]["alternatives_by_criterion"][criterion]);
        assert!(cities.iter().eq(printed.keys()));
        for (total, local) in totals.iter_mut().zip(local) {
            *total += weight * local;
        }
    }
    all_near(totals, printed.values().map(number), 6e-4);
}

/// The names that are compared, sorted, and their priorities.
fn compared(pairs: &Value) -> (Vec<String>, Vec<f64>) {
    let name = |it: &Value| it.as_str().expect("a name").to_owned();
    let names = list(pairs).flat_map(|it| [name(&it[0]), name(&it[1])]);
    let mut names: Vec<_> = names.collect();
    names.sort();
    names.dedup();
    let mut matrix = vec![vec![1.0; names.len()]; names.len()];
    for pair in list(pairs) {
        let at = |it: &Value| {
            names
                .iter()
                .position(|own| *own == name(it))
                .expect("a name")
        };
        let (a, b, ratio) = (at(&pair[0]), at(&pair[1]), number(&pair[2]));
        matrix[a][b] = ratio;
        matrix[b][a] = 1.0 / ratio;
    }
    let weights = priorities(&matrix).weights;
    (names, weights)
}
