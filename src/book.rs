//! The book of a project: checked, rendered, finished.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;
use site::finish::{self, File, Finished};
use site::html::{self, Built};
use site::pages::Pages;
use source::Diagnostic;

use crate::project::{Project, Stop};

/// Where the book's chapters and settings stand in a project.
pub const FOLDER: &str = "book";

/// A book whose pages are written, as stock mdBook would have written them.
pub struct Rendered {
    pages: Arc<Pages>,
    built: Built,
}

/// A book that is ready for readers.
#[derive(Debug)]
pub struct Made {
    /// How many pages it has.
    pub pages: usize,
    /// What mdBook warned of, and what could not be finished; phrases.
    pub warnings: Vec<String>,
}

/// Builds the book of `project` into `folder`, which must be missing or empty, and finishes it. It offers no files.
///
/// # Errors
/// As [`render`] and [`Rendered::finish`].
pub fn make(project: &mut Project, folder: &Path) -> Result<Made, Stop> {
    render(project, folder)?.finish(folder, &[])
}

/// Writes the pages of the book of `project` into `folder`, which must be missing or empty.
///
/// # Errors
/// What is wrong in templates and chapters, or why the book cannot be read or written.
pub fn render(project: &mut Project, folder: &Path) -> Result<Rendered, Stop> {
    let book = source(project)?;
    let pages = Arc::new(project.pages()?);
    match html::build(&book, folder, Arc::clone(&pages)) {
        Ok(built) => Ok(Rendered { pages, built }),
        Err(failure) => Err(stop(project, failure)),
    }
}

/// What is wrong in the templates and in the chapters as they stand on disk: the user's own preprocessors do not run. A
/// project without a book has nothing wrong in it.
///
/// # Errors
/// When the book cannot be read.
pub fn check(project: &mut Project) -> Result<Vec<Diagnostic>, Stop> {
    if !project.root.join(FOLDER).exists() {
        return Ok(Vec::new());
    }
    let book = source(project)?;
    let checked = project.pages().and_then(|pages| {
        let problems =
            html::check(&book, &pages.unseen()).map_err(|failure| stop(project, failure))?;
        Ok(project.diagnose(problems))
    });
    match checked {
        Err(Stop::Found(found)) => Ok(found),
        other => other,
    }
}

impl Rendered {
    /// Adds what pages written by mdBook lack, and offers `files`; see [`site::finish`].
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn finish(self, folder: &Path, files: &[File]) -> Result<Made, Stop> {
        let finished = finish::finish(folder, &self.built.outline, &*self.pages, files);
        let Finished { pages, notes, .. } =
            finished.map_err(|error| Stop::Failed(anyhow!(error)))?;
        let warnings = [self.built.warnings, notes].concat();
        Ok(Made { pages, warnings })
    }
}

/// The folder of the book, if there is a book.
fn source(project: &Project) -> Result<PathBuf, Stop> {
    let folder = project.root.join(FOLDER);
    let settings = folder.join("book.toml");
    if settings.is_file() {
        return Ok(folder);
    }
    Err(Stop::Failed(anyhow!(
        "no `{}`: the chapters and settings of the book stand there, as in the project that `tradeoff new` makes",
        settings.display()
    )))
}

fn stop(project: &mut Project, failure: html::Failure) -> Stop {
    match failure {
        html::Failure::Problems(problems) => Stop::Found(project.diagnose(problems)),
        html::Failure::Book { message, warnings } => {
            let before = warnings.iter().map(|it| format!("before that: {it}"));
            let lines: Vec<String> = [message].into_iter().chain(before).collect();
            Stop::Failed(anyhow!("the book cannot be built: {}", lines.join("\n")))
        }
    }
}
