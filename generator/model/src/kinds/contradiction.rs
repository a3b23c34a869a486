//! Contradictions: where the article says two things, and what holds.

use crate::decode::{choice, record};
use crate::{Prose, Ref, Statement, Title};

record! {
    /// Statements that cannot all stand as they are.
    pub struct Contradiction {
        /// What it is about.
        required title: Title,
        /// The statements concerned.
        required statements: Vec<Ref<Statement>>,
        /// What kind of disagreement it is.
        required class: Disagreement,
        /// What this book says instead.
        required resolution: Prose,
    }
}

choice! {
    /// How statements can disagree.
    pub enum Disagreement {
        /// One point counted for and against, under different conditions.
        ProAndCon = "pro-and-con",
        /// Both cannot be true.
        Contradiction = "contradiction",
        /// A definition too loose to decide.
        ImpreciseDefinition = "imprecise-definition",
        /// One of them is false.
        FalseClaim = "false-claim",
        /// One was true once.
        Outdated = "outdated",
        /// A sentence breaks off.
        Truncated = "truncated",
        /// It refers to something that is not there.
        DanglingReference = "dangling-reference",
        /// The same thing twice.
        Duplicate = "duplicate",
    }
}
