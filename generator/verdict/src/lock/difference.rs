//! The difference between two verdicts of one thing, and what moved it: both verdicts, and the rows that are others.

use super::{Recorded, Row};

/// Two verdicts that do not say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The component that it is about; the whole use case without.
    pub part: Option<String>,
    /// What was accepted; nothing for a component that is new.
    pub before: Option<Recorded>,
    /// What comes out today; nothing for a component that is gone.
    pub now: Option<Recorded>,
    /// What weighs or is worth something else, the largest move first.
    pub moved: Vec<Moved>,
}

/// What an option gets from a need, before and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The need.
    pub dimension: String,
    /// The option.
    pub option: String,
    /// Weight and value in thousandths; nothing if it was not there.
    pub before: Option<(i64, i64)>,
    /// The same of today.
    pub now: Option<(i64, i64)>,
    /// By how many thousandths the score of the option moved for it.
    pub points: i64,
    /// The same in millionths, for the order.
    size: i64,
}

impl Difference {
    /// The difference between what was and what is.
    pub(super) fn of(
        part: Option<&str>,
        before: Option<&Recorded>,
        now: Option<&Recorded>,
    ) -> Self {
        let moved = match (before, now) {
            (Some(before), Some(now)) => moved(before, now),
            _ => Vec::new(),
        };
        Self {
            part: part.map(str::to_owned),
            before: before.cloned(),
            now: now.cloned(),
            moved,
        }
    }

    /// Who is ruled out now and was not, as `option:limit`.
    pub fn newly_ruled_out(&self) -> Vec<&str> {
        without(self.now.as_ref(), self.before.as_ref())
    }

    /// Who was ruled out and is not any more, as `option:limit`.
    pub fn no_longer_ruled_out(&self) -> Vec<&str> {
        without(self.before.as_ref(), self.now.as_ref())
    }

    /// Both verdicts, with literals in backticks: "`leaning` for `a`, was `clear` for `b`".
    pub fn phrase(&self) -> String {
        let phrase = |it: &Option<Recorded>| it.as_ref().map(Recorded::phrase);
        match (phrase(&self.before), phrase(&self.now)) {
            (Some(before), Some(now)) if before == now => {
                format!("{now} as before, with others ruled out")
            }
            (Some(before), Some(now)) => format!("{now}, was {before}"),
            (None, Some(now)) => format!("{now}, and new"),
            (Some(before), None) => format!("gone, was {before}"),
            (None, None) => String::new(),
        }
    }
}

impl Moved {
    /// The move in a few words: "`cost` of `a`: weight 611 → 500, value 688 → 700, -70 points".
    pub fn phrase(&self) -> String {
        let Self {
            dimension,
            option,
            points,
            ..
        } = self;
        let part = |name: &str, of: fn(&(i64, i64)) -> i64| {
            let text = |it: &Option<(i64, i64)>| {
                it.as_ref()
                    .map_or_else(|| "none".to_owned(), |it| of(it).to_string())
            };
            let (before, now) = (text(&self.before), text(&self.now));
            if before == now {
                format!("{name} {now}")
            } else {
                format!("{name} {before} → {now}")
            }
        };
        let (weight, value) = (part("weight", |it| it.0), part("value", |it| it.1));
        let s = if points.abs() == 1 { "" } else { "s" };
        format!("`{dimension}` of `{option}`: {weight}, {value}, {points:+} point{s}")
    }
}

/// What `one` has ruled out and `other` has not.
fn without<'r>(one: Option<&'r Recorded>, other: Option<&Recorded>) -> Vec<&'r str> {
    let other = other.map_or(&[] as &[String], |it| &it.ruled_out);
    let all = one.iter().flat_map(|it| &it.ruled_out);
    let left = all.filter(|it| !other.contains(it));
    left.map(String::as_str).collect()
}

/// The rows that are others, the largest move first.
fn moved(before: &Recorded, now: &Recorded) -> Vec<Moved> {
    let mut places: Vec<(&String, &String)> = [before, now]
        .into_iter()
        .flat_map(|it| &it.values)
        .flat_map(|(dimension, row)| row.options.keys().map(move |option| (dimension, option)))
        .collect();
    places.sort();
    places.dedup();
    let moved = places.into_iter().filter_map(|(dimension, option)| {
        let of = |it: &Recorded| pair(it.values.get(dimension)?, option);
        let (before, now) = (of(before), of(now));
        let worth = |it: Option<(i64, i64)>| it.map_or(0, |(weight, value)| weight * value);
        let size = worth(now) - worth(before);
        (before != now).then(|| Moved {
            dimension: dimension.clone(),
            option: option.clone(),
            before,
            now,
            points: rounded(size),
            size,
        })
    });
    let mut moved: Vec<_> = moved.collect();
    // Stable: of equal moves the first by name.
    moved.sort_by_key(|it| std::cmp::Reverse(it.size.abs()));
    moved
}

fn pair(row: &Row, option: &str) -> Option<(i64, i64)> {
    Some((row.weight, *row.options.get(option)?))
}

/// Thousandths of millionths, halves away from zero.
fn rounded(millionths: i64) -> i64 {
    (millionths.abs() + 500) / 1000 * millionths.signum()
}
