//! Value functions: what an amount is worth, from 0 (worst) to 1 (best), along straight lines between fixed points.

use std::error::Error;
use std::fmt;

/// What amounts are worth. Fixed once and never fitted to the options at hand, so that adding an option reorders nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueFunction {
    /// Amount and value, amounts rising.
    points: Vec<(f64, f64)>,
}

/// Why points are no value function. A `usize` is the index of the point concerned, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleError {
    /// There are fewer than two points.
    TooFewPoints,
    /// A number is infinite or none, or the distance from the point before is infinite.
    NotFinite(usize),
    /// A value is below 0 or above 1.
    OutsideUnit(usize),
    /// An amount is not above the one before it.
    NotRising(usize),
    /// The values rise and fall; here they turn.
    NotMonotone(usize),
    /// Every amount is worth the same.
    Constant,
}

impl ValueFunction {
    /// The value function through `points`.
    ///
    /// - `points`: pairs of amount (any unit, strictly rising) and value (0 to 1, only rising or only falling).
    ///
    /// ```
    /// let latency = decide::ValueFunction::from_points(vec![(50.0, 1.0), (300.0, 0.5)])?;
    /// assert_eq!(latency.value(175.0), 0.75);
    /// # Ok::<(), decide::ScaleError>(())
    /// ```
    /// # Errors
    /// [`ScaleError`], the first that applies, in the order in which they are declared.
    pub fn from_points(points: Vec<(f64, f64)>) -> Result<Self, ScaleError> {
        check(&points)?;
        Ok(Self { points })
    }

    /// The value function of `count` evenly spaced levels, worst first; an amount is the index of a level, from 0.
    ///
    /// # Errors
    /// [`ScaleError::TooFewPoints`] for fewer than two levels.
    pub fn from_levels(count: usize) -> Result<Self, ScaleError> {
        let last = count.saturating_sub(1) as f64;
        Self::from_values((0..count).map(|level| level as f64 / last))
    }

    /// The value function of levels with a value each, worst first; an amount is the index of a level, from 0.
    ///
    /// # Errors
    /// [`ScaleError`], as for [`from_points`](Self::from_points).
    pub fn from_values(values: impl IntoIterator<Item = f64>) -> Result<Self, ScaleError> {
        let values = values.into_iter().enumerate();
        Self::from_points(values.map(|(level, value)| (level as f64, value)).collect())
    }

    /// What the amount `x` is worth, 0 to 1; beyond the outermost points it is worth what they are.
    ///
    /// # Source
    /// Piecewise linear with clipping; oracle `tests/vectors/value_function_piecewise_linear.json`.
    pub fn value(&self, x: f64) -> f64 {
        let right = self.points.partition_point(|(amount, _)| *amount <= x);
        let before = right.checked_sub(1).and_then(|it| self.points.get(it));
        match (before, self.points.get(right)) {
            (Some((x0, y0)), Some((x1, y1))) => y0 + (y1 - y0) * ((x - x0) / (x1 - x0)),
            (Some((_, y)), None) | (None, Some((_, y))) => *y,
            (None, None) => 0.0,
        }
    }
}

impl ValueFunction {
    /// The points: amount and value, amounts rising.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// An amount that is worth `value`; of all of them, the one nearest to the amount `near`. Nothing if none is.
    ///
    /// ```
    /// let latency = decide::ValueFunction::from_points(vec![(50.0, 1.0), (300.0, 0.5)])?;
    /// assert_eq!(latency.inverse(0.75, 60.0), Some(175.0));
    /// assert_eq!(latency.inverse(1.0, 10.0), Some(10.0));
    /// assert_eq!(latency.inverse(0.2, 60.0), None);
    /// # Ok::<(), decide::ScaleError>(())
    /// ```
    pub fn inverse(&self, value: f64, near: f64) -> Option<f64> {
        let is = |y: f64| y <= value && value <= y;
        let first = self.points.first().filter(|(_, y)| is(*y));
        let last = self.points.last().filter(|(_, y)| is(*y));
        let inner = self.points.windows(2).filter_map(|pair| {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if is(y0) && is(y1) {
                return Some(near.clamp(x0, x1));
            }
            let inside = y0.min(y1) <= value && value <= y0.max(y1);
            inside.then(|| x0 + (x1 - x0) * ((value - y0) / (y1 - y0)))
        });
        // Beyond the outermost points everything is worth what they are.
        let before = first.map(|(x, _)| near.min(*x));
        let behind = last.map(|(x, _)| near.max(*x));
        let amounts = before.into_iter().chain(inner).chain(behind);
        amounts.fold(None, |best: Option<f64>, amount| match best {
            Some(best) if (best - near).abs() <= (amount - near).abs() => Some(best),
            _ => Some(amount),
        })
    }

    /// The least and the greatest value of any amount.
    pub(crate) fn range(&self) -> (f64, f64) {
        let first = self.points.first().map_or(0.0, |(_, y)| *y);
        let last = self.points.last().map_or(0.0, |(_, y)| *y);
        (first.min(last), first.max(last))
    }

