//! Products: the systems that stand behind the options.

use crate::decode::record;
use crate::text::Url;
use crate::{Alternative, Line, Ref, Source, Word};

record! {
    /// A system that somebody can use.
    pub struct Product {
        /// Its name.
        required name: Word,
        /// The options it is an example of.
        required options: Vec<Ref<Alternative>>,
        /// Its home page.
        required url: Url,
        /// What it is.
        optional summary: Line,
        /// What documents it.
        required sources: Vec<Ref<Source>>,
    }
}
