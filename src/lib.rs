//! The command: verbs, flags, exit codes, and where diagnostics go.

pub mod cli;
pub mod project;
