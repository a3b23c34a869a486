//! Triangular ranges: least, most likely and greatest value, and the quantiles between them.

use std::error::Error;
use std::fmt;

/// A range of amounts with a most likely one; a range whose ends are equal is exact.
///
/// Triangular, not PERT: its quantile needs only `+ - * /` and `sqrt`, which every machine computes to the same bit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

/// Why three numbers are no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeError {
    /// One of them is infinite or not a number.
    NotFinite,
    /// They are not in order.
    NotInOrder,
    /// The range is too wide to be computed with: the square of its width, which a quantile needs, is infinite.
    TooWide,
}

impl Triangular {
    /// The range from `low` to `high`, most likely `mode`, all in one unit.
    ///
    /// # Errors
    /// [`RangeError`] unless `low <= mode <= high`, all finite, and the square of the width is finite too.
    pub fn new(low: f64, mode: f64, high: f64) -> Result<Self, RangeError> {
        if ![low, mode, high].iter().all(|it| it.is_finite()) {
            return Err(RangeError::NotFinite);
        }
        if low > mode || mode > high {
            return Err(RangeError::NotInOrder);
        }
        let width = high - low;
        if !(width * width).is_finite() {
            return Err(RangeError::TooWide);
        }
        Ok(Self { low, mode, high })
    }

    /// The range of one number.
    ///
    /// # Errors
    /// [`RangeError::NotFinite`] for an infinite number or none.
    pub fn exact(amount: f64) -> Result<Self, RangeError> {
        Self::new(amount, amount, amount)
    }

    /// The least amount.
    pub fn low(self) -> f64 {
        self.low
    }

    /// The most likely amount.
    pub fn mode(self) -> f64 {
        self.mode
    }

    /// The greatest amount.
    pub fn high(self) -> f64 {
        self.high
    }

    /// The mean amount: of an exact range, its number to the bit.
    pub fn mean(self) -> f64 {
        if self.is_exact() {
            return self.mode;
        }
        ((self.low + self.mode) + self.high) / 3.0
    }

    /// The range of the stress run: both halves doubled, but a range above 0 stays above 0.
    ///
    /// # Errors
    /// [`RangeError`] when the doubled range cannot be computed with.
    pub fn stressed(self) -> Result<Self, RangeError> {
        let Self { low, mode, high } = self;
        let least = mode - 2.0 * (mode - low);
        let least = if low > 0.0 {
            least.max(low / 2.0)
        } else if low < 0.0 {
            least
        } else {
            0.0
        };
        Self::new(least, mode, mode + 2.0 * (high - mode))
    }

    /// The range of a swing in the stress run: doubled, and at least half of it up and down, so that one number is no certainty.
    ///
    /// # Errors
    /// [`RangeError`], as for [`stressed`](Self::stressed).
    pub fn stressed_swing(self) -> Result<Self, RangeError> {
        let Self { low, mode, high } = self.stressed()?;
        Self::new(low.min(mode / 2.0), mode, high.max(1.5 * mode))
    }

    /// Whether the range is one number.
    pub fn is_exact(self) -> bool {
        self.low >= self.high
    }

    /// The amount below which a share `u` of the range lies, in the unit of the range; never outside `low..=high`.
    ///
    /// - `u`: share, within (0, 1). An exact range gives its number whatever `u` is.
    ///
    /// ```
    /// let range = decide::Triangular::new(0.0, 1.0, 2.0)?;
    /// assert_eq!(range.quantile(0.5), 1.0);
    /// # Ok::<(), decide::RangeError>(())
    /// ```
    ///
    /// The inverse of the triangular distribution function; its operations keep one order, so that every machine gives the
    /// same bits.
    pub fn quantile(self, u: f64) -> f64 {
        if self.is_exact() {
            return self.mode;
        }
        let Self { low, mode, high } = self;
        let width = high - low;
        let below = (mode - low) / width;
        let amount = if u < below {
            low + ((u * width) * (mode - low)).sqrt()
        } else {
            high - (((1.0 - u) * width) * (high - mode)).sqrt()
        };
        // Rounding may carry an amount past an end, and a value function must never be asked about an impossible one.
        amount.clamp(low, high)
    }

