//! Statements: everything the article says, one by one, checked.

use crate::decode::{choice, record};
use crate::kinds::change::AnyRecord;
use crate::{Alternative, Date, Line, Link, Ref, Source, Word};

record! {
    /// One statement of the article.
    pub struct Statement {
        /// Its place in the article, from 1.
        required order: u32,
        /// What it is.
        required kind: StatementKind,
        /// The options it speaks of.
        required options: Vec<Ref<Alternative>>,
        /// What it says, in our words.
        required says: Line,
        /// The section it stands in.
        required place as "where": Word,
        /// The heading above it.
        optional heading: Word,
        /// Whether that heading was lost and is inferred.
        defaulted recovered: bool,
        /// What checking it gave.
        required status: StatementStatus,
        /// What holds instead.
        optional correction: Line,
        /// The statement that it repeats.
        optional same_as as "same-as": Ref<Statement>,
        /// The records that carry it today, as `kind:id`.
        required records: Vec<Link<AnyRecord>>,
        /// What it was checked against.
        required sources: Vec<Ref<Source>>,
        /// The day it was checked.
        required reviewed: Date,
    }
}

choice! {
    /// What a statement is.
    pub enum StatementKind {
        /// It says what something is.
        Definition = "definition",
        /// It speaks for an option.
        Pro = "pro",
        /// It speaks against an option.
        Con = "con",
        /// It names a use.
        UseCase = "use-case",
        /// It compares on a dimension.
        DimensionCell = "dimension-cell",
        /// It recommends.
        Verdict = "verdict",
        /// It gives an example.
        Example = "example",
    }
}

choice! {
    /// What checking a statement gave.
    pub enum StatementStatus {
        /// It holds.
        Accurate = "accurate",
        /// It holds under a condition that it does not name.
        Imprecise = "imprecise",
        /// It does not hold.
        Wrong = "wrong",
        /// It held once.
        Outdated = "outdated",
        /// It cannot be checked.
        Opinion = "opinion",
    }
}
