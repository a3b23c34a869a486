//! Quantities: what a workload is made of.

use crate::decode::record;
use crate::{Amount, Line, Title, Word};

record! {
    /// Something a workload states.
    pub struct Quantity {
        /// What it is.
        required title: Title,
        /// The question that asks for it.
        required question: Line,
        /// Its unit.
        required unit: Word,
        /// What is taken, and said to be taken, when a use case is silent.
        optional default: Amount,
        /// The least value that makes sense.
        optional least: f64,
        /// The greatest value that makes sense.
        optional most: f64,
        /// Whether a use case that states it must say why.
        defaulted ask_why as "ask-why": bool,
    }
}