    /// Replaces every share by its [`quantile`](Self::quantile), to the bit.
    pub(crate) fn fill(self, shares: &mut [f64]) {
        let Self { low, mode, high } = self;
        if self.is_exact() {
            shares.fill(mode);
            return;
        }
        let width = high - low;
        let below = (mode - low) / width;
        // One square root for both sides and no branch: half of all draws would take the wrong one.
        for share in shares {
            let left = *share < below;
            let part = if left { *share } else { 1.0 - *share };
            let side = if left { mode - low } else { high - mode };
            let (from, sign) = if left { (low, 1.0) } else { (high, -1.0) };
            let amount = from + sign * ((part * width) * side).sqrt();
            let amount = if amount < low { low } else { amount };
            *share = if amount > high { high } else { amount };
        }
    }
}

impl fmt::Display for RangeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotFinite => "a bound of the range is not a finite number",
            Self::NotInOrder => "the bounds of the range are not in order",
            Self::TooWide => "the range is too wide to be computed with",
        })
    }
}

impl Error for RangeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_in_order_are_a_range() {
        assert!(Triangular::new(80.0, 154.0, 2500.0).is_ok());
        assert!(Triangular::new(1.0, 1.0, 2.0).is_ok());
        assert!(Triangular::new(1.0, 2.0, 2.0).is_ok());
    }

    #[test]
    fn anything_else_says_why_it_is_none() {
        let error = |low, mode, high| Triangular::new(low, mode, high).err();
        assert_eq!(error(f64::NAN, 1.0, 2.0), Some(RangeError::NotFinite));
        assert_eq!(error(0.0, 1.0, f64::INFINITY), Some(RangeError::NotFinite));
        assert_eq!(error(2.0, 1.0, 3.0), Some(RangeError::NotInOrder));
        assert_eq!(error(0.0, 4.0, 3.0), Some(RangeError::NotInOrder));
        assert_eq!(error(-1e200, 0.0, 1e200), Some(RangeError::TooWide));
        assert_eq!(error(-1.7e308, 0.0, 1.7e308), Some(RangeError::TooWide));
    }

    #[test]
    fn an_exact_range_has_one_quantile() {
        let exact = Triangular::new(7.0, 7.0, 7.0).expect("a range");
        assert!(exact.is_exact());
        assert_eq!(Some(exact.quantile(0.9)), Some(7.0));
    }

    #[test]
    fn many_quantiles_have_the_bits_of_one() {
        for range in [
            (80.0, 154.0, 2500.0),
            (0.0, 0.0, 1.0),
            (-3.0, 5.0, 5.0),
            (7.0, 7.0, 7.0),
        ] {
            let range = Triangular::new(range.0, range.1, range.2).expect("a range");
            let shares: [f64; 1000] = std::array::from_fn(|it| (it as f64 + 0.5) / 1000.0);
            let mut amounts = shares;
            range.fill(&mut amounts);
            for (share, amount) in shares.into_iter().zip(amounts) {
                assert_eq!(range.quantile(share).to_bits(), amount.to_bits());
            }
        }
    }

    #[test]
    fn a_stressed_range_is_twice_as_wide_and_stays_above_zero() {
        let stressed = |low, mode, high| {
            let range = Triangular::new(low, mode, high).expect("a range");
            let range = range.stressed().expect("a range");
            (range.low(), range.mode(), range.high())
        };
        assert_eq!(stressed(3.0, 4.0, 6.0), (2.0, 4.0, 8.0));
        assert_eq!(stressed(80.0, 154.0, 2500.0), (40.0, 154.0, 4846.0));
        assert_eq!(stressed(0.0, 4.0, 6.0), (0.0, 4.0, 8.0));
        assert_eq!(stressed(-1.0, 4.0, 6.0), (-6.0, 4.0, 8.0));
        assert_eq!(stressed(4.0, 4.0, 4.0), (4.0, 4.0, 4.0));
    }

    #[test]
    fn a_stressed_swing_is_never_certain() {
        let stressed = |low, mode, high| {
            let range = Triangular::new(low, mode, high).expect("a range");
            let range = range.stressed_swing().expect("a range");
            (range.low(), range.mode(), range.high())
        };
        assert_eq!(stressed(40.0, 40.0, 40.0), (20.0, 40.0, 60.0));
        assert_eq!(stressed(39.0, 40.0, 80.0), (20.0, 40.0, 120.0));
        assert_eq!(stressed(0.0, 40.0, 41.0), (0.0, 40.0, 60.0));
    }

    #[test]
    fn a_share_below_the_mode_stays_below_it() {
        // Of 0, 1, 4 a quarter lies below the mode, and of that quarter a quarter below its half.
        let range = Triangular::new(0.0, 1.0, 4.0).expect("a range");
        assert_eq!(Some(range.quantile(0.0625)), Some(0.5));
        assert_eq!(Some(range.quantile(0.25)), Some(1.0));
    }
}
