//! Terms of the glossary.

use crate::decode::record;
use crate::{Line, Ref, Source, Word};

record! {
    /// A term and what it means here.
    pub struct Term {
        /// The term.
        required name: Word,
        /// Other names.
        defaulted aliases: Vec<Word>,
        /// What it means, in a sentence or two.
        required short: Line,
        /// Where that is said.
        required sources: Vec<Ref<Source>>,
    }
}
