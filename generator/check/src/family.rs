//! Families: what a rule is about, and what that says about its level.

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Files and fields: reported when records are read.
    Shape,
    /// Names that lead nowhere or two ways: reported when records are read.
    References,
    /// Scales and amounts that cannot be computed with: reported when scores are computed.
    Scores,
    /// Chapters and templates: reported when the book is read.
    Book,
    /// What is missing, and what is there for nothing.
    Coverage,
    /// What statements rest on.
    Evidence,
    /// What was true on a day, and may not be now: judged against today, never an error.
    Freshness,
    /// Records that disagree with each other.
    Contradiction,
    /// One option treated otherwise than another.
    Balance,
    /// Words.
    Prose,
    /// Weights, limits and verdicts.
    Decisions,
    /// Levels and exceptions of the rules themselves.
    Levels,
}

impl Family {
    /// Every family, in the order in which they are listed.
    pub const ALL: [Self; 12] = [
        Self::Shape,
        Self::References,
        Self::Scores,
        Self::Book,
        Self::Coverage,
        Self::Evidence,
        Self::Freshness,
        Self::Contradiction,
        Self::Balance,
        Self::Prose,
        Self::Decisions,
        Self::Levels,
    ];

    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::References => "references",
            Self::Scores => "scores",
            Self::Book => "book",
            Self::Coverage => "coverage",
            Self::Evidence => "evidence",
            Self::Freshness => "freshness",
            Self::Contradiction => "contradiction",
            Self::Balance => "balance",
            Self::Prose => "prose",
            Self::Decisions => "decisions",
            Self::Levels => "levels",
        }
    }
}
