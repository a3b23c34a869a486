//! The manifest, `data/comparison.toml`: what is compared, and the settings of the comparison.

use crate::decode::{At, Free, choice, table};
use crate::{Alternative, Ref, Word};

table! {
    /// What is compared, and how strictly.
    #[derive(Default)]
    pub struct Manifest {
        /// The version of this format: 1.
        required format: At<u32>,
        /// The title of the comparison.
        required title: Word,
        /// All options, in the order of their columns everywhere.
        required columns: Vec<Ref<Alternative>>,
        /// The options of the headline.
        required headline: Vec<Ref<Alternative>>,
        /// Families of options: id and name.
        required families: Free<Word>,
        /// Groups of dimensions: id and name, in the order of their rows.
        required groups: Free<Word>,
        /// The least central value of each mark; below the last it is weak.
        required marks: Marks,
        /// Whole percents at which a verdict is called what it is called.
        required thresholds: Thresholds,
        /// How long a review holds.
        required freshness: Freshness,
        /// The name of the random draws.
        optional seed: Word,
        /// Levels of rules that differ from the usual.
        defaulted lints: Free<Lint>,
    }
}

table! {
    /// The least central value that earns a mark.
    #[derive(Default)]
    pub struct Marks {
        /// For `strong`.
        required strong: f64,
        /// For `good`.
        required good: f64,
        /// For `mixed`.
        required mixed: f64,
    }
}

table! {
    /// Whole percents of the draws.
    #[derive(Default)]
    pub struct Thresholds {
        /// For `clear`.
        required clear: u32,
        /// For `clear` in the stress run.
        required stress: u32,
        /// For `leaning`.
        required leaning: u32,
        /// For each side of `depends`.
        required depends: u32,
    }
}

table! {
    /// How long a review holds.
    #[derive(Default)]
    pub struct Freshness {
        /// Days after which a record counts as stale.
        required days: u32,
    }
}

table! {
    /// The level of a rule in this comparison.
    pub struct Lint {
        /// The level.
        required level: LintLevel,
        /// Why it differs.
        required reason: Word,
    }
}

table! {
    /// A finding that is accepted for one record.
    pub struct Allow {
        /// The rule.
        required rule: Word,
        /// Why it is accepted.
        required reason: Word,
    }
}

choice! {
    /// What a finding of a rule does.
    pub enum LintLevel {
        /// Nothing.
        Allow = "allow",
        /// It is reported.
        Warn = "warn",
        /// It is reported and fails the run.
        Deny = "deny",
    }
}
