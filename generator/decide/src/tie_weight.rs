//! The weight of one need at which two options tie.

/// The weight of `need` at which two options tie, when the other weights keep their proportions to each other.
///
/// - `weights`: of all needs; sum 1.
/// - `differences`: by need, the value of one option less that of the other.
/// - Returns a weight without unit, possibly below 0 or above 1; nothing if there is only one need, or if no weight ties.
///
/// ```
/// let tie = decide::tie_weight(&[0.75, 0.25], &[0.5, -0.5], 0);
/// assert_eq!(tie, Some(0.5));
/// ```
/// # Source
/// The same point as in Triantaphyllou and Sanchez, Decision Sciences 28(1), 1997; oracle
/// `tests/vectors/sensitivity_triantaphyllou_sanchez_1997_ex1.json`.
pub fn tie_weight(weights: &[f64], differences: &[f64], need: usize) -> Option<f64> {
    if weights.len() < 2 {
        return None;
    }
    let (weight, difference) = (weights[need], differences[need]);
    let lead = crate::additive(weights, differences);
    let rest = (lead - weight * difference) / (1.0 - weight);
    // Where the need says the same as all others together, the quotient is infinite or none.
    let at = rest / (rest - difference);
    at.is_finite().then_some(at)
}

/// The tie weights that a need can have.
pub(crate) fn possible(weights: &[f64], differences: &[f64], need: usize) -> Option<f64> {
    tie_weight(weights, differences, need).filter(|it| (0.0..=1.0).contains(it))
}
