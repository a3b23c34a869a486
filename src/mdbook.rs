//! The program `mdbook-tradeoff`: what stock mdBook runs, and what finishes its builds.
//!
//! It answers with the same pages as `tradeoff build`, so that both give the same book.

use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail, ensure};
use clap::{Parser, Subcommand};
use document::paper::Paper;
use mdbook_preprocessor::{MDBOOK_VERSION, Preprocessor, parse_input};
use site::preprocess::{Problems, Tradeoff};
use site::{Settings, finish, html};
use source::{Diagnostic, Format};

use crate::cli::{Outcome, diagnostics, failure, failures, line, missing, note, warning};
use crate::dist;
use crate::outputs::Printing;
use crate::project::{Project, Stop};

const EXAMPLES: &str = "\
mdBook runs this program when book.toml has a section [preprocessor.tradeoff]:
  mdbook build book                                 stock mdBook, with pages made from the records in data/
  mdbook-tradeoff finish book/book --book book      then head data, sitemap and robots.txt

`tradeoff build` does both at once and gives the same pages.";

/// The preprocessor of mdBook that makes pages from the records of a comparison
#[derive(Debug, Parser)]
#[command(name = "mdbook-tradeoff", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Say whether a renderer is supported: every one is
    Supports {
        /// The name of the renderer
        renderer: String,
    },
    /// Add what the pages of a stock build lack: head data, files to take away, sitemap, robots.txt
    Finish {
        /// The folder that mdBook has written
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The folder of book.toml; the default is this folder, or `book` in it
        #[arg(long)]
        book: Option<PathBuf>,
        /// Write no PDFs and no pictures
        #[arg(long)]
        no_print: bool,
    },
}

/// Runs the command line and says how it went: 0 done, 1 findings, 2 could not run.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().verb {
        Some(Verb::Supports { .. }) => Ok(Outcome::Clean),
        Some(Verb::Finish {
            folder,
            book,
            no_print,
        }) => finish(&folder, book.as_deref(), !no_print),
        None => preprocess(),
    };
    match result {
        Ok(outcome) => outcome.code(),
        Err(error) => failure(&error),
    }
}

/// Reads a book from standard input and writes it with everything placed to standard output.
fn preprocess() -> anyhow::Result<Outcome> {
    let mut input = Vec::new();
    ensure!(
        !io::stdin().is_terminal(),
        "mdBook runs this program and hands it a book: use `mdbook build`, or `tradeoff build`"
    );
    io::stdin()
        .lock()
        .read_to_end(&mut input)
        .context("standard input cannot be read")?;
    let (cx, book) = parse_input(&input[..]).context("standard input holds no book of mdBook's")?;
    if cx.mdbook_version != MDBOOK_VERSION {
        warning(&format!(
            "mdBook {} runs this program, which knows {MDBOOK_VERSION}: pages may differ from those of `tradeoff build`",
            cx.mdbook_version
        ));
    }
    let root = Settings::new(&cx.root, &cx.config)?.root;
    let Some((mut project, pages)) = pages(&root)? else {
        return Ok(Outcome::Findings);
    };
    match Tradeoff::new(pages).run(&cx, book) {
        Ok(book) => {
            let mut out = BufWriter::new(io::stdout().lock());
            serde_json::to_writer(&mut out, &book).context("the book cannot be written")?;
            out.flush().context("the book cannot be written")?;
            Ok(Outcome::Clean)
        }
        Err(error) => {
            let problems = error.downcast::<Problems>()?;
            let found = project.diagnose(problems.0);
            Ok(diagnostics(&found, &project.sources, Format::Full))
        }
    }
}

fn finish(folder: &Path, book: Option<&Path>, print: bool) -> anyhow::Result<Outcome> {
    let book = book_folder(book)?;
    ensure!(
        folder.join("index.html").is_file(),
        "`{}` holds no book: run `mdbook build` first, and name the folder that it writes",
        folder.display()
    );
    let outline =
        html::outline(&book).map_err(|error| anyhow!("the book cannot be read: {error}"))?;
    let Some((mut project, pages)) = pages(&outline.settings.root)? else {
        return Ok(Outcome::Findings);
    };
    let printing = match print {
        true => Printing::of(&project, false)?,
        false => None,
    };
    if print && printing.is_none() {
        note(&missing("there are no PDFs and no pictures"));
    }
    let files = dist::files_of_stock(&mut project, folder, printing.as_ref(), Paper::A4);
    let (files, made) = match files {
        Ok(files) => files,
        Err(Stop::Found(found)) => {
            return Ok(diagnostics(&found, &project.sources, Format::Full));
        }
        Err(Stop::Failed(error)) => return Err(error),
    };
    let outcome = failures(&made.failed);
    let finished =
        finish::finish(folder, &outline, &*pages, &files).map_err(|error| anyhow!(error))?;
    finished.notes.iter().for_each(|it| note(it));
    let (pages, written) = (finished.pages, finished.written.len());
    line(&format!(
        "finished {pages} pages in {}: {written} files changed",
        folder.display()
    ))?;
    Ok(outcome)
}

/// The project below `root` and its pages; nothing, with diagnostics printed, if there are none.
fn pages(root: &Path) -> anyhow::Result<Option<(Project, std::sync::Arc<site::pages::Pages>)>> {
    let mut project = Project::load(root)?;
    let show = |found: &[Diagnostic], project: &Project| {
        diagnostics(found, &project.sources, Format::Full)
    };
    if project.is_broken() {
        show(&project.diagnostics, &project);
        return Ok(None);
    }
    match project.pages() {
        Ok(pages) => Ok(Some((project, pages.into()))),
        Err(Stop::Found(found)) => {
            show(&found, &project);
            Ok(None)
        }
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn book_folder(given: Option<&Path>) -> anyhow::Result<PathBuf> {
    let places = match given {
        Some(given) => vec![given.to_owned()],
        None => vec![PathBuf::from("."), PathBuf::from(crate::book::FOLDER)],
    };
    for place in &places {
        if place.join("book.toml").is_file() {
            return Ok(place.clone());
        }
    }
    let shown: Vec<String> = places
        .iter()
        .map(|it| format!("`{}`", it.display()))
        .collect();
    bail!(
        "no book.toml in {}: name the folder of the book with --book",
        shown.join(" or ")
    )
}
