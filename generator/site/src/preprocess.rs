//! What mdBook calls: replaces directives, inserts the pages they place, highlights code.
//!
//! [`expand()`] is pure and does the work; [`Tradeoff`] puts it behind mdBook's `Preprocessor`, for a build in process and
//! for the binary `mdbook-tradeoff` alike, so that both give the same book.

mod clash;
mod expand;
mod on_disk;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;

use mdbook_core::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::content::{Content, Problem};
use crate::highlight;
use crate::settings::Settings;

pub use expand::expand;

/// The preprocessor `tradeoff`.
pub struct Tradeoff<C> {
    content: C,
}

/// Why the book was not expanded: what [`Tradeoff`] returns inside mdBook's error.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

impl<C: Content> Tradeoff<C> {
    /// Answers directives from `content`.
    pub fn new(content: C) -> Self {
        Self { content }
    }
}

impl<C: Content> Preprocessor for Tradeoff<C> {
    fn name(&self) -> &'static str {
        "tradeoff"
    }

    fn run(&self, cx: &PreprocessorContext, book: Book) -> anyhow::Result<Book> {
        let texts = texts(&book);
        let (mut book, problems) = expand(book, &self.content);
        if !problems.is_empty() {
            let settings = Settings::new(&cx.root, &cx.config)?;
            let moved = |problem| on_disk::moved(problem, &settings, &texts);
            return Err(Problems(problems.into_iter().map(moved).collect()).into());
        }
        // Other renderers (text, EPUB) have their own way with code.
        if cx.renderer == "html" {
            book.for_each_chapter_mut(|chapter| {
                if let Cow::Owned(text) = highlight::fences(&chapter.content) {
                    chapter.content = text;
                }
            });
        }
        Ok(book)
    }
}

/// What is wrong with the chapters of `book` as they stand on disk.
pub(crate) fn check(book: Book, settings: &Settings, content: &dyn Content) -> Vec<Problem> {
    let texts = texts(&book);
    let (_, problems) = expand(book, content);
    let moved = |problem| on_disk::moved(problem, settings, &texts);
    problems.into_iter().map(moved).collect()
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Problems {}

/// The texts of the chapters as they reach us, by source path; mdBook's `links` may have changed them.
fn texts(book: &Book) -> HashMap<PathBuf, String> {
    let text = |chapter: &Chapter| Some((chapter.source_path.clone()?, chapter.content.clone()));
    book.chapters().filter_map(text).collect()
}
