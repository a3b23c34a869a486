//! The seam between chapters and records: what a directive asks for, and what comes back.
//!
//! This crate's mechanics (finding directives, numbering, rendering, head data) know no record; whoever implements
//! [`Content`] knows no chapter tree. Everything here is plain data.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Answers directives and describes pages. Implemented by the pages made from records, and by small fakes in tests.
pub trait Content {
    /// What `directive`, found in the chapter at `chapter` (path relative to the book's `src`), puts in its place.
    ///
    /// # Errors
    /// A [`Refusal`] when the name is unknown or the arguments do not fit.
    fn place(&self, directive: &Directive<'_>, chapter: &Path) -> Result<Placement, Refusal>;

    /// What stands in the `<head>` of `page`, an address relative to the web root such as `options/containers.html`;
    /// `None` for a page that no record describes.
    fn head(&self, page: &str) -> Option<Head>;
}

/// `{{#tradeoff NAME ARGUMENT…}}` as found in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive<'a> {
    /// What is wanted, such as `pages` or `table`.
    pub name: &'a str,
    /// Of what, in written order; words without blanks.
    pub arguments: Vec<&'a str>,
    /// Byte range of the whole directive, braces included, in the chapter's text.
    pub span: Range<usize>,
}

/// What a directive puts in its place: text, and chapters nested under the chapter it stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// Replaces the directive. Never searched for directives again.
    pub markdown: String,
    /// Follow the chapters that are already nested there, in this order.
    pub pages: Vec<Page>,
}

/// A chapter generated from records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Where it goes, relative to the book's `src`, such as `options/containers.md`; slashes on every system.
    pub path: String,
    /// Its name in the table of contents.
    pub title: String,
    /// Its text. Never searched for directives.
    pub markdown: String,
    /// Chapters nested below it.
    pub children: Vec<Page>,
}

/// What the `<head>` of a page says. Plain text: escaping is the writer's business.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The whole `<title>`, the book's name included.
    pub title: String,
    /// One or two sentences, 70 to 160 characters.
    pub description: String,
    /// Newest review date that the page shows, as `2026-11-23`.
    pub reviewed: Option<String>,
}

/// Why a directive has no placement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The problem: a phrase in lower case without a full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// A problem in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The chapter's file. Relative to the book's `src` when it comes from [`expand`](crate::preprocess::expand), to the
    /// project when it comes from a build.
    pub path: PathBuf,
    /// The bytes concerned; `0..0` for the chapter as a whole.
    pub span: Range<usize>,
    /// The problem: a phrase in lower case without a full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)?;
        match &self.help {
            Some(help) => write!(f, " (help: {help})"),
            None => Ok(()),
        }
    }
}

/// Shared content is content: the preprocessor keeps one handle, the finishing step another.
impl<C: Content + ?Sized> Content for Arc<C> {
    fn place(&self, directive: &Directive<'_>, chapter: &Path) -> Result<Placement, Refusal> {
        self.as_ref().place(directive, chapter)
    }

    fn head(&self, page: &str) -> Option<Head> {
        self.as_ref().head(page)
    }
}
