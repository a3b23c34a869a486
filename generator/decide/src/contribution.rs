//! What makes up a score, in whole thousandths that sum exactly.

use std::collections::BTreeMap;

use crate::result::Points;

/// What each need contributes to the score of an option, rounded by largest remainder so that all of it sums to the score.
///
/// - `weights`, `values`: by need, in id order; `score` is their sum of products.
pub(crate) fn thousandths(weights: &[f64], values: &[f64], score: f64) -> (Vec<i32>, i32) {
    let exact: Vec<f64> = weights
        .iter()
        .zip(values)
        .map(|(w, v)| 1000.0 * (w * v))
        .collect();
    let total = (1000.0 * score + 0.5).floor() as i32;
    let mut points: Vec<i32> = exact.iter().map(|it| it.floor() as i32).collect();
    let rest = total - points.iter().sum::<i32>();
    let remainder = |at: &usize| exact[*at] - exact[*at].floor();
    let mut order: Vec<usize> = (0..points.len()).collect();
    // Stable, so that equal remainders stay in id order.
    if rest > 0 {
        order.sort_by(|a, b| remainder(b).total_cmp(&remainder(a)));
    } else {
        order.sort_by(|a, b| remainder(a).total_cmp(&remainder(b)));
    }
    for at in order.into_iter().take(rest.unsigned_abs() as usize) {
        points[at] += rest.signum();
    }
    (points, total)
}

/// `points` with the ids of their needs.
pub(crate) fn named<'a>(
    needs: impl Iterator<Item = &'a str>,
    (points, total): &(Vec<i32>, i32),
) -> Points {
    let points: BTreeMap<_, _> = needs
        .map(str::to_owned)
        .zip(points.iter().copied())
        .collect();
    let total = *total;
    Points { points, total }
}

/// The points of one option less those of another: what is printed side by side never disagrees with its difference.
pub(crate) fn difference(a: &Points, b: &Points) -> Points {
    let points = a.points.iter().zip(b.points.values());
    Points {
        points: points.map(|((need, a), b)| (need.clone(), a - b)).collect(),
        total: a.total - b.total,
    }
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn largest_remainders_get_what_is_missing() {
        // 333.4 + 333.3 + 333.4 = 1000.1: one thousandth is missing, and of two equal remainders the first gets it.
        let (points, total) = thousandths(&[1.0; 3], &[0.3334, 0.3333, 0.3334], 1.0001);
        assert_eq!((points, total), (vec![334, 333, 333], 1000));
    }

    #[test]
    fn smallest_remainders_give_what_is_too_much() {
        // Rounding can carry a product up to a whole number and leave the sum below it.
        let (points, total) = thousandths(&[1.0; 2], &[0.5, 0.25], 0.749);
        assert_eq!((points, total), (vec![499, 250], 749));
    }
}
