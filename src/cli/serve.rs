//! `tradeoff serve`: the book in a browser, built again after every change.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::anyhow;
use clap::{Args, ValueEnum};
use source::{Diagnostic, Format, Palette, Sources};

use super::output::{self, Outcome};
use super::{Context, progress};
use crate::book::{self, Made};
use crate::destination::Destination;
use crate::project::{self, Project, Stop};

const EXAMPLES: &str = "\
Examples:
  tradeoff serve              serves the book at http://127.0.0.1:3000/
  tradeoff serve --open       and opens it in a browser
  tradeoff serve --port 0     takes any free port and prints it

Pages reload by themselves. An edit that breaks something shows its diagnostics over the page, and the last good page stays.
The build stands in .tradeoff/; dist/ is not touched.";

/// Where the preview is built, below the project.
const FOLDER: &str = ".tradeoff/serve";

/// Serve the book on this machine and follow every change
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Serve {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 3000)]
    port: u16,

    /// Whether to open the book in a browser
    #[arg(long, value_enum, value_name = "YES|NO", default_value = "no", default_missing_value = "yes", num_args = 0..=1)]
    open: Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Open {
    Yes,
    No,
}

impl Serve {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let root = project::find(&cx.directory)?;
        let watched: Vec<PathBuf> = ["data", book::FOLDER, "templates"]
            .iter()
            .map(|it| root.join(it))
            .collect();
        let ready = |address: SocketAddr| {
            let address = format!("http://{address}/");
            // Whoever started this has gone if nobody reads; the preview is of use all the same.
            drop(output::line(&format!(
                "serving at {address} (Ctrl-C ends it)"
            )));
            if self.open == Open::Yes {
                open(&address);
            }
        };
        match site::serve::run(self.port, &watched, || rebuild(&root), ready) {
            Ok(never) => match never {},
            Err(error) => Err(anyhow!(error)),
        }
    }
}

/// Builds into the folder of the preview; the diagnostics of a failed build are printed, and returned for the page.
fn rebuild(root: &Path) -> Result<PathBuf, String> {
    let mut project = Project::load(root).map_err(|error| failed(&error))?;
    output::diagnostics(&project.diagnostics, &project.sources, Format::Full);
    if project.is_broken() {
        return Err(text(&project.diagnostics, &project.sources));
    }
    match build(&mut project) {
        Ok((made, folder)) => {
            made.warnings.iter().for_each(|it| output::warning(it));
            output::note(&format!("built {} pages", made.pages));
            Ok(folder)
        }
        Err(Stop::Found(found)) => {
            output::diagnostics(&found, &project.sources, Format::Full);
            Err(text(&found, &project.sources))
        }
        Err(Stop::Failed(error)) => Err(failed(&error)),
    }
}

fn build(project: &mut Project) -> Result<(Made, PathBuf), Stop> {
    let path = project.root.join(FOLDER);
    let destination = Destination::begin(&path).map_err(|error| Stop::Failed(error.into()))?;
    let folder = destination.folder().join(book::FOLDER);
    let made = progress::step("building the book", || book::make(project, &folder))?;
    destination
        .commit("preview\n")
        .map_err(|error| Stop::Failed(error.into()))?;
    Ok((made, path.join(book::FOLDER)))
}

fn failed(error: &anyhow::Error) -> String {
    output::failure(error);
    source::visible(&format!("error: {error:#}"))
}

fn text(found: &[Diagnostic], sources: &Sources) -> String {
    let text = source::render(found, sources, Format::Full, Palette::Plain);
    format!("{text}{}", output::tally(found))
}

/// Asks the system to show `address`; the system may have no browser.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if command.spawn().is_err() {
        output::note(&format!(
            "`{program}` cannot be started: open {address} yourself"
        ));
    }
}
