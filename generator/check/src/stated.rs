//! Dates as sources state them: a day, a month or a year.

use model::Date;

/// The first day that `text` can mean; nothing for any other text, such as `undated`.
pub(crate) fn first_day(text: &str) -> Option<Date> {
    match text.len() {
        4 => Date::parse(&format!("{text}-01-01")),
        7 => Date::parse(&format!("{text}-01")),
        _ => Date::parse(text),
    }
}

#[cfg(test)]
mod tests {
    use super::first_day;

    #[test]
    fn a_year_and_a_month_begin_with_their_first_day() {
        let day = |text| first_day(text).map(|it| it.to_string());
        assert_eq!(day("2026").as_deref(), Some("2026-01-01"));
        assert_eq!(day("2026-11").as_deref(), Some("2026-11-01"));
        assert_eq!(day("2026-11-23").as_deref(), Some("2026-11-23"));
        for other in [
            "undated", "2025-26", "26-11-2", "2026-13", "v1.2", "", "年月",
        ] {
            assert_eq!(day(other), None, "{other}");
        }
    }
}
