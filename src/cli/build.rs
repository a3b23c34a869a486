//! `tradeoff build`: writes the book into a fresh folder and puts it in the place of the last one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use clap::Args;
use source::Format;

use super::output::{self, Outcome};
use super::{Context, progress};
use crate::book::{self, Made};
use crate::destination::{self, Destination};
use crate::project::{self, Project, Stop};
use crate::stamp::{self, Stamp};

const EXAMPLES: &str = "\
Examples:
  tradeoff build                     writes dist/book, a folder for any web server
  tradeoff build --dest /srv/www     writes /srv/www/book instead
  tradeoff build --force             builds although no record, chapter or template has changed

The last build is replaced in one step, and only by one that succeeded: a build that stops leaves it as it was.
Exit codes: 0 built, 1 built or not, with findings, 2 the build could not run.";

/// Write the book to dist/book
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Build {
    /// Write into this folder instead of the project's dist/
    #[arg(long, value_name = "DIR")]
    dest: Option<PathBuf>,

    /// Build even if nothing has changed since the last build: needed when a chapter includes a file from outside book/,
    /// or a preprocessor of your own behaves differently
    #[arg(long)]
    force: bool,

    /// Write no files for printing
    #[arg(long)]
    no_print: bool,
}

impl Build {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let root = project::find(&cx.directory)?;
        let dest = match &self.dest {
            Some(dest) => dest.clone(),
            None => root.join("dist"),
        };
        refuse_input(&dest, &root)?;
        let mut project = progress::step("reading the records", || Project::load(&root))?;
        project.judge(cx.today);
        project.excuse_waiting();
        let outcome = output::diagnostics(&project.diagnostics, &project.sources, Format::Full);
        if project.is_broken() {
            return Ok(stopped());
        }
        let flags: &[&str] = if self.no_print { &["no-print"] } else { &[] };
        let inputs = stamp::inputs(&project, flags).context("the project cannot be read")?;
        if let Some(last) = self.same(&dest, &inputs) {
            destination::clear_stale(&dest);
            last.warnings.iter().for_each(|it| output::warning(it));
            output::line(&format!("up to date: {}", place(last.pages, &dest)))?;
            return Ok(outcome);
        }
        match build(&mut project, &dest, inputs) {
            Ok(made) => {
                made.warnings.iter().for_each(|it| output::warning(it));
                output::line(&format!("built {}", place(made.pages, &dest)))?;
                Ok(outcome)
            }
            Err(Stop::Found(found)) => {
                output::diagnostics(&found, &project.sources, Format::Full);
                Ok(stopped())
            }
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// The stamp of the last build, if it was made of the same.
    fn same(&self, dest: &Path, inputs: &str) -> Option<Stamp> {
        if self.force || !dest.join(book::FOLDER).is_dir() {
            return None;
        }
        let last = Stamp::parse(&destination::stamp(dest)?)?;
        (last.inputs == inputs).then_some(last)
    }
}

fn build(project: &mut Project, dest: &Path, inputs: String) -> Result<Made, Stop> {
    let failed = |error: destination::Unusable| Stop::Failed(error.into());
    let destination = Destination::begin(dest).map_err(failed)?;
    let folder = destination.folder().join(book::FOLDER);
    let made = progress::step("building the book", || book::make(project, &folder))?;
    let stamp = Stamp {
        inputs,
        pages: made.pages,
        warnings: made.warnings.clone(),
    };
    destination.commit(&stamp.to_string()).map_err(failed)?;
    Ok(made)
}

/// Says that there is no new book.
fn stopped() -> Outcome {
    output::note("nothing was built; the last good build, if there is one, is as it was");
    Outcome::Findings
}

/// What is written below the records or chapters would be read as one of them by the next build.
fn refuse_input(dest: &Path, root: &Path) -> anyhow::Result<()> {
    let absolute = std::path::absolute(dest)?;
    let dest_real = dest.canonicalize().unwrap_or(absolute);
    for input in ["data", book::FOLDER, "templates"] {
        ensure!(
            !dest_real.starts_with(root.join(input)),
            "`{}` lies in `{input}/`, which is read: name a folder outside it",
            dest.display()
        );
    }
    Ok(())
}

/// How many pages are where, as seen from the current folder.
fn place(pages: usize, dest: &Path) -> String {
    let folder = dest.join(book::FOLDER);
    let here = std::env::current_dir()
        .and_then(|it| it.canonicalize())
        .ok();
    let near = here.and_then(|here| Some(folder.strip_prefix(here).ok()?.to_owned()));
    let folder = near.unwrap_or(folder);
    let s = if pages == 1 { "" } else { "s" };
    format!("{pages} page{s} in {}", folder.display())
}