    /// Replaces every amount by its [`value`](Self::value), to the bit.
    pub(crate) fn fill(&self, amounts: &mut [f64]) {
        let points = self.points.as_slice();
        let (Some((first, _)), Some((end, _))) = (points.first(), points.last()) else {
            return;
        };
        let last = points.len() - 1;
        for amount in amounts {
            let x = amount.clamp(*first, *end);
            // Counting them all is faster than a search that the processor cannot foresee: there are few.
            let passed = points[1..].iter().filter(|(point, _)| *point <= x);
            let at = passed.count();
            let (x0, y0) = points[at];
            let (x1, y1) = points[(at + 1).min(last)];
            *amount = if at == last {
                y0
            } else {
                y0 + (y1 - y0) * ((x - x0) / (x1 - x0))
            };
        }
    }
}

fn check(points: &[(f64, f64)]) -> Result<(), ScaleError> {
    if points.len() < 2 {
        return Err(ScaleError::TooFewPoints);
    }
    let step = |at: usize| points[at].0 - points[at - 1].0;
    let infinite = |at: usize| at > 0 && step(at).is_infinite();
    let broken = |at: usize| !points[at].0.is_finite() || !points[at].1.is_finite();
    let find = |test: &dyn Fn(usize) -> bool| (0..points.len()).find(|at| test(*at));
    if let Some(at) = find(&|at| broken(at) || infinite(at)) {
        return Err(ScaleError::NotFinite(at));
    }
    if let Some(at) = find(&|at| !(0.0..=1.0).contains(&points[at].1)) {
        return Err(ScaleError::OutsideUnit(at));
    }
    if let Some(at) = find(&|at| at > 0 && step(at) <= 0.0) {
        return Err(ScaleError::NotRising(at));
    }
    let rise = points.windows(2).position(|it| it[0].1 < it[1].1);
    let fall = points.windows(2).position(|it| it[0].1 > it[1].1);
    match (rise, fall) {
        // The later of the two first steps contradicts the earlier one, and the turn is where it begins.
        (Some(rise), Some(fall)) => Err(ScaleError::NotMonotone(rise.max(fall))),
        (None, None) => Err(ScaleError::Constant),
        _ => Ok(()),
    }
}

impl fmt::Display for ScaleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewPoints => write!(out, "there are fewer than two points"),
            Self::NotFinite(at) => write!(out, "point {} cannot be computed with", at + 1),
            Self::OutsideUnit(at) => write!(out, "the value of point {} is outside 0 to 1", at + 1),
            Self::NotRising(at) => write!(out, "the amounts do not rise at point {}", at + 1),
            Self::NotMonotone(at) => write!(out, "the values turn at point {}", at + 1),
            Self::Constant => write!(out, "every amount is worth the same"),
        }
    }
}

impl Error for ScaleError {}

#[cfg(test)]
mod tests {
    use super::ScaleError::{
        Constant, NotFinite, NotMonotone, NotRising, OutsideUnit, TooFewPoints,
    };
    use super::*;

    #[test]
    fn points_that_are_no_scale_say_why() {
        let error = |points: &[(f64, f64)]| ValueFunction::from_points(points.to_vec()).err();
        assert_eq!(error(&[]), Some(TooFewPoints));
        assert_eq!(error(&[(1.0, 1.0)]), Some(TooFewPoints));
        assert_eq!(error(&[(0.0, 0.0), (f64::NAN, 1.0)]), Some(NotFinite(1)));
        assert_eq!(
            error(&[(0.0, f64::INFINITY), (1.0, 1.0)]),
            Some(NotFinite(0))
        );
        assert_eq!(
            error(&[(-1.7e308, 0.0), (1.7e308, 1.0)]),
            Some(NotFinite(1))
        );
        assert_eq!(error(&[(0.0, 0.0), (1.0, 1.5)]), Some(OutsideUnit(1)));
        assert_eq!(error(&[(0.0, -0.1), (1.0, 1.0)]), Some(OutsideUnit(0)));
        assert_eq!(error(&[(0.0, 0.0), (0.0, 1.0)]), Some(NotRising(1)));
        assert_eq!(
            error(&[(0.0, 0.0), (2.0, 0.5), (1.0, 1.0)]),
            Some(NotRising(2))
        );
        assert_eq!(
            error(&[(0.0, 0.0), (1.0, 1.0), (2.0, 1.0), (3.0, 0.5)]),
            Some(NotMonotone(2))
        );
        assert_eq!(error(&[(0.0, 0.5), (1.0, 0.5)]), Some(Constant));
    }

    #[test]
    fn many_values_have_the_bits_of_one() {
        let points = vec![(50.0, 1.0), (300.0, 0.6), (1000.0, 0.2), (3000.0, 0.0)];
        let function = ValueFunction::from_points(points).expect("a scale");
        let amounts: [f64; 400] = std::array::from_fn(|it| it as f64 * 10.0);
        let mut values = amounts;
        function.fill(&mut values);
        for (amount, value) in amounts.into_iter().zip(values) {
            assert_eq!(function.value(amount).to_bits(), value.to_bits());
        }
    }

    #[test]
    fn levels_are_evenly_spaced_unless_they_have_values() {
        let even = ValueFunction::from_levels(4);
        let values = ValueFunction::from_values([0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]);
        assert_eq!(even, values);
        assert_eq!(ValueFunction::from_levels(1), Err(TooFewPoints));
        assert_eq!(ValueFunction::from_levels(0), Err(TooFewPoints));
        assert_eq!(ValueFunction::from_values([0.0, 0.0]), Err(Constant));
    }
}
