//! What a run has to say about the author's files: one problem, where it is, and how to mend it.

use crate::{Sources, Span};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The run fails.
    Error,
    /// The run goes on and says so.
    Warning,
}

impl Level {
    /// The word shown to people and programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A span and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What, in a few words; may be empty.
    pub text: String,
}

/// Edits that together certainly mend the problem: all of them are made, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fix {
    /// The edits; no two touch the same bytes.
    pub edits: Vec<Edit>,
}

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; an empty span is a place to insert at.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// One finding. The title alone must do: it is all that the concise form shows besides the primary label.
///
/// Titles, labels and help are phrases in lower case without a full stop, with literals in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it, as in `tradeoff explain <rule>`.
    pub rule: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// The problem.
    pub title: String,
    /// Where it is.
    pub primary: Label,
    /// Other places concerned, in any file.
    pub also: Vec<Label>,
    /// What to do.
    pub help: Vec<String>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// The edits that mend it, if they are certain.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error of `rule` at `span`.
    pub fn error(rule: &'static str, span: Span, title: impl Into<String>) -> Self {
        Self {
            rule,
            level: Level::Error,
            title: title.into(),
            primary: Label {
                span,
                text: String::new(),
            },
            also: Vec::new(),
            help: Vec::new(),
            notes: Vec::new(),
            fix: None,
        }
    }

    /// A warning of `rule` at `span`.
    pub fn warning(rule: &'static str, span: Span, title: impl Into<String>) -> Self {
        Self {
            level: Level::Warning,
            ..Self::error(rule, span, title)
        }
    }

    /// Says something about the primary span.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Points at another place.
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.also.push(Label { span, text });
        self
    }

    /// Says what to do.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says what else is worth knowing.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Adds an edit to those that mend it.
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        let edit = Edit { span, text };
        self.fix.get_or_insert_default().edits.push(edit);
        self
    }

    /// Sorts by file, place, rule and title, so that two runs print the same bytes.
    pub fn sort(diagnostics: &mut [Self], sources: &Sources) {
        diagnostics.sort_by(|a, b| {
            let key = |it: &Self| (it.primary.span.start, it.primary.span.end, it.rule);
            let path = |it: &Self| &sources.file(it.primary.span.file).path;
            (path(a), key(a), &a.title).cmp(&(path(b), key(b), &b.title))
        });
    }
}
