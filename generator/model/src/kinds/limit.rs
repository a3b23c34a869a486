//! Limits: conditions that rule an option out, and the ways around them.

use crate::decode::{At, record, table};
use crate::{Alternative, Date, Formula, Line, Ref, Source, Title, Word};

record! {
    /// A knock-out: if the condition holds, no other merit buys it back.
    pub struct Limit {
        /// What the limit is.
        required title: Title,
        /// The option that it rules out.
        required option: Ref<Alternative>,
        /// The condition, over quantities and facts.
        required when: Formula,
        /// The condition in words.
        required holds_when as "holds-when": Line,
        /// What documents it.
        required sources: Vec<Ref<Source>>,
        /// The day somebody last compared it with its sources.
        required reviewed: Date,
        /// Ways around it.
        defaulted unless: Vec<At<Escape>>,
    }
}

table! {
    /// A way around a limit.
    pub struct Escape {
        /// Its id within the limit.
        required id: Word,
        /// What has to be so.
        required text: Line,
    }
}
