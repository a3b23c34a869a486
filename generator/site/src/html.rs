//! Builds the book: what `mdbook build` does, with our preprocessor in process.
//!
//! The pages are those of stock mdBook, byte for byte. mdBook's rendering stands behind its `Renderer` trait, so that a
//! faster one can take its place.

mod contents;
mod log;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use mdbook_core::config::Config;
use mdbook_driver::MDBook;
use mdbook_html::HtmlHandlebars;
use mdbook_renderer::{RenderContext, Renderer};

use crate::address::address;
use crate::content::{Content, Problem};
use crate::preprocess::{self, Problems, Tradeoff};
use crate::settings::Settings;

/// A finished build.
#[derive(Clone, Debug)]
pub struct Built {
    /// What the steps after a build need to know of the book.
    pub outline: Outline,
    /// What mdBook warned of, one message each; worth showing, no reason to fail.
    pub warnings: Vec<String>,
}

/// What is known of a book without building it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its settings.
    pub settings: Settings,
    /// Address of the first chapter, which mdBook also writes as `index.html`; none in a book of drafts.
    pub first: Option<String>,
}

/// Why there is no build.
#[derive(Clone, Debug)]
pub enum Failure {
    /// Something is wrong in chapters.
    Problems(Vec<Problem>),
    /// The book cannot be read, run or written.
    Book {
        /// What happened, causes included, on one line.
        message: String,
        /// What mdBook warned of before.
        warnings: Vec<String>,
    },
}

/// Builds the book in folder `book` into `destination`, which is made if missing.
///
/// The settings of book.toml and the variables `MDBOOK_…` hold, and the user's other preprocessors run; the destination
/// set there and renderers besides `html` do not count here. `content` answers the directives: an `Arc` of it, for
/// [`finish`](crate::finish) needs it again.
///
/// # Errors
/// See [`Failure`]. A destination with something in it is refused, because mdBook would empty it.
pub fn build<C: Content + 'static>(
    book: &Path,
    destination: &Path,
    content: C,
) -> Result<Built, Failure> {
    let (result, warnings) =
        log::warnings(|| run(book, destination, content, &HtmlHandlebars::new()));
    match result {
        Ok(outline) => Ok(Built { outline, warnings }),
        Err(error) => Err(failure(error, warnings)),
    }
}

fn failure(error: anyhow::Error, warnings: Vec<String>) -> Failure {
    match error.downcast::<Problems>() {
        Ok(problems) => Failure::Problems(problems.0),
        Err(error) => Failure::Book {
            message: format!("{error:#}"),
            warnings,
        },
    }
}

/// What is wrong with the chapters of the book in folder `book`, as they stand on disk. Nothing is written, and no other
/// preprocessor runs.
///
/// # Errors
/// When book.toml cannot be read; [`Failure::Problems`] when SUMMARY.md or a chapter cannot.
pub fn check(book: &Path, content: &dyn Content) -> Result<Vec<Problem>, Failure> {
    let (result, warnings) = log::warnings(|| {
        let loaded = load(book)?;
        let settings = Settings::new(&loaded.root, &loaded.config)?;
        Ok(preprocess::check(loaded.book, &settings, content))
    });
    result.map_err(|error| failure(error, warnings))
}

/// What is known of the book in folder `book`, for finishing pages that stock mdBook has built.
///
/// # Errors
/// When book.toml, SUMMARY.md or a chapter cannot be read; a phrase.
pub fn outline(book: &Path) -> Result<Outline, String> {
    let (result, _) = log::warnings(|| {
        let loaded = load(book)?;
        outline_of(&loaded.root, &loaded.config, &loaded.book)
    });
    result.map_err(|error: anyhow::Error| format!("{error:#}"))
}

fn run<C: Content + 'static>(
    book: &Path,
    destination: &Path,
    content: C,
    renderer: &dyn Renderer,
) -> anyhow::Result<Outline> {
    let destination = absolute(destination)?;
    let occupied = destination
        .read_dir()
        .is_ok_and(|mut entries| entries.next().is_some());
    anyhow::ensure!(!occupied, "`{}` is not empty", destination.display());

    let mut loaded = load(book)?;
    anyhow::ensure!(
        loaded.config.contains_key("preprocessor.tradeoff"),
        "`{}` has no `[preprocessor.tradeoff]`, so stock mdBook would leave the directives as they are",
        loaded.root.join("book.toml").display()
    );
    // Under its name it takes the place of the external command, in the order that book.toml asks for.
    loaded.with_preprocessor(Tradeoff::new(content));
    let (expanded, cx) = loaded.preprocess_book(renderer)?;
    let outline = outline_of(&loaded.root, &loaded.config, &expanded)?;

    let mut render = RenderContext::new(loaded.root, expanded, loaded.config, destination);
    render.chapter_titles.extend(cx.chapter_titles.take());
    renderer.render(&render)?;
    Ok(outline)
}

/// Reads the book as `mdbook build` does, except that a missing chapter is an error: a build writes nothing into `src`.
fn load(book: &Path) -> anyhow::Result<MDBook> {
    let book = absolute(book)?;
    let file = book.join("book.toml");
    let mut config =
        Config::from_disk(&file).with_context(|| format!("cannot read `{}`", file.display()))?;
    config.update_from_env()?;
    config.build.create_missing = false;
    let problems = contents::problems(&Settings::new(&book, &config)?);
    if !problems.is_empty() {
        return Err(Problems(problems).into());
    }
    MDBook::load_with_config(book, config)
}

fn outline_of(
    root: &Path,
    config: &Config,
    book: &mdbook_core::book::Book,
) -> anyhow::Result<Outline> {
    let first = book
        .chapters()
        .next()
        .and_then(|chapter| chapter.path.as_ref());
    Ok(Outline {
        settings: Settings::new(root, config)?,
        first: first.map(|path| address(path)),
    })
}

/// External preprocessors run in the book's folder, where a relative path would mean something else.
fn absolute(path: &Path) -> anyhow::Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("`{}` is no path", path.display()))
}
