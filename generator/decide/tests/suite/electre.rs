//! ELECTRE I, which the engine does not have: that its example comes out shows that a method can be checked beside it.

use crate::vector::{all_near, list, matrix, numbers, read};

/// By pair of options: the weight of the needs on which the first is at least as good, and its worst disadvantage.
struct Outranking {
    concordance: Vec<Vec<f64>>,
    discordance: Vec<Vec<f64>>,
}

fn outranking(rows: &[Vec<f64>], weights: &[f64], signs: &[f64]) -> Outranking {
    let columns = 0..weights.len();
    let width = |column: usize| {
        let amounts = rows.iter().map(|row| row[column]);
        let greatest = amounts.clone().fold(f64::NEG_INFINITY, f64::max);
        greatest - amounts.fold(f64::INFINITY, f64::min)
    };
    let widest = columns.clone().map(width).fold(0.0, f64::max);
    let mut found = Outranking {
        concordance: Vec::new(),
        discordance: Vec::new(),
    };
    for a in rows {
        let lead = |b: &[f64], column: usize| signs[column] * (a[column] - b[column]);
        let others = rows.iter().filter(|b| *b != a);
        let agreeing = others.clone().map(|b| {
            let good = columns.clone().filter(|it| lead(b, *it) >= 0.0);
            good.map(|it| weights[it]).sum()
        });
        found.concordance.push(agreeing.collect());
        let worst = others.map(|b| {
            let disadvantages = columns.clone().map(|it| -lead(b, it));
            disadvantages.fold(0.0, f64::max) / widest
        });
        found.discordance.push(worst.collect());
    }
    found
}

#[test]
fn the_kernel_of_the_article_is_its_fifth_place() {
    let vector = read(include_str!(
        "../../../../tests/vectors/electre1_cebrian_2009.json"
    ));
    let input = &vector["input"];
    let weights: Vec<_> = numbers(&input["weights"]).collect();
    let signs = list(&input["types"]).map(|it| if it == "max" { 1.0 } else { -1.0 });
    let mut rows = matrix(&input["matrix"]);
    for column in 0..weights.len() {
        let sum: f64 = rows.iter().map(|row| row[column]).sum();
        for row in &mut rows {
            row[column] /= sum;
        }
    }
    let found = outranking(&rows, &weights, &signs.collect::<Vec<_>>());
    // The diagonal is left empty by both.
    let stated = |name: &str| {
        let rows = list(&vector["computed"][name]).flat_map(list);
        rows.filter_map(serde_json::Value::as_f64)
            .collect::<Vec<_>>()
    };
    all_near(
        found.concordance.iter().flatten().copied(),
        stated("concordance"),
        1e-9,
    );
    all_near(
        found.discordance.iter().flatten().copied(),
        stated("discordance"),
        1e-9,
    );

    let outranked_by = |a: usize, b: usize| {
        let at = if b < a { b } else { b - 1 };
        // Sums of weights miss their limit by a rounding.
        found.concordance[a][at] >= 0.65 - 1e-12 && found.discordance[a][at] <= 0.35
    };
    let options = 0..rows.len();
    let free = |b: &usize| !options.clone().any(|a| a != *b && outranked_by(a, *b));
    let kernel: Vec<_> = options.clone().filter(free).collect();
    let expected = numbers(&vector["computed"]["kernel"]).map(|it| it as usize);
    assert_eq!(kernel, expected.collect::<Vec<_>>());
}
