//! `tradeoff export`: tables, decisions, slides and the whole comparison as files.

mod list;
mod verify;
mod write;

use std::path::PathBuf;

use anyhow::{bail, ensure};
use clap::{Args, ValueEnum};
use document::{Selection, Subject};
use export::{Format, Settings};
use model::{Kind, Model};
use source::Format as Form;

use super::Context;
use super::output::{self, Outcome};
use super::printed::Sheet;
use crate::outputs::catalog;
use crate::outputs::content::Library;
use crate::project::{self, Project, Stop};

const EXAMPLES: &str = "\
Examples:
  tradeoff export --list                                     what there is, and in which formats
  tradeoff export overview                                   a table as Markdown, on standard output
  tradeoff export overview --format xlsx,pdf --out tables    tables/overview.xlsx and tables/overview.pdf
  tradeoff export overview --options hammer,drill --only differing
  tradeoff export use-case:move-house --format pdf --out .   a decision on two pages
  tradeoff export overview --format pptx --template corp.potx --layout 'Title Only' --out .
  tradeoff export comparison --format pdf,xlsx --out .       everything
  tradeoff export --verify tables/*                          which files are stale, and which rows changed

What a format has no place for (the marks, in CSV) is named on standard error.
Exit codes: 0 written or up to date, 1 findings or stale, 2 could not run.";

/// Write tables, decisions, slides or everything as files
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// What to write: a table, `use-case:ID`, `deck:ID`, or `comparison` for everything
    #[arg(value_name = "WHAT", required_unless_present_any = ["list", "verify"])]
    subjects: Vec<String>,

    /// The formats, separated by commas
    #[arg(long, value_name = "FORMAT,…", value_delimiter = ',', value_parser = format, help = formats())]
    format: Vec<Format>,

    /// The folder for the files; `-`, the default, is standard output and takes one file
    #[arg(long, value_name = "DIR", default_value = "-")]
    out: PathBuf,

    /// Only these options, in this order
    #[arg(long, value_name = "OPTION,…", value_delimiter = ',')]
    options: Vec<String>,

    /// Only some of the rows
    #[arg(long, value_enum)]
    only: Option<Only>,

    /// The paper of PDFs
    #[arg(long, value_enum, default_value_t)]
    paper: Sheet,

    /// Make slides from this `.pptx` or `.potx` of your own
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// The layout of the template for tables; without it, the one that suits best
    #[arg(long, value_name = "NAME", requires = "template")]
    layout: Option<String>,

    /// Begin CSV with a byte order mark, which Excel needs to see UTF-8
    #[arg(long)]
    bom: bool,

    /// What separates the fields of CSV
    #[arg(long, value_name = "CHARACTER", default_value = ",", value_parser = separator)]
    separator: char,

    /// Write CSV for programs: nothing is guarded against spreadsheets that take a text for a formula
    #[arg(long)]
    raw: bool,

    /// List what there is instead; as JSON with `--format json`
    #[arg(long, conflicts_with_all = ["subjects", "out", "verify"])]
    list: bool,

    /// Say whether these files still show what the data says; as JSON with `--format json`
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["subjects", "out"])]
    verify: Vec<PathBuf>,
}

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Only {
    /// Those in which the options differ
    Differing,
}

impl Export {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let mut project = Project::load(&project::find(&cx.directory)?)?;
        if project.is_broken() {
            output::diagnostics(&project.diagnostics, &project.sources, Form::Full);
            output::note("nothing was exported: mend the errors first");
            return Ok(Outcome::Findings);
        }
        if self.list {
            return list::list(&project.model, self.as_json()?);
        }
        let wanted = self.wanted(&project.model)?;
        let library = match Library::of(&mut project) {
            Ok(library) => library,
            Err(Stop::Found(found)) => {
                output::diagnostics(&found, &project.sources, Form::Full);
                output::note("nothing was exported: mend the errors first");
                return Ok(Outcome::Findings);
            }
            Err(Stop::Failed(error)) => return Err(error),
        };
        let outcome = output::diagnostics(&project.diagnostics, &project.sources, Form::Full);
        let done = match self.verify.is_empty() {
            true => write::write(self, &wanted, &library, &project)?,
            false => verify::verify(&self.verify, &library, self.as_json()?)?,
        };
        Ok(outcome.and(done))
    }

    /// What is to be written; each of it has all of the formats.
    fn wanted(&self, model: &Model) -> anyhow::Result<Vec<Subject>> {
        let mut wanted = Vec::new();
        for text in &self.subjects {
            let subject = catalog::find(text, model)?;
            for format in self.formats(&subject) {
                catalog::check(&subject, format)?;
            }
            let is_table = matches!(subject, Subject::Table(_));
            ensure!(
                is_table || self.selection().is_all(),
                "`{text}` is no table: `--options` and `--only` take a part of a table"
            );
            wanted.push(subject);
        }
        ensure!(
            self.template.is_none() || self.format.contains(&Format::Pptx),
            "`--template` is for `--format pptx`"
        );
        for id in &self.options {
            if model.options.get(id.as_str()).is_none() {
                bail!(unknown_option(id, model));
            }
        }
        Ok(wanted)
    }

    /// The formats that were asked for, each once; Markdown if nobody asked, and for slides Marp.
    fn formats(&self, subject: &Subject) -> Vec<Format> {
        let mut formats: Vec<Format> = Vec::new();
        for format in &self.format {
            if !formats.contains(format) {
                formats.push(*format);
            }
        }
        if formats.is_empty() {
            formats.push(match subject {
                Subject::Deck(_) => Format::Marp,
                _ => Format::Markdown,
            });
        }
        formats
    }

    fn selection(&self) -> Selection {
        Selection {
            options: (!self.options.is_empty()).then(|| self.options.clone()),
            differing: self.only == Some(Only::Differing),
        }
    }

    fn settings(&self) -> Settings {
        Settings {
            bom: self.bom,
            raw: self.raw,
            separator: self.separator,
        }
    }

    /// Whether what is said, not what is written, is wanted as JSON.
    fn as_json(&self) -> anyhow::Result<bool> {
        match self.format[..] {
            [] => Ok(false),
            [Format::Json] => Ok(true),
            _ => bail!("with `--list` and `--verify`, `--format` takes `json` only"),
        }
    }
}

fn unknown_option(id: &str, model: &Model) -> String {
    let known = model.ids(Kind::Alternative);
    match model::nearest(id, known.iter().map(|it| it.as_str())) {
        Some(near) => format!("there is no option `{id}`: did you mean `{near}`?"),
        None => format!("there is no option `{id}`: `data/options` has a file for each"),
    }
}

fn format(name: &str) -> Result<Format, String> {
    let names = || Format::ALL.iter().map(|it| it.name());
    let known = Format::ALL.into_iter().find(|it| it.name() == name);
    known.ok_or_else(|| match model::nearest(name, names()) {
        Some(near) => format!("did you mean `{near}`? The formats are {}", all_names()),
        None => format!("the formats are {}", all_names()),
    })
}

fn formats() -> String {
    format!("The formats, separated by commas: {}", all_names())
}

fn all_names() -> String {
    let names: Vec<String> = Format::ALL
        .iter()
        .map(|it| format!("`{}`", it.name()))
        .collect();
    names.join(", ")
}

fn separator(text: &str) -> Result<char, String> {
    let mut chars = match text {
        "\\t" | "tab" => "\t".chars(),
        text => text.chars(),
    };
    match (chars.next(), chars.next()) {
        (Some(it), None) if it != '"' && it != '\r' && it != '\n' => Ok(it),
        _ => Err("one character, such as `;`, or `tab`; no quote".to_owned()),
    }
}
