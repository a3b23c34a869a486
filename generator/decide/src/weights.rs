//! Weights of needs, from ranks or from swings. Pure: slices in, vectors out, in the order of the input.
//!
//! Every function returns weights that sum to 1, to rounding. Start reading at [`rank_order_centroid`].

/// Weights from ranks alone: the centroid of all weights that respect the order (ROC).
///
/// - `count`: how many needs carry a rank.
/// - Returns `count` weights without unit, index 0 for the first rank, strictly falling; none for none.
///
/// ```
/// assert_eq!(decide::rank_order_centroid(2), [0.75, 0.25]);
/// ```
/// # Source
/// Barron and Barrett (1996), Management Science 42(11); oracle `tests/vectors/weights_roc_rs_rr.json`.
pub fn rank_order_centroid(count: usize) -> Vec<f64> {
    let mut weights = vec![0.0; count];
    let mut sum = 0.0;
    for (at, weight) in weights.iter_mut().enumerate().rev() {
        sum += 1.0 / (at + 1) as f64;
        *weight = sum / count as f64;
    }
    weights
}

/// Weights from ranks, of which several may be equal: those share the mean of the places they take together.
///
/// - `ranks`: of each need; only their order counts, so that 1, 1, 2 is the same as 1, 1, 3.
///
/// ```
/// assert_eq!(decide::weights_from_ranks(&[2, 1]), [0.25, 0.75]);
/// assert_eq!(decide::weights_from_ranks(&[7, 7]), [0.5, 0.5]);
/// ```
pub fn weights_from_ranks(ranks: &[u32]) -> Vec<f64> {
    let Placing { positions, groups } = Placing::of(ranks);
    let mut centroid = rank_order_centroid(ranks.len());
    let mut rest = centroid.as_mut_slice();
    for size in groups {
        let (group, behind) = rest.split_at_mut(size);
        let sum = group.iter().fold(0.0, |sum, it| sum + it);
        group.fill(sum / size as f64);
        rest = behind;
    }
    positions.into_iter().map(|it| centroid[it]).collect()
}

/// Weights from swings: each one's share of their sum.
///
/// - `swings`: points, above 0.
///
/// ```
/// assert_eq!(decide::weights_from_swings(&[30.0, 90.0]), [0.25, 0.75]);
/// ```
pub fn weights_from_swings(swings: &[f64]) -> Vec<f64> {
    let sum = swings.iter().fold(0.0, |sum, it| sum + it);
    swings.iter().map(|it| it / sum).collect()
}

/// The places of needs that carry ranks.
pub(crate) struct Placing {
    /// By need: its place, from 0, when all are sorted by rank and equal ranks stay in their order.
    pub(crate) positions: Vec<usize>,
    /// How many needs share each rank, best rank first.
    pub(crate) groups: Vec<usize>,
}

impl Placing {
    pub(crate) fn of(ranks: &[u32]) -> Self {
        let mut order: Vec<usize> = (0..ranks.len()).collect();
        order.sort_by_key(|it| ranks[*it]);
        let mut positions = vec![0; ranks.len()];
        for (position, need) in order.iter().enumerate() {
            positions[*need] = position;
        }
        let groups = order.chunk_by(|a, b| ranks[*a] == ranks[*b]);
        let groups = groups.map(<[usize]>::len).collect();
        Self { positions, groups }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_only_say_an_order() {
        assert_eq!(
            weights_from_ranks(&[1, 1, 2]),
            weights_from_ranks(&[1, 1, 3])
        );
        assert_eq!(weights_from_ranks(&[1, 2, 3]), rank_order_centroid(3));
        let tied = weights_from_ranks(&[5, 2, 5]);
        let roc = rank_order_centroid(3);
        assert_eq!(
            tied,
            [
                f64::midpoint(roc[1], roc[2]),
                roc[0],
                f64::midpoint(roc[1], roc[2])
            ]
        );
        assert!(weights_from_ranks(&[]).is_empty());
    }
}
