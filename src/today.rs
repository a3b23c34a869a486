//! The clock: the one place that reads it.

use std::time::{SystemTime, UNIX_EPOCH};

use model::Date;

const SECONDS_PER_DAY: u64 = 86_400;

/// The current day in UTC, for a run that was not given one.
pub(crate) fn today() -> Date {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    date(since.as_secs() / SECONDS_PER_DAY)
}

/// The day that comes `days` after 1970-01-01; after Howard Hinnant, "chrono-compatible low-level date algorithms".
fn date(days: u64) -> Date {
    // Years are counted from March, so that the day that may be missing comes last.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    Date {
        year: (era * 400 + year_of_era + next) as u16,
        month: month as u8,
        day: day as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree_for_two_centuries() {
        assert_eq!(date(0).to_string(), "1970-01-01");
        // `date -u -d 2026-11-23 +%s` is 1795392000.
        assert_eq!(
            date(1_795_392_000 / SECONDS_PER_DAY).to_string(),
            "2026-11-23"
        );
        for day in 0..73_000 {
            let it = date(day);
            assert_eq!(u64::try_from(it.days()), Ok(day));
            assert_eq!(Date::parse(&it.to_string()), Some(it));
        }
    }
}
