//! Ways of adding up values: the additive score that decides, and others that only say whether they agree.

use crate::logarithm::ln;
use crate::tally::EPS;

/// The additive score of one option: the sum of weight times value, in their order.
///
/// ```
/// assert_eq!(decide::additive(&[0.75, 0.25], &[1.0, 0.5]), 0.875);
/// ```
/// # Source
/// Keeney and Raiffa, *Decisions with Multiple Objectives*, 1976; oracle `tests/vectors/wsm_wikipedia.json`.
pub fn additive(weights: &[f64], values: &[f64]) -> f64 {
    let terms = weights.iter().zip(values);
    terms.fold(0.0, |sum, (weight, value)| sum + weight * value)
}

/// The logarithm of the weighted product of one option's values; a value below 2⁻¹⁰ counts as that.
///
/// - `values`: 0 to 1.
///
/// # Source
/// Oracle `tests/vectors/wpm_wikipedia.json`.
pub fn weighted_product(weights: &[f64], values: &[f64]) -> f64 {
    const LEAST: f64 = 1.0 / 1024.0;
    let terms = weights.iter().zip(values);
    terms.fold(0.0, |sum, (weight, value)| {
        sum + weight * ln(value.max(LEAST))
    })
}

/// The closeness of one option to the ideal, 0 to 1, by weighted distances to all values at 1 and all at 0 (TOPSIS).
///
/// # Source
/// Hwang and Yoon, *Multiple Attribute Decision Making*, 1981; oracle `tests/vectors/topsis_opricovic_tzeng_2004.json`.
pub fn topsis(weights: &[f64], values: &[f64]) -> f64 {
    let distance = |ideal: f64| {
        let terms = weights.iter().zip(values);
        let squares = terms.map(|(weight, value)| weight * value - weight * ideal);
        squares.fold(0.0, |sum, it| sum + it * it).sqrt()
    };
    let (from_best, from_worst) = (distance(1.0), distance(0.0));
    from_worst / (from_best + from_worst)
}

/// The net flow of every option: how far it is preferred to the others less how far they are to it (PROMETHEE II).
///
/// - `values`: by option, then by need.
/// - `preference`: for a need and the difference of two values on it, how far the first is preferred, 0 to 1.
/// - Returns a flow of -1 to 1 per option; 0 for a single one.
///
/// # Source
/// Brans and Vincke, Management Science 31(6), 1985; oracle `tests/vectors/promethee2_brans_1986_powerplants.json`.
pub fn promethee2(
    weights: &[f64],
    values: &[Vec<f64>],
    preference: impl Fn(usize, f64) -> f64,
) -> Vec<f64> {
    let preferred = |a: &[f64], b: &[f64]| {
        let terms = weights.iter().zip(a.iter().zip(b)).enumerate();
        terms.fold(0.0, |sum, (need, (weight, (a, b)))| {
            sum + weight * preference(need, a - b)
        })
    };
    let others = values.len().saturating_sub(1).max(1) as f64;
    let flow = |(own, row): (usize, &Vec<f64>)| {
        let rest = values.iter().enumerate().filter(|(other, _)| *other != own);
        let flow = rest.fold(0.0, |sum, (_, other)| {
            sum + (preferred(row, other) - preferred(other, row))
        });
        flow / others
    };
    values.iter().enumerate().map(flow).collect()
}

/// The methods of the agreement line, in id order, with the option each of them chooses, by index.
pub(crate) fn winners(weights: &[f64], values: &[Vec<f64>]) -> [(&'static str, Option<usize>); 5] {
    let each = |score: &dyn Fn(&[f64]) -> f64| -> Option<usize> {
        let scores: Vec<_> = values.iter().map(|it| score(it)).collect();
        single_best(&scores)
    };
    let equal = vec![1.0 / weights.len() as f64; weights.len()];
    [
        ("additive", each(&|it| additive(weights, it))),
        ("equal-weights", each(&|it| additive(&equal, it))),
        (
            "promethee2",
            single_best(&promethee2(weights, values, |_, it| linear(it))),
        ),
        ("topsis", each(&|it| topsis(weights, it))),
        (
            "weighted-product",
            each(&|it| weighted_product(weights, it)),
        ),
    ]
}

/// No preference up to a sixteenth, full preference from a half, and a straight line between.
fn linear(difference: f64) -> f64 {
    const NONE: f64 = 1.0 / 16.0;
    const FULL: f64 = 0.5;
    if difference <= NONE {
        0.0
    } else if difference >= FULL {
        1.0
    } else {
        (difference - NONE) / (FULL - NONE)
    }
}

/// The index of the best score, if it is better than every other by more than a tie.
pub(crate) fn single_best(scores: &[f64]) -> Option<usize> {
    let beats_all = |own: usize| {
        let others = scores.iter().enumerate().filter(|(at, _)| *at != own);
        others
            .into_iter()
            .all(|(_, other)| scores[own] - other > EPS)
    };
    (0..scores.len()).find(|it| beats_all(*it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_best_is_better_than_a_tie() {
        assert_eq!(single_best(&[0.2, 0.5, 0.4]), Some(1));
        assert_eq!(single_best(&[0.5, 0.2, 0.5 - EPS / 2.0]), None);
        assert_eq!(single_best(&[0.5, 0.2, 0.5 - EPS * 2.0]), Some(0));
        assert_eq!(single_best(&[0.5]), Some(0));
        assert_eq!(single_best(&[]), None);
    }

    #[test]
    fn preference_rises_from_a_sixteenth_to_a_half() {
        let preferences = [-0.5, 0.0, 0.0625, 0.28125, 0.5, 1.0].map(|it| Some(linear(it)));
        assert_eq!(preferences, [0.0, 0.0, 0.0, 0.5, 1.0, 1.0].map(Some));
    }

    #[test]
    fn every_method_has_its_own_winner() {
        // The first has one great strength, the second is even, the third is better where it hardly counts.
        let values = [vec![1.0, 0.0], vec![0.6, 0.55], vec![0.3, 1.0]];
        let winners = winners(&[0.7, 0.3], &values);
        let expected = [
            ("additive", Some(0)),
            ("equal-weights", Some(2)),
            ("promethee2", Some(0)),
            ("topsis", Some(0)),
            ("weighted-product", Some(1)),
        ];
        assert_eq!(winners, expected);
    }
}
