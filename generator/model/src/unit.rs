//! Units of facts, scales and quantities, and which of them convert into each other.

/// A unit as it is written. Two units convert if both are times or both are sizes; any other unit converts to itself only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    name: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dimension {
    Time,
    Size,
}

impl Unit {
    /// The unit called `name`.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What one of this unit is in `other`, if they convert.
    ///
    /// Times: a month is 730 hours, as cloud vendors bill it. Sizes: steps of 1024, as they bill them; KB equals KiB.
    pub fn factor_to(&self, other: &Self) -> Option<f64> {
        if self == other {
            return Some(1.0);
        }
        let (own, size) = measure(&self.name)?;
        let (its, unit) = measure(&other.name)?;
        (own == its).then_some(size / unit)
    }
}

fn measure(name: &str) -> Option<(Dimension, f64)> {
    const KIB: f64 = 1024.0;
    let time = |milliseconds: f64| Some((Dimension::Time, milliseconds));
    let size = |bytes: f64| Some((Dimension::Size, bytes));
    match name {
        "ms" => time(1.0),
        "s" => time(1e3),
        "min" => time(60e3),
        "h" => time(3600e3),
        "d" => time(24.0 * 3600e3),
        "month" => time(730.0 * 3600e3),
        "B" => size(1.0),
        "KB" | "KiB" => size(KIB),
        "MB" | "MiB" => size(KIB * KIB),
        "GB" | "GiB" => size(KIB * KIB * KIB),
        "TB" | "TiB" => size(KIB * KIB * KIB * KIB),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes_convert_within_their_kind_only() {
        let factor = |from: &str, to: &str| Unit::new(from).factor_to(&Unit::new(to));
        assert_eq!(factor("s", "ms"), Some(1000.0));
        assert_eq!(factor("min", "s"), Some(60.0));
        assert_eq!(factor("month", "h"), Some(730.0));
        assert_eq!(factor("GB", "MiB"), Some(1024.0));
        assert_eq!(factor("USD", "USD"), Some(1.0));
        assert_eq!(factor("USD", "USD/h"), None);
        assert_eq!(factor("s", "MB"), None);
        assert_eq!(factor("requests", "executions"), None);
    }
}
