//! The seam between chapters and records: what a directive asks for, and what comes back.
//!
//! This crate's mechanics (finding directives, numbering, rendering, head data) know no record; whoever implements
//! [`Content`] knows no chapter tree. Everything here is plain data.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The rules that are reported of chapters and templates.
pub const RULES: &[&str] = &[
    BAD_DIRECTIVE,
    BAD_SUMMARY,
    BAD_TEMPLATE,
    MISSING_FILE,
    NOT_UTF8,
    PATH_CLASH,
    UNREADABLE_PATH,
];

/// A directive cannot be understood, or asks for something that is not there.
pub const BAD_DIRECTIVE: &str = "bad-directive";
/// The list of chapters is not what mdBook reads.
pub const BAD_SUMMARY: &str = "bad-summary";
/// A template does not parse or fails on what it is given.
pub const BAD_TEMPLATE: &str = "bad-template";
/// A chapter that is listed does not exist.
pub const MISSING_FILE: &str = "missing-file";
/// A chapter is not UTF-8.
pub const NOT_UTF8: &str = "not-utf8";
/// Two chapters would be written to one file, or one where it may not be.
pub const PATH_CLASH: &str = "path-clash";
/// A chapter cannot be opened.
pub const UNREADABLE_PATH: &str = "unreadable-path";

/// Answers directives and describes pages. Implemented by the pages made from records, and by small fakes in tests.
pub trait Content {
    /// What `directive`, found in the chapter at `chapter` (path relative to the book's `src`), puts in its place.
    /// `survey` says where the other directives stand, so that what is placed here can link to what is placed there.
    ///
    /// # Errors
    /// A [`Refusal`] when the name is unknown, the arguments do not fit, or a template fails.
    fn place(
        &self,
        directive: &Directive<'_>,
        chapter: &Path,
        survey: &Survey,
    ) -> Result<Placement, Refusal>;

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

/// Which directives a book has, and in which chapters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Name and arguments joined by single blanks, and the chapter's path relative to the book's `src`; in the order of
    /// the book.
    pub placed: Vec<(String, PathBuf)>,
}

impl Survey {
    /// The first chapter that has the directive `words`, such as `list sources`.
    pub fn chapter(&self, words: &str) -> Option<&Path> {
        let found = self.placed.iter().find(|(it, _)| it == words);
        found.map(|(_, chapter)| chapter.as_path())
    }
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
    /// The rule that is broken.
    pub rule: &'static str,
    /// The place, if it is not the directive: a file relative to the project, and the bytes concerned.
    pub at: Option<(PathBuf, Range<usize>)>,
    /// The problem: a phrase in lower case without a full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// A problem in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken.
    pub rule: &'static str,
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
    fn place(
        &self,
        directive: &Directive<'_>,
        chapter: &Path,
        survey: &Survey,
    ) -> Result<Placement, Refusal> {
        self.as_ref().place(directive, chapter, survey)
    }

    fn head(&self, page: &str) -> Option<Head> {
        self.as_ref().head(page)
    }
}
