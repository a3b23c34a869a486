//! Central values: what a range is worth on average, over draws that every machine makes alike.

use crate::{Stream, Triangular, ValueFunction};

/// How many draws a mean is taken over: enough for a standard error of half a percent where it is largest.
pub const DRAWS: u32 = 10_000;

/// What `amount` is worth on average, 0 (worst) to 1 (best): the mean value of [`DRAWS`] draws; exact, the value itself.
///
/// The mean of values, not the value of the most likely amount: ranges are skewed, and their most likely case can flatter.
///
/// - `function`: in the unit of `amount`.
/// - `stream`: at its beginning. An exact amount takes nothing from it.
///
/// So that every machine gives the same bits, the sum runs over the draws in their order and is divided once.
pub fn central_value(function: &ValueFunction, amount: Triangular, mut stream: Stream) -> f64 {
    if amount.is_exact() {
        return function.value(amount.mode());
    }
    let mut sum = 0.0;
    for _ in 0..DRAWS {
        sum += function.value(amount.quantile(stream.uniform()));
    }
    sum / f64::from(DRAWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cold_start() -> ValueFunction {
        let points = vec![(50.0, 1.0), (300.0, 0.6), (1000.0, 0.2), (3000.0, 0.0)];
        ValueFunction::from_points(points).expect("a scale")
    }

    #[test]
    fn the_mean_has_the_bits_of_the_specification() {
        let amount = Triangular::new(80.0, 154.0, 2500.0).expect("a range");
        let stream = Stream::new("tradeoff", "cell/serverless/cold-start");
        let value = central_value(&cold_start(), amount, stream);
        assert_eq!(value.to_bits(), 0x3fd7_085a_aeb4_bd1c, "{value}");
    }

    #[test]
    fn an_exact_amount_is_worth_its_value() {
        let amount = Triangular::new(175.0, 175.0, 175.0).expect("a range");
        let stream = Stream::new("tradeoff", "any");
        let value = central_value(&cold_start(), amount, stream);
        assert_eq!(value.to_bits(), cold_start().value(175.0).to_bits());
    }
}
