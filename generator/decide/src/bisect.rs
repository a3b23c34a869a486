//! Narrowing down where something changes between two amounts.

/// The amount up to which `first` still holds, and what holds from there on.
///
/// - `left`, `right`: amounts; `first` is what holds at the left one, `last` what holds at the right one.
/// - `of`: what holds at an amount between.
///
/// # Errors
/// The first error of `of`.
pub(crate) fn bisect<T: PartialEq, E>(
    (mut left, first): (f64, T),
    (mut right, mut last): (f64, T),
    mut of: impl FnMut(f64) -> Result<T, E>,
) -> Result<(f64, T), E> {
    for _ in 0..60 {
        let middle = left + (right - left) * 0.5;
        let found = of(middle)?;
        if found == first {
            left = middle;
        } else {
            (right, last) = (middle, found);
        }
    }
    Ok((right, last))
}
