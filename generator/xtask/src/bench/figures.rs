//! Figures of several runs, and the tables they are printed in.

use std::fmt::Display;

use super::measure::Cost;

/// The costs of several runs of one task.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    costs: Vec<Cost>,
}

impl Runs {
    /// Adds a run.
    pub(super) fn push(&mut self, cost: Cost) {
        self.costs.push(cost);
    }

    /// The least processor time, in milliseconds: what the work takes when nothing disturbs it.
    pub(super) fn least_ms(&self) -> f64 {
        self.costs
            .iter()
            .map(|it| it.cpu_ms)
            .fold(f64::INFINITY, f64::min)
    }

    /// The median of the processor times, in milliseconds.
    pub(super) fn median_ms(&self) -> f64 {
        let mut all: Vec<_> = self.costs.iter().map(|it| it.cpu_ms).collect();
        all.sort_by(f64::total_cmp);
        match all.len() {
            0 => f64::NAN,
            n if n.is_multiple_of(2) => f64::midpoint(all[n / 2 - 1], all[n / 2]),
            n => all[n / 2],
        }
    }

    /// The least peak of memory, in MiB.
    pub(super) fn peak_mib(&self) -> f64 {
        self.costs
            .iter()
            .map(|it| it.peak_mib)
            .fold(f64::INFINITY, f64::min)
    }

    /// `least / median (runs)`, in milliseconds.
    pub(super) fn shown(&self) -> String {
        format!(
            "{} / {} ({})",
            three(self.least_ms()),
            three(self.median_ms()),
            self.costs.len()
        )
    }
}

/// The exponent of growth between two sizes: 1 when ten times the size costs ten times as much.
pub(super) fn slope(small: (usize, f64), large: (usize, f64)) -> f64 {
    (large.1 / small.1).ln() / (large.0 as f64 / small.0 as f64).ln()
}

/// A number with about three digits.
pub(super) fn three(number: f64) -> String {
    match number.abs() {
        it if it < 10.0 => format!("{number:.2}"),
        it if it < 100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

/// A line that compares a figure with its target, an upper bound.
pub(super) fn verdict(what: &str, figure: f64, target: f64, unit: &str) -> String {
    let met = if figure <= target {
        "met"
    } else {
        "**missed**"
    };
    format!(
        "- {what}: {}{unit}, target at most {target}{unit}: {met}",
        three(figure)
    )
}

/// A Markdown table.
pub(super) fn table<T: Display>(head: &[&str], rows: &[Vec<T>]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(head.iter().map(ToString::to_string).collect());
    out += &line(head.iter().map(|_| "---".to_owned()).collect());
    for row in rows {
        out += &line(row.iter().map(ToString::to_string).collect());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(times: &[f64]) -> Runs {
        let mut runs = Runs::default();
        for cpu_ms in times.iter().copied() {
            runs.push(Cost {
                cpu_ms,
                peak_mib: cpu_ms * 2.0,
            });
        }
        runs
    }

    #[test]
    fn the_least_and_the_middle_are_told() {
        let odd = runs(&[5.0, 1.0, 3.0]);
        assert_eq!(
            (odd.least_ms(), odd.median_ms(), odd.peak_mib()),
            (1.0, 3.0, 2.0)
        );
        let even = runs(&[4.0, 1.0, 3.0, 2.0]);
        assert_eq!((even.least_ms(), even.median_ms()), (1.0, 2.5));
    }

    #[test]
    fn the_slope_of_a_line_is_one_and_of_a_square_two() {
        assert!((slope((10, 3.0), (1_000, 300.0)) - 1.0).abs() < 1e-12);
        assert!((slope((10, 3.0), (100, 300.0)) - 2.0).abs() < 1e-12);
    }
}
