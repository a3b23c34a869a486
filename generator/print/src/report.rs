//! The report of a job: what goes out on standard output, one line of JSON for each document.

use std::path::PathBuf;

use serde::Serialize;

/// What became of a document.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    /// The name of its job.
    pub name: String,
    /// The files that were written.
    pub written: Vec<PathBuf>,
    /// How many pages it has; 0 if it could not be set.
    pub pages: usize,
    /// The size of the text in points, if the job named sizes.
    pub size: Option<f64>,
    /// What the template could not show as it should.
    pub losses: Vec<String>,
    /// What is wrong. A document with a diagnostic is not, or not completely, written.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Diagnostic {
    /// How bad it is. Nothing is printed with a doubt, so there is only one.
    pub level: Level,
    /// The place in a template as `file:line:column`, or the record; nothing if it concerns the whole.
    pub at: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What can be done.
    pub help: Vec<String>,
    /// The places in templates that called what failed, the nearest first.
    pub called_from: Vec<String>,
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// The document, or the file named, was not written.
    Error,
}

impl Diagnostic {
    /// An error that concerns the whole document.
    pub(crate) fn error(message: impl Into<String>) -> Self {
        Self {
            level: Level::Error,
            at: None,
            message: message.into(),
            help: Vec::new(),
            called_from: Vec::new(),
        }
    }

    /// The same with what can be done.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}
