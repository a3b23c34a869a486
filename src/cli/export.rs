//! `tradeoff export`: a table in other formats.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, ensure};
use clap::Args;
use export::{Format, Written};
use model::{Kind, Model};
use source::Format as Form;

use super::Context;
use super::output::{self, Outcome};
use crate::project::{self, Project};

const EXAMPLES: &str = "\
Examples:
  tradeoff export --list                                 the tables there are
  tradeoff export overview                               a table as Markdown, on standard output
  tradeoff export overview --format csv > overview.csv
  tradeoff export overview --format md,csv --out tables  tables/overview.md and tables/overview.csv

What a format has no place for (the marks, in CSV) is named on standard error.";

/// Write a table in other formats
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// The id of the table: the name of its file in data/tables/
    #[arg(required_unless_present = "list")]
    table: Option<String>,

    /// The formats, separated by commas
    #[arg(long, value_name = "FORMAT,…", value_delimiter = ',', value_parser = format, default_value = "md", help = formats())]
    format: Vec<Format>,

    /// The folder for the files; `-`, the default, is standard output and takes one format
    #[arg(long, value_name = "DIR", default_value = "-")]
    out: PathBuf,

    /// List the tables instead
    #[arg(long, conflicts_with_all = ["table", "format", "out"])]
    list: bool,
}

impl Export {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let project = Project::load(&project::find(&cx.directory)?)?;
        let outcome = output::diagnostics(&project.diagnostics, &project.sources, Form::Full);
        if project.is_broken() {
            output::note("nothing was exported: mend the errors first");
            return Ok(outcome);
        }
        match &self.table {
            Some(table) => self.table(table, &project)?,
            None => list(&project.model)?,
        }
        Ok(outcome)
    }

    fn table(&self, id: &str, project: &Project) -> anyhow::Result<()> {
        let record = project
            .model
            .tables
            .get(id)
            .ok_or_else(|| unknown(id, &project.model))?;
        let to_stdout = self.out.as_os_str() == "-";
        let mut formats: Vec<Format> = Vec::new();
        for format in &self.format {
            if !formats.contains(format) {
                formats.push(*format);
            }
        }
        ensure!(
            !to_stdout || formats.len() == 1,
            "standard output takes one format: name a folder for several with `--out`"
        );
        let table = document::comparison(record, &project.model, &project.scores);
        for format in formats {
            let Written { bytes, losses } = export::write(&table, format);
            if to_stdout {
                output::document(&bytes).context("standard output cannot be written")?;
            } else {
                let path = self.out.join(format!("{id}.{}", format.extension()));
                write(&path, &bytes)
                    .with_context(|| format!("cannot write `{}`", path.display()))?;
                output::line(&format!("wrote {}", path.display()))?;
            }
            if !losses.is_empty() {
                let words: Vec<&str> = losses.iter().map(|it| it.words()).collect();
                output::note(&format!(
                    "{} has no place for {}",
                    format.extension(),
                    words.join(", ")
                ));
            }
        }
        Ok(())
    }
}

/// Ids and titles of all tables.
fn list(model: &Model) -> io::Result<()> {
    let ids = model.ids(Kind::Table);
    let width = ids.iter().map(|id| id.len()).max().unwrap_or_default();
    for id in ids {
        let title = model.title_of(Kind::Table, id).unwrap_or_default();
        output::line(&format!("{:width$}  {title}", id.as_str()))?;
    }
    Ok(())
}

fn unknown(id: &str, model: &Model) -> anyhow::Error {
    let known = model.ids(Kind::Table);
    match model::nearest(id, known.iter().map(|it| it.as_str())) {
        Some(near) => anyhow!("there is no table `{id}`: did you mean `{near}`?"),
        None => {
            anyhow!("there is no table `{id}`: `tradeoff export --list` names those that there are")
        }
    }
}

/// Writes beside and renames, so that a failure leaves the file that was there.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension(format!("{}.unfinished", std::process::id()));
    let result = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if result.is_err() {
        drop(fs::remove_file(&beside));
    }
    result
}

fn format(name: &str) -> Result<Format, String> {
    Format::from_extension(name).ok_or_else(|| format!("the formats are {}", names()))
}

fn formats() -> String {
    format!("The formats, separated by commas: {}", names())
}

fn names() -> String {
    let names: Vec<String> = Format::ALL
        .iter()
        .map(|it| format!("`{}`", it.extension()))
        .collect();
    names.join(", ")
}
