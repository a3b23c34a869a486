//! A straight axis from 0 with round marks.

/// At most so many steps from one end to the other.
const MOST_STEPS: f64 = 5.0;

/// The marks of an axis that reaches `most`, from 0 to its end. The distance between them is 1, 2 or 5 times a power of
/// ten, so small that there are three steps at least, and no more than five.
pub(super) fn marks(most: f64) -> Vec<f64> {
    if !most.is_finite() || most <= 0.0 {
        return vec![0.0, 1.0];
    }
    let power = (most / MOST_STEPS).log10().floor() as i32;
    let mut steps = [1.0, 2.0, 5.0, 10.0].into_iter();
    let fits = |it: &f64| most <= times_power(it * MOST_STEPS, power);
    let step = steps.find(fits).unwrap_or(20.0);
    let last = (most / times_power(step, power)).ceil().max(1.0) as u32;
    let mark = |it: u32| times_power(f64::from(it) * step, power);
    (0..=last).map(mark).collect()
}

/// A number times a power of ten, which is exact up to its last bit: 6 tenths are 0.6.
fn times_power(number: f64, power: i32) -> f64 {
    match power {
        0.. => number * 10_f64.powi(power),
        _ => number / 10_f64.powi(-power),
    }
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_round_and_reach_as_far_as_the_amounts() {
        assert_eq!(marks(230.0), [0.0, 50.0, 100.0, 150.0, 200.0, 250.0]);
        assert_eq!(marks(1.0), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
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
