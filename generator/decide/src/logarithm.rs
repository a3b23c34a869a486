//! The natural logarithm, computed so that every machine gives the same bits.

/// The natural logarithm of a number above 0 and at most 1.
///
/// # Source
/// The series of the inverse hyperbolic tangent, after halvings that carry the number to 0.75 … 1.5; within 1e-14 of the
/// libraries' logarithms for values, whose least is 2⁻¹⁰ here.
pub(crate) fn ln(mut x: f64) -> f64 {
    use std::f64::consts::LN_2;
    let mut exponent = 0.0;
    while x < 0.75 && x > 0.0 {
        x *= 2.0;
        exponent -= 1.0;
    }
    let s = (x - 1.0) / (x + 1.0);
    let q = s * s;
    let mut p = 1.0 / 27.0;
    for odd in (1..=25).rev().step_by(2) {
        p = p * q + 1.0 / f64::from(odd);
    }
    2.0 * s * p + exponent * LN_2
}

#[cfg(test)]
mod tests {
    use super::ln;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the library's is the oracle")]
    fn it_is_the_logarithm() {
        for step in 1..=4096 {
            let x = f64::from(step) / 4096.0;
            assert!((ln(x) - x.ln()).abs() <= 1e-14, "{x}: {} {}", ln(x), x.ln());
        }
    }
}
