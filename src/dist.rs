//! The output of a build: the book, and beside it every file that is made of the records.

use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use anyhow::Context as _;
use document::paper::Paper;
use site::finish::File;

use crate::book;
use crate::outputs::content::Library;
use crate::outputs::manifest::{self, Manifest};
use crate::outputs::{Files, Made, Printing};
use crate::press::Pace;
use crate::project::{Project, Stop};

/// The folder of the book that holds what pages offer as files.
const OFFERED: &str = "files";

/// What a build has written.
#[derive(Debug)]
pub(crate) struct Dist {
    /// The book.
    pub(crate) book: book::Made,
    /// The files.
    pub(crate) files: Made,
}

/// Writes book and files into `folder`, which must be missing or empty. Documents are printed while pages are rendered;
/// `progress` hears how many are done, and of how many.
///
/// # Errors
/// As [`book::render`], and when a file cannot be written.
pub(crate) fn make(
    project: &mut Project,
    folder: &Path,
    printing: Option<&Printing>,
    paper: Paper,
    progress: impl Fn(usize, usize) + Sync,
) -> Result<Dist, Stop> {
    let own = folder.join(book::FOLDER);
    let library = Library::of(project)?;
    let (files, contents) = Files::plan(library, folder, printing.map(|_| paper));
    let pace = Pace::shared();
    let (rendered, mut made, answers) = thread::scope(|scope| {
        let printer = printing.map(|it| scope.spawn(|| it.print(files.jobs(), &pace, &progress)));
        let work = || {
            let busy = pace.busy();
            let rendered = render(project, &own)?;
            drop(busy);
            let made = files.write(contents, project).map_err(Stop::Failed)?;
            Ok((rendered, made))
        };
        let done = work();
        // Nobody needs the rest of the documents when there will be no book.
        if done.is_err() {
            pace.stop();
        }
        let answers = printer.map(|it| it.join().unwrap_or_default());
        done.map(|(rendered, made)| (rendered, made, answers.unwrap_or_default()))
    })?;
    let mut listed = files.close(&mut made, answers).map_err(Stop::Failed)?;
    let offered = offer(&made.files, folder, &own).map_err(Stop::Failed)?;
    let book = rendered.finish(&own, &offered)?;
    list_rest(&mut listed, folder)
        .context("manifest.json cannot be written")
        .map_err(Stop::Failed)?;
    Ok(Dist { book, files: made })
}

/// Renders the book in a thread of its own: what it held is given back when that ends.
fn render(project: &mut Project, own: &Path) -> Result<book::Rendered, Stop> {
    thread::scope(|scope| {
        let render = scope.spawn(|| {
            let rendered = book::render(project, own);
            site::highlight::forget();
            rendered
        });
        render.join().unwrap_or_else(|it| resume_unwind(it))
    })
}

/// Writes the manifest of the whole folder: what is listed, and everything else.
fn list_rest(listed: &mut Manifest, folder: &Path) -> std::io::Result<()> {
    listed.add_rest(folder)?;
    // The list of the files has the same bytes in the book, where it is another name of this one.
    let path = folder.join(manifest::FILE);
    fs::remove_file(&path)?;
    fs::write(path, listed.text())
}

/// Gives the book of a stock build the same files: they are written below `book`, and what pages offer is returned.
///
/// # Errors
/// When a file cannot be written, or the author's sentences are wrong.
pub(crate) fn files_of_stock(
    project: &mut Project,
    book: &Path,
    printing: Option<&Printing>,
    paper: Paper,
) -> Result<(Vec<File>, Made), Stop> {
    let folder = book.join(OFFERED);
    let library = Library::of(project)?;
    let (files, contents) = Files::plan(library, &folder, printing.map(|_| paper));
    let mut made = files.write(contents, project).map_err(Stop::Failed)?;
    let answers = printing.map(|it| it.print(files.jobs(), &Pace::full(), |_, _| {}));
    files
        .close(&mut made, answers.unwrap_or_default())
        .map_err(Stop::Failed)?;
    Ok((made.files.iter().map(offered).collect(), made))
}

/// Puts the files into the book as well, so that its folder holds everything that its pages lead to.
fn offer(files: &[File], folder: &Path, book: &Path) -> anyhow::Result<Vec<File>> {
    let list = manifest::FILE.to_owned();
    for path in files.iter().map(|it| &it.path).chain([&list]) {
        let (from, to) = (folder.join(path), book.join(OFFERED).join(path));
        let made = to.parent().map_or(Ok(()), fs::create_dir_all);
        let linked = made
            .and_then(|()| fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop)));
        linked.with_context(|| format!("`{}` cannot be written", to.display()))?;
    }
    Ok(files.iter().map(offered).collect())
}

fn offered(file: &File) -> File {
    File {
        path: format!("{OFFERED}/{}", file.path),
        ..file.clone()
    }
}
