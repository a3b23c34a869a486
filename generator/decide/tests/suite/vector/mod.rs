//! Reading worked examples of others, and comparing numbers with them.

use serde_json::Value;

pub(crate) fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("a vector")
}

pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

pub(crate) fn numbers(value: &Value) -> impl Iterator<Item = f64> {
    list(value).map(number)
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// Rows of numbers.
pub(crate) fn matrix(value: &Value) -> Vec<Vec<f64>> {
    list(value).map(|row| numbers(row).collect()).collect()
}

#[track_caller]
pub(crate) fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} is not {expected}"
    );
}

#[track_caller]
pub(crate) fn all_near(
    found: impl IntoIterator<Item = f64>,
    expected: impl IntoIterator<Item = f64>,
    tolerance: f64,
) {
    let (found, expected): (Vec<_>, Vec<_>) =
        (found.into_iter().collect(), expected.into_iter().collect());
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.into_iter().zip(expected) {
        near(found, expected, tolerance);
    }
}
