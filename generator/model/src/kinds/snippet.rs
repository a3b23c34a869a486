//! Snippets: the same job in code, side by side.

use crate::decode::{At, Keyed, record, table};
use crate::{Alternative, Line, Ref, Title, UseCase, Word};

record! {
    /// Files that do one job with each option.
    pub struct Snippet {
        /// The job.
        required title: Title,
        /// The use case it belongs to.
        required use_case as "use-case": Ref<UseCase>,
        /// What to look at.
        required contrast: Line,
        /// The files, in the folder of the same name.
        required files: Vec<SnippetFile>,
        /// What it takes to run it, per option.
        required operate: Keyed<Alternative, Vec<Line>>,
    }
}

table! {
    /// One file of a snippet.
    pub struct SnippetFile {
        /// Its path below the snippet's folder.
        required path: At<Word>,
        /// The option it belongs to.
        required option: Ref<Alternative>,
        /// What it shows.
        required shows: Line,
    }
}
