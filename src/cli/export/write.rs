//! Writes what `tradeoff export` was asked for.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail, ensure};
use document::Subject;
use export::{Format, Written};

use super::super::output::{self, Outcome};
use super::super::printed;
use super::Export;
use crate::outputs::content::{Content, Library};
use crate::outputs::manifest::{self, Entry, Manifest};
use crate::outputs::{Printing, catalog, jobs, powerpoint};
use crate::press::{Job, Output, Pace};
use crate::project::Project;
use crate::whole_file;

/// A file to write.
struct File {
    subject: Subject,
    format: Format,
    path: PathBuf,
}

/// What was asked for: each of `wanted` in each format.
fn files(asked: &Export, wanted: &[Subject]) -> Vec<File> {
    let of = |subject: &Subject| {
        let formats = asked.formats(subject).into_iter();
        let files = formats.map(|format| File {
            subject: subject.clone(),
            format,
            path: asked.out.join(catalog::file_name(subject, format)),
        });
        files.collect::<Vec<_>>()
    };
    wanted.iter().flat_map(of).collect()
}

/// Refuses what standard output cannot take.
fn fit_for_stdout(files: &[File]) -> anyhow::Result<()> {
    let [file] = files else {
        bail!("standard output takes one file: name a folder for several with `--out`");
    };
    ensure!(
        is_text(file.format) || !io::stdout().is_terminal(),
        "{} is no text for a terminal: name a folder with `--out`, or send standard output to a file",
        file.format.name()
    );
    Ok(())
}

/// Writes all files, or one to standard output.
pub(super) fn write(
    asked: &Export,
    wanted: &[Subject],
    library: &Library,
    project: &Project,
) -> anyhow::Result<Outcome> {
    let to_stdout = asked.out.as_os_str() == "-";
    let files = files(asked, wanted);
    if to_stdout {
        fit_for_stdout(&files)?;
    }
    let template = match &asked.template {
        _ if files.iter().all(|it| it.format != Format::Pptx) => None,
        Some(path) => Some(powerpoint::template(path, asked.layout.as_deref())?),
        None => Some(powerpoint::base(&project.root)?),
    };
    let mut outcome = Outcome::Clean;
    let mut printed = Vec::new();
    let mut listed = Vec::new();
    for file in &files {
        let Some(content) = library.content(&file.subject, &asked.selection()) else {
            let name = catalog::name(&file.subject);
            output::error(&format!(
                "`{name}` was not decided, so there is nothing to write"
            ));
            outcome = Outcome::Findings;
            continue;
        };
        if file.format.is_printed() {
            printed.push((file, content));
            continue;
        }
        let Written { bytes, losses } = match (&template, file.format) {
            (Some(template), Format::Pptx) => {
                let (written, overflows) = library.powerpoint(&content, template)?;
                overflows.iter().for_each(printed::overflow);
                written
            }
            _ => content.write(file.format, asked.settings())?,
        };
        if to_stdout {
            output::document(&bytes).context("standard output cannot be written")?;
        } else {
            put(&file.path, &bytes)?;
            listed.push((
                file,
                Entry::new(
                    catalog::kind(file.format),
                    &bytes,
                    Some(content.stamp().to_string()),
                ),
            ));
        }
        let words: Vec<&str> = losses.iter().map(|it| it.words()).collect();
        if !words.is_empty() {
            let format = file.format.name();
            output::note(&format!("{format} has no place for {}", words.join(", ")));
        }
    }
    let (done, more) = print(asked, &printed, project, to_stdout)?;
    listed.extend(more);
    if !to_stdout {
        list(&asked.out, &listed, &library.model.revision)?;
    }
    Ok(outcome.and(done))
}

/// Whether a terminal can show it.
fn is_text(format: Format) -> bool {
    !matches!(
        format,
        Format::Xlsx | Format::Pptx | Format::Pdf | Format::Png
    )
}

type Listed<'f> = Vec<(&'f File, Entry)>;

/// Prints documents into a folder of their own, and puts those that are whole in their places.
fn print<'f>(
    asked: &Export,
    files: &[(&'f File, Content)],
    project: &Project,
    to_stdout: bool,
) -> anyhow::Result<(Outcome, Listed<'f>)> {
    if files.is_empty() {
        return Ok((Outcome::Clean, Vec::new()));
    }
    let printing = Printing::of(project, true)?;
    let printing = printing.ok_or_else(|| anyhow!(printed::missing("nothing can be printed")))?;
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let made: Vec<PathBuf> = files
        .iter()
        .enumerate()
        .map(|(at, _)| folder.path().join(at.to_string()))
        .collect();
    let mut all = Vec::new();
    for ((file, content), path) in files.iter().zip(&made) {
        all.extend(job(asked, file, content, path));
    }
    let answers = printing.print(&all, &Pace::full(), |_, _| {});
    let mut listed = Vec::new();
    for ((file, content), path) in files.iter().zip(&made) {
        let Ok(bytes) = fs::read(path) else {
            continue;
        };
        if to_stdout {
            output::document(&bytes).context("standard output cannot be written")?;
            continue;
        }
        put(&file.path, &bytes)?;
        let stamp = content.stamp().to_string();
        listed.push((
            *file,
            Entry::new(catalog::kind(file.format), &bytes, Some(stamp)),
        ));
    }
    for answer in &answers {
        let losses = answer.losses.iter();
        losses.for_each(|it| output::note(&format!("{}: {it}", answer.name)));
    }
    let wrong: Vec<_> = answers
        .into_iter()
        .filter(|it| !it.diagnostics.is_empty())
        .collect();
    Ok((printed::failures(&wrong), listed))
}

fn job(asked: &Export, file: &File, content: &Content, path: &Path) -> Option<Job> {
    let name = catalog::file_name(&file.subject, file.format);
    let picture = |format: &'static str| {
        let path = path.to_owned();
        jobs::picture(content, name.clone(), vec![Output { format, path }])
    };
    match file.format {
        Format::Svg => picture("svg"),
        Format::Png => picture("png"),
        _ => {
            let (job, told) =
                jobs::page(content, asked.paper.into(), name.clone(), path.to_owned())?;
            if let Some(told) = told {
                output::note(&format!("{name}: {told}"));
            }
            Some(job)
        }
    }
}

/// Writes a file whole or not at all, and says so.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    whole_file::write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))?;
    output::line(&format!("wrote {}", path.display()))?;
    Ok(())
}

/// Notes files that carry no stamp of their own in the manifest of their folder.
fn list(folder: &Path, listed: &[(&File, Entry)], revision: &str) -> anyhow::Result<()> {
    let needs = |format| matches!(format, Format::Csv | Format::Svg | Format::Png);
    let mut entries = listed
        .iter()
        .filter(|(file, _)| needs(file.format))
        .peekable();
    if entries.peek().is_none() {
        return Ok(());
    }
    let mut all = Manifest::read(folder).unwrap_or_default();
    revision.clone_into(&mut all.revision);
    for (file, entry) in entries {
        let name = catalog::file_name(&file.subject, file.format);
        all.files.insert(name, entry.clone());
    }
    let path = folder.join(manifest::FILE);
    whole_file::write(&path, all.text().as_bytes())
        .with_context(|| format!("cannot write `{}`", path.display()))
}
