//! `tradeoff build`: writes book and files into a fresh folder and puts it in the place of the last one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use clap::Args;
use source::Format;

use super::output::{self, Outcome};
use super::printed::{self, Sheet};
use super::progress::Counter;
use super::{Context, progress};
use crate::book;
use crate::destination::{self, Destination};
use crate::dist::{self, Dist};
use crate::outputs::Printing;
use crate::press;
use crate::project::{self, Project, Stop};
use crate::stamp::{self, Stamp};

const EXAMPLES: &str = "\
Examples:
  tradeoff build                     writes dist/: the book, tables, decisions, slides, data.json
  tradeoff build --dest /srv/www     writes /srv/www/ instead; the book is /srv/www/book, a folder for any web server
  tradeoff build --no-print          without PDFs and pictures, which take longest
  tradeoff build --force             builds although no record, chapter or template has changed

The last build is replaced in one step, and only by one that succeeded: a build that stops leaves it as it was.
Exit codes: 0 built, 1 built or not, with findings, 2 the build could not run.";

/// Write the book and all files to dist
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

    /// Write no PDFs and no pictures
    #[arg(long)]
    no_print: bool,

    /// The paper of PDFs
    #[arg(long, value_enum, default_value_t)]
    paper: Sheet,
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
        let inputs =
            stamp::inputs(&project, &self.flags()).context("the project cannot be read")?;
        if let Some(last) = self.same(&dest, &inputs) {
            destination::clear_stale(&dest);
            last.warnings.iter().for_each(|it| output::warning(it));
            output::line(&format!("up to date: {}", place(last.pages, &dest)))?;
            return Ok(outcome);
        }
        match self.build(&mut project, &dest, inputs) {
            Ok(Dist { book, files }) => {
                book.warnings.iter().for_each(|it| output::warning(it));
                files.dropped.iter().for_each(|it| output::note(it));
                files.overflows.iter().for_each(printed::overflow);
                let printed = printed::failures(&files.failed);
                output::line(&format!("built {}", place(book.pages, &dest)))?;
                output::line(&printed::summary(&files))?;
                Ok(outcome.and(printed))
            }
            Err(Stop::Found(found)) => {
                output::diagnostics(&found, &project.sources, Format::Full);
                Ok(stopped())
            }
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// What the output depends on besides the project.
    fn flags(&self) -> Vec<String> {
        match self.no_print {
            true => vec!["no-print".to_owned()],
            false => vec![
                stamp::file(press::find().as_deref()),
                self.paper.name().to_owned(),
            ],
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

    fn build(&self, project: &mut Project, dest: &Path, inputs: String) -> Result<Dist, Stop> {
        let failed = |error: destination::Unusable| Stop::Failed(error.into());
        let mut printing = None;
        if !self.no_print {
            printing = Printing::of(project, self.force).map_err(Stop::Failed)?;
            if printing.is_none() {
                output::note(&printed::missing("there are no PDFs and no pictures"));
            }
        }
        let destination = Destination::begin(dest).map_err(failed)?;
        let counter = Counter::new("printing");
        let made = progress::step("building the book", || {
            dist::make(
                project,
                destination.folder(),
                printing.as_ref(),
                self.paper.into(),
                |done, all| counter.tell(done, all),
            )
        })?;
        let stamp = Stamp {
            // What could not be printed is tried again by the next build.
            inputs: match made.files.failed.is_empty() {
                true => inputs,
                false => format!("incomplete {inputs}"),
            },
            pages: made.book.pages,
            warnings: made.book.warnings.clone(),
        };
        destination.commit(&stamp.to_string()).map_err(failed)?;
        Ok(made)
    }
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
