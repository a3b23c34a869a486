//! `tradeoff fmt`: writes records in their canonical form.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use format::canonical;
use model::Shape;
use source::{Diagnostic, FileId, Format, SourceFile, Sources, Span};

use super::Context;
use super::output::{self, Outcome};
use crate::project;
use crate::rewrite::rewrite;

const EXAMPLES: &str = "\
Examples:
  tradeoff fmt                       every record of the project
  tradeoff fmt data/facts            the facts
  tradeoff fmt --check               names the files that would change, and changes none

Fields stand in the order of their declaration, cells are sorted by id, lists break at 120 characters, prose begins on a line
of its own. Values, comments and line breaks stay.
Exit codes: 0 all are canonical now, 1 some are not (with --check) or cannot be, 2 could not run.";

/// Write records in their canonical form
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Fmt {
    /// Name the files that are not canonical, and write none
    #[arg(long)]
    check: bool,

    /// Files and folders below data/, instead of all of it
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// A file that is not canonical.
struct Change {
    file: FileId,
    text: String,
}

impl Fmt {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let root = project::find(&cx.directory)?;
        let wanted = wanted(&self.paths, &cx.directory, &root)?;
        let is_wanted = |path: &str| wanted.is_empty() || wanted.iter().any(|it| within(path, it));
        let mut sources = Sources::default();
        let contents = source::read_folder(&root, "data", &mut sources)
            .with_context(|| format!("`{}` cannot be listed", root.join("data").display()))?;
        let mut found = contents.diagnostics;
        found.retain(|it| is_wanted(&sources.file(it.primary.span.file).path));
        let files = contents.files.into_iter();
        let files: Vec<_> = files
            .filter(|it| is_wanted(&sources.file(*it).path))
            .collect();
        let mut changes = Vec::new();
        for id in files {
            match formatted(id, sources.file(id)) {
                Ok(Some(text)) => changes.push(Change { file: id, text }),
                Ok(None) => {}
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
        Diagnostic::sort(&mut found, &sources);
        let outcome = output::diagnostics(&found, &sources, Format::Full);
        let done = if self.check {
            tell(&changes, &sources)?
        } else {
            write(&changes, &sources, &root)?
        };
        Ok(if done { outcome } else { Outcome::Findings })
    }
}

/// The canonical text of a file if it is another; nothing for one that is no record.
fn formatted(id: FileId, file: &SourceFile) -> Result<Option<String>, Box<Diagnostic>> {
    let below = file.path.strip_prefix("data/").unwrap_or(&file.path);
    let Some(shape) = Shape::of_file(below) else {
        return Ok(None);
    };
    match canonical(&file.text, &shape) {
        Ok(text) => Ok((text != *file.text).then_some(text)),
        Err(refused) => {
            let span = Span::new(id, refused.range);
            let found = Diagnostic::error("syntax", span, refused.message);
            Err(Box::new(
                found.help("mend it first: only TOML has a canonical form"),
            ))
        }
    }
}

/// Names the files, and says whether there is none.
fn tell(changes: &[Change], sources: &Sources) -> anyhow::Result<bool> {
    for change in changes {
        output::line(&sources.file(change.file).path)?;
    }
    if !changes.is_empty() {
        let files = output::count(changes.len(), "file");
        output::note(&format!("{files} would change: run `tradeoff fmt`"));
    }
    Ok(changes.is_empty())
}

/// Writes the files, and says whether that was possible for all.
fn write(changes: &[Change], sources: &Sources, root: &Path) -> anyhow::Result<bool> {
    let mut written = 0;
    for Change { file, text } in changes {
        let file = sources.file(*file);
        let mark = if file.bom { "\u{feff}" } else { "" };
        let new = format!("{mark}{text}");
        match rewrite(
            &root.join(&file.path),
            file.on_disk().as_bytes(),
            new.as_bytes(),
        ) {
            Ok(()) => written += 1,
            Err(refused) => output::error(&format!("`{}` is left as it is: {refused}", file.path)),
        }
    }
    output::line(&format!("formatted {}", output::count(written, "file")))?;
    Ok(written == changes.len())
}

/// The paths that were asked for, from the project's root and with `/` between parts.
fn wanted(paths: &[PathBuf], directory: &Path, root: &Path) -> anyhow::Result<Vec<String>> {
    let mut wanted = Vec::new();
    for path in paths {
        let shown = path.display();
        let real = directory.join(path).canonicalize();
        let real = real.with_context(|| format!("`{shown}` cannot be opened"))?;
        let data = root.join("data").canonicalize()?;
        let Ok(below) = real.strip_prefix(&data) else {
            bail!(
                "`{shown}` is not in `data/` of this project: only records have a canonical form"
            );
        };
        let parts = below.iter().map(|part| part.to_string_lossy());
        let parts: Vec<_> = std::iter::once("data".into()).chain(parts).collect();
        wanted.push(parts.join("/"));
    }
    Ok(wanted)
}

/// Whether `path` is `folder` or lies in it.
fn within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
