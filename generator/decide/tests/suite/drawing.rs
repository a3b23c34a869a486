//! What holds for every scale, every range and every stream.

use decide::{Stream, Triangular, ValueFunction, central_value};
use proptest::prelude::*;

/// Rounding at the right end of a line can miss the next point by one unit in the last place.
const ROUNDING: f64 = 1e-15;

/// Points of a falling or rising scale: amounts of any sign, two to six of them, values that differ.
fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let steps = prop::collection::vec((0.001..1e6_f64, 0.0..1.0_f64), 2..=6);
    (steps, -1e6..1e6_f64, any::<bool>()).prop_filter_map(
        "a constant scale",
        |(steps, from, up)| {
            let mut values: Vec<f64> = steps.iter().map(|(_, value)| *value).collect();
            values.sort_by(f64::total_cmp);
            if !up {
                values.reverse();
            }
            let amounts = steps.iter().scan(from, |amount, (step, _)| {
                *amount += step;
                Some(*amount)
            });
            let points: Vec<_> = amounts.zip(values).collect();
            ValueFunction::from_points(points.clone())
                .is_ok()
                .then_some(points)
        },
    )
}

fn range() -> impl Strategy<Value = [f64; 3]> {
    [-4e6..4e6_f64, -4e6..4e6_f64, -4e6..4e6_f64].prop_map(|mut bounds| {
        bounds.sort_by(f64::total_cmp);
        bounds
    })
}

fn scale(points: Vec<(f64, f64)>) -> ValueFunction {
    ValueFunction::from_points(points).expect("a scale")
}

fn triangular([low, mode, high]: [f64; 3]) -> Triangular {
    Triangular::new(low, mode, high).expect("a range")
}

proptest! {
    #[test]
    fn a_value_lies_between_the_least_and_the_greatest(points in points(), x in -1e7..1e7_f64) {
        let ends = [points[0].1, points[points.len() - 1].1];
        let value = scale(points).value(x);
        prop_assert!((0.0..=1.0).contains(&value));
        prop_assert!(value >= ends[0].min(ends[1]) - ROUNDING);
        prop_assert!(value <= ends[0].max(ends[1]) + ROUNDING);
    }

    #[test]
    fn values_follow_the_order_of_amounts(points in points(), a in -4e6..8e6_f64, b in -4e6..8e6_f64) {
        let rising = points[0].1 < points[points.len() - 1].1;
        let function = scale(points);
        let (less, more) = (function.value(a.min(b)), function.value(a.max(b)));
        let (worse, better) = if rising { (less, more) } else { (more, less) };
        prop_assert!(worse <= better + ROUNDING);
    }

    #[test]
    fn every_point_has_its_own_value(points in points()) {
        let function = scale(points.clone());
        for (x, y) in points {
            prop_assert_eq!(function.value(x).to_bits(), y.to_bits());
        }
    }

    #[test]
    fn a_scale_turned_over_reverses_the_order(points in points(), a in -4e6..8e6_f64, b in -4e6..8e6_f64) {
        let turned = points.iter().map(|(x, y)| (*x, 1.0 - y)).collect();
        let (function, turned) = (scale(points), scale(turned));
        let (gain, loss) = (function.value(a) - function.value(b), turned.value(b) - turned.value(a));
        prop_assert!((gain - loss).abs() <= 4.0 * ROUNDING);
    }

    #[test]
    fn a_quantile_lies_in_its_range_and_rises_with_the_share(bounds in range(), u in 0.0..1.0_f64, v in 0.0..1.0_f64) {
        let range = triangular(bounds);
        let (less, more) = (range.quantile(u.min(v)), range.quantile(u.max(v)));
        prop_assert!(bounds[0] <= less && more <= bounds[2]);
        prop_assert!(less <= more + 1e-9 * (bounds[2] - bounds[0]));
    }

    #[test]
    fn a_range_turned_over_has_the_opposite_quantiles(bounds in range(), u in 0.001..0.999_f64) {
        let [low, mode, high] = bounds;
        let turned = triangular([-high, -mode, -low]);
        let sum = triangular(bounds).quantile(u) + turned.quantile(1.0 - u);
        prop_assert!(sum.abs() <= 1e-9 * (high - low) + 1e-9);
    }
}

proptest! {
    // Each of these draws tens of thousands of times.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_central_value_lies_between_the_values_of_the_ends(points in points(), bounds in range(), name in "[a-z]{1,9}") {
        let function = scale(points);
        let value = central_value(&function, triangular(bounds), Stream::new("tradeoff", &name));
        let ends = [function.value(bounds[0]), function.value(bounds[2])];
        prop_assert!(value >= ends[0].min(ends[1]) - 1e-11);
        prop_assert!(value <= ends[0].max(ends[1]) + 1e-11);
    }

    #[test]
    fn a_range_that_is_moved_up_never_loses_on_a_rising_scale(points in points(), bounds in range(), up in 0.0..1e6_f64) {
        let rising = points[0].1 < points[points.len() - 1].1;
        let function = scale(points);
        let central = |bounds| central_value(&function, triangular(bounds), Stream::new("tradeoff", "moved"));
        let (before, after) = (central(bounds), central(bounds.map(|it| it + up)));
        let (worse, better) = if rising { (before, after) } else { (after, before) };
        prop_assert!(worse <= better + 1e-9);
    }
}
