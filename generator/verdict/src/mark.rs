//! Marks: five words for how well an option answers a question.

/// How well an option answers the question of a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Nobody knows.
    Unknown,
    /// Below the least value of `mixed`.
    Weak,
    /// At least the manifest's `marks.mixed`.
    Mixed,
    /// At least the manifest's `marks.good`.
    Good,
    /// At least the manifest's `marks.strong`.
    Strong,
}

impl Mark {
    /// All marks, best first.
    pub const ALL: [Self; 5] = [
        Self::Strong,
        Self::Good,
        Self::Mixed,
        Self::Weak,
        Self::Unknown,
    ];

    /// The word in data, class names and the table of sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Good => "good",
            Self::Mixed => "mixed",
            Self::Weak => "weak",
            Self::Unknown => "unknown",
        }
    }

    /// How many of four dots it fills; none for unknown.
    pub fn dots(self) -> usize {
        match self {
            Self::Strong => 4,
            Self::Good => 3,
            Self::Mixed => 2,
            Self::Weak => 1,
            Self::Unknown => 0,
        }
    }

    /// The dots as letters, for outputs that have no pictures: `●●●○`, or a dash for unknown.
    pub fn glyphs(self) -> &'static str {
        match self {
            Self::Strong => "●●●●",
            Self::Good => "●●●○",
            Self::Mixed => "●●○○",
            Self::Weak => "●○○○",
            Self::Unknown => "–",
        }
    }
}
