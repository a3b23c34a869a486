//! The ids of the rules that computing itself reports.

/// Every rule that computing reports, sorted; `tradeoff explain` documents each.
pub const RULES: &[&str] = &[BAD_LOCK, BAD_SCALE, HUGE_AMOUNT];

/// The lock of the verdicts cannot be read.
pub(crate) const BAD_LOCK: &str = "bad-lock";
/// A scale does not say what every answer is worth.
pub(crate) const BAD_SCALE: &str = "bad-scale";
/// An amount is so large that computing with it overflows.
pub(crate) const HUGE_AMOUNT: &str = "huge-amount";
/// A formula cannot be read or computed; loading reports the same rule.
pub(crate) const BAD_FORMULA: &str = "bad-formula";
/// A number is outside what its field allows; loading reports the same rule.
pub(crate) const OUT_OF_RANGE: &str = "out-of-range";
