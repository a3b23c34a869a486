//! Cases: a real choice that somebody made, and what they say of it.

use crate::decode::{choice, record};
use crate::{Alternative, Line, Prose, Ref, Source, Title, UseCase, Word};

record! {
    /// A documented choice between the options.
    pub struct Case {
        /// Who chose what.
        required title: Title,
        /// When, as precisely as is known: `2020-11`.
        required date: Word,
        /// What they had before.
        required was: Line,
        /// The options they chose.
        required chose: Vec<Ref<Alternative>>,
        /// The use cases it is an example of.
        required use_cases as "use-cases": Vec<Ref<UseCase>>,
        /// How close the source is.
        required evidence: Evidence,
        /// What happened.
        required summary: Prose,
        /// The reasons the source gives.
        required reasons: Vec<Line>,
        /// What came of it, as the source states it.
        required outcome: Line,
        /// What makes the case hard to read as support for one side.
        optional hard: Line,
        /// Where it is told.
        required sources: Vec<Ref<Source>>,
    }
}

choice! {
    /// How close a source is to what it tells.
    pub enum Evidence {
        /// An engineer who was there.
        FirstHand = "first-hand",
        /// A vendor about its customer.
        Vendor = "vendor",
        /// A journalist or another third party.
        Press = "press",
        /// Nobody who can be asked.
        Unverified = "unverified",
    }
}
