//! Pros and cons: one claim about one option, how much it weighs, and what answers it.

use crate::decode::{choice, record, table};
use crate::reference::Spaces;
use crate::{Alternative, Date, Dimension, Kind, Line, Link, Prose, Ref, Source, Space, Title};

record! {
    /// A pro or a con.
    pub struct Claim {
        /// The effect, as a sentence: "You pay nothing while idle".
        required title: Title,
        /// The option it speaks of.
        required option: Ref<Alternative>,
        /// How much it weighs.
        required strength: Strength,
        /// The dimensions it belongs to.
        required dimensions: Vec<Ref<Dimension>>,
        /// The condition under which it holds, if it does not always.
        optional holds_when as "holds-when": Line,
        /// The same point seen from the other side, `pro:id` or `con:id`.
        optional mirrors: Link<Claims>,
        /// The claim itself.
        required prose: Prose,
        /// What supports it.
        required sources: Vec<Ref<Source>>,
        /// The day somebody last compared it with its sources.
        required reviewed: Date,
        /// What answers it.
        defaulted counters: Vec<Counter>,
    }
}

table! {
    /// A claim that answers another.
    pub struct Counter {
        /// The answer, `pro:id` or `con:id`.
        required claim: Link<Claims>,
        /// Why it answers.
        required note: Line,
    }
}

choice! {
    /// How much a claim weighs, lightest first.
    pub enum Strength {
        /// Worth knowing.
        Minor = "minor",
        /// Worth weighing.
        Notable = "notable",
        /// Can decide.
        Major = "major",
    }
}

/// Pros and cons.
#[derive(Debug, PartialEq)]
pub struct Claims;

impl Spaces for Claims {
    const SPACES: &'static [Space] = &[Space::Record(Kind::Pro), Space::Record(Kind::Con)];
}
