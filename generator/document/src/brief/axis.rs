//! A straight axis from 0 with round marks.

/// At most so many steps from one end to the other.
const MOST_STEPS: f64 = 5.0;

/// The marks of an axis that reaches `most`, from 0 to its end. The distance between them is 1, 2 or 5 times a power of
/// ten, so small that there are three steps at least, and no more than five.
pub(super) fn marks(most: f64) -> Vec<f64> {
    if !most.is_finite() || most <= 0.0 {
        return vec![0.0, 1.0];
    }
    let power = 10_f64.powi((most / MOST_STEPS).log10().floor() as i32);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|it| it * power);
    let mut fitting = steps.into_iter().filter(|it| most <= it * MOST_STEPS);
    let step = fitting.next().unwrap_or(power * 10.0);
    let last = (most / step).ceil().max(1.0) as u32;
    (0..=last).map(|it| f64::from(it) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_round_and_reach_as_far_as_the_amounts() {
        assert_eq!(marks(230.0), [0.0, 50.0, 100.0, 150.0, 200.0, 250.0]);
        assert_eq!(marks(1.0), [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]);
        assert_eq!(marks(6.1), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(marks(0.0), [0.0, 1.0]);
        assert_eq!(marks(f64::INFINITY), [0.0, 1.0]);
    }

    #[test]
    fn every_amount_has_a_place_and_few_marks() {
        let mut most = 1e-9;
        while most < 1e15 {
            let marks = marks(most);
            assert!((2..=6).contains(&marks.len()), "{most}: {marks:?}");
            assert!(marks.last().is_some_and(|it| *it >= most), "{most}");
            most *= 1.37;
        }
    }
}
