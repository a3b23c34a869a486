//! Weights from comparisons of two needs at a time, and how far the comparisons contradict each other.

/// What a matrix of comparisons says.
#[derive(Clone, Debug, PartialEq)]
pub struct Priorities {
    /// In the order of the rows; sum 1.
    pub weights: Vec<f64>,
    /// 0 when the comparisons agree with each other; above [`INCONSISTENT`] they had better be asked again.
    pub consistency_ratio: f64,
}

/// The consistency ratio above which comparisons contradict each other.
pub const INCONSISTENT: f64 = 0.10;

/// Mean consistency index of random comparisons of 3 to 10 needs.
const RANDOM: [f64; 8] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/// The principal eigenvector of a matrix of comparisons, by 200 steps of power iteration.
///
/// - `matrix`: square; `matrix[i][j]` says how many times as much `i` weighs as `j`; positive, `matrix[j][i]` its inverse.
///
/// ```
/// let thrice = decide::priorities(&[vec![1.0, 3.0], vec![1.0 / 3.0, 1.0]]);
/// assert!((thrice.weights[0] - 0.75).abs() < 1e-12);
/// ```
/// # Source
/// Saaty, *The Analytic Hierarchy Process*, 1980; oracles `tests/vectors/ahp_*.json`. Beyond 10 needs the last index of the
/// table stands for its successors, which are larger: the ratio is overstated a little.
pub fn priorities(matrix: &[Vec<f64>]) -> Priorities {
    let count = matrix.len();
    let mut weights = vec![1.0 / count as f64; count];
    for _ in 0..200 {
        weights = crate::weights_from_swings(&product(matrix, &weights));
    }
    let ratios = product(matrix, &weights).into_iter().zip(&weights);
    let sum = ratios.fold(0.0, |sum, (y, x)| sum + y / x);
    let Some(last) = count.checked_sub(3) else {
        let consistency_ratio = 0.0;
        return Priorities {
            weights,
            consistency_ratio,
        };
    };
    let size = count as f64;
    let index = (sum / size - size) / (size - 1.0);
    Priorities {
        weights,
        consistency_ratio: index / RANDOM[last.min(RANDOM.len() - 1)],
    }
}

fn product(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    let rows = matrix.iter().map(|row| row.iter().zip(vector));
    rows.map(|row| row.fold(0.0, |sum, (a, x)| sum + a * x))
        .collect()
}
