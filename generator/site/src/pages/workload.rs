//! Amounts of a workload in words, in the unit that people would use.

use model::{Amount, Bounds, Load, Model, Unit, number_text, with_unit};

/// `200–10,000 requests, most likely 2,000`; nothing if a fact is missing.
pub(super) fn amount(amount: &Amount, unit: &str, model: &Model) -> Option<String> {
    let bounds = model.bounds(amount, &Unit::new(unit))?;
    Some(text(bounds, unit))
}

/// The same of a load, which nobody may have stated.
pub(super) fn load(load: &Load, unit: &str, model: &Model) -> Option<String> {
    match load {
        Load::Amount(it) => amount(it, unit, model),
        Load::Unstated => Some("not stated".to_owned()),
    }
}

fn text(bounds: Bounds, unit: &str) -> String {
    let (bounds, unit) = readable(bounds, unit);
    let Bounds { low, mode, high } = bounds;
    if bounds.is_exact() {
        return with_unit(&number_text(low), unit);
    }
    let range = format!("{}\u{2060}–\u{2060}{}", number_text(low), number_text(high));
    let most_likely = number_text(mode);
    format!("{}, most likely {most_likely}", with_unit(&range, unit))
}

/// Larger units of the same kind, smallest first.
const LARGER: [&[&str]; 2] = [&["ms", "s", "min", "h", "d"], &["KB", "MB", "GB", "TB"]];

/// Digits that a number may have after its point in another unit: more would be harder to read than zeros.
const DECIMALS: i32 = 1;

/// The same amount in the largest unit in which its numbers are short and its most likely value is at least 1.
fn readable(bounds: Bounds, unit: &str) -> (Bounds, &str) {
    let own = Unit::new(unit);
    let larger = LARGER.iter().find(|it| it.contains(&unit));
    let fitting = larger.into_iter().flat_map(|it| it.iter().rev());
    for candidate in fitting {
        let Some(size) = Unit::new(candidate).factor_to(&own) else {
            continue;
        };
        let there = each(bounds, |it| it / size);
        let numbers = [there.low, there.mode, there.high];
        if size > 1.0 && there.mode >= 1.0 && numbers.into_iter().all(is_short) {
            return (each(there, rounded), candidate);
        }
    }
    (each(bounds, tidy), unit)
}

fn each(bounds: Bounds, of: impl Fn(f64) -> f64) -> Bounds {
    Bounds {
        low: of(bounds.low),
        mode: of(bounds.mode),
        high: of(bounds.high),
    }
}

fn is_short(number: f64) -> bool {
    (number - rounded(number)).abs() < 1e-9
}

fn rounded(number: f64) -> f64 {
    let shift = 10_f64.powi(DECIMALS);
    (number * shift).round() / shift
}

/// Without what the last bits add when a fact was converted: twelve digits are more than anybody measured.
fn tidy(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(low: f64, mode: f64, high: f64, unit: &str) -> String {
        text(Bounds { low, mode, high }, unit).replace(['\u{2060}', '\u{a0}'], "")
    }

    #[test]
    fn ranges_name_their_most_likely_value() {
        assert_eq!(
            plain(200.0, 2000.0, 10_000.0, "requests"),
            "200–10,000requests, most likely 2,000"
        );
        assert_eq!(text(Bounds::exact(512.0), "MB"), "512\u{a0}MB");
    }

    #[test]
    fn times_and_sizes_take_a_unit_that_keeps_numbers_short() {
        assert_eq!(plain(6e4, 6e5, 3.6e6, "ms"), "1–60min, most likely 10");
        assert_eq!(plain(40.0, 120.0, 300.0, "ms"), "40–300ms, most likely 120");
        assert_eq!(
            plain(1024.0, 4096.0, 20_480.0, "MB"),
            "1–20GB, most likely 4"
        );
        assert_eq!(
            plain(1000.0, 4000.0, 20_000.0, "MB"),
            "1,000–20,000MB, most likely 4,000"
        );
        assert_eq!(
            plain(20_000.0, 100_000.0, 400_000.0, "ms"),
            "20–400s, most likely 100"
        );
    }

    #[test]
    fn no_conversion_leaves_a_tail_of_digits() {
        // 3,600,000 times the nearest double of 1/3,600,000 is less than 1.
        assert_eq!(plain(3.6e6, 10.8e6, 36e6, "ms"), "1–10h, most likely 3",);
        assert_eq!(plain(1.8e6, 5.4e6, 14.4e6, "ms"), "0.5–4h, most likely 1.5");
        // What a fact of 300 ms is in seconds.
        assert_eq!(text(Bounds::exact(0.1 + 0.2), "s"), "0.3\u{a0}s");
    }
}
