//! Truth with a third value, for conditions on what is known only roughly.

/// Whether something holds, as far as can be told.
///
/// # Source
/// Kleene, *Introduction to Metamathematics*, 1952, §64 (the strong connectives).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Truth {
    /// It holds, whatever the numbers are within their ranges.
    True,
    /// It does not hold, whatever they are.
    False,
    /// It depends on where in their ranges they are, or one of them is not stated.
    #[default]
    Unknown,
}

impl Truth {
    /// The opposite; what is unknown stays so.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Both: false as soon as one is.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// Either: true as soon as one is.
    pub(crate) fn or(self, other: Self) -> Self {
        self.negated().and(other.negated()).negated()
    }
}

impl From<bool> for Truth {
    fn from(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    #[test]
    fn the_tables_are_those_of_kleene() {
        let all = [True, Unknown, False];
        let and = all.map(|a| all.map(|b| a.and(b)));
        assert_eq!(
            and,
            [
                [True, Unknown, False],
                [Unknown, Unknown, False],
                [False, False, False]
            ]
        );
        let or = all.map(|a| all.map(|b| a.or(b)));
        assert_eq!(
            or,
            [
                [True, True, True],
                [True, Unknown, Unknown],
                [True, Unknown, False]
            ]
        );
        assert_eq!(all.map(super::Truth::negated), [False, Unknown, True]);
    }
}
