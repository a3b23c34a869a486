//! `tradeoff decide`: the verdict of a use case, or of a problem that comes from elsewhere.

mod text;

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow};
use clap::{Args, ValueEnum};
use document::decision::{Names, played};
use document::sentence::Sentences;
use model::{Kind, Model};
use source::{Format, visible};
use verdict::Verdict;
use verdict::json::{self, JsonError};

use super::Context;
use super::output::{self, Outcome};
use crate::project::{self, Project};

const EXAMPLES: &str = "\
Examples:
  tradeoff decide image-resize                    which option wins, how surely, and why
  tradeoff decide image-resize --with 'q=requests:2e6'
                                                  the same with your own amounts and weights
  tradeoff decide image-resize --format json      everything that was computed, as one line of JSON
  tradeoff decide image-resize --format problem   what was decided, as JSON to change and to hand to --problem
  tradeoff decide --problem problem.json          a problem as JSON, its result as JSON
  tradeoff decide --problem - < problem.json      the same from standard input

What is wrong with a problem is written to standard error as JSON: `error`, and `path`, the field that is at fault.
Exit codes: 0 decided, 1 the records have errors, 2 nothing could be decided.";

/// Decide a use case, or a problem that is written as JSON
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Decide {
    /// The id of the use case: the name of its file in data/use-cases/
    #[arg(value_name = "USE-CASE", required_unless_present = "problem")]
    use_case: Option<String>,

    /// How the verdict is written
    #[arg(long, value_enum, default_value_t)]
    format: Form,

    /// Your own weights (0 to 100 points) and amounts, as they stand in the address of a decision page:
    /// `w=NEED:POINTS,…&q=QUANTITY:NUMBER,…`; in a use case with components `COMPONENT/NEED` and `COMPONENT/QUANTITY`
    #[arg(long, value_name = "STATE", conflicts_with = "problem")]
    with: Option<String>,

    /// Decide the problem in this file instead, and write its result as JSON; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["use_case", "format"])]
    problem: Option<PathBuf>,
}

/// How a verdict is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    #[default]
    Text,
    /// For programs, as one line
    Json,
    /// What was decided, as a problem in JSON that --problem reads
    Problem,
}

/// Why a problem has no result.
enum Refusal {
    /// The text is no problem, or one that cannot be solved.
    Problem(JsonError),
    /// It could not be read, or the result not be written.
    Failed(anyhow::Error),
}

impl Decide {
    /// Runs the verb and gives the exit code: refused problems are told in a form of their own.
    pub(super) fn run(&self, cx: &Context) -> ExitCode {
        let refusal = match (&self.problem, &self.use_case) {
            (Some(file), _) => match problem(file) {
                Ok(()) => return ExitCode::SUCCESS,
                Err(refusal) => refusal,
            },
            (None, id) => match self.use_case(id.as_deref().unwrap_or_default(), cx) {
                Ok(outcome) => return outcome.code(),
                Err(error) => Refusal::Failed(error),
            },
        };
        match refusal {
            Refusal::Failed(error) => output::failure(&error),
            Refusal::Problem(error) => refused(&error),
        }
    }

    fn use_case(&self, id: &str, cx: &Context) -> anyhow::Result<Outcome> {
        let mut project = Project::load(&project::find(&cx.directory)?)?;
        if !project.is_broken() && project.model.use_cases.get(id).is_none() {
            return Err(unknown(id, &project.model));
        }
        project.decide();
        let sentences = project.sentences()?.unwrap_or_else(|wrong| {
            project.diagnostics.extend(wrong);
            Sentences::builtin()
        });
        let outcome = output::diagnostics(&project.diagnostics, &project.sources, Format::Full);
        match project.verdicts.get(id) {
            Some(verdict) => self.write(verdict, &project.model, &sentences)?,
            None => output::note(&format!("`{id}` was not decided: mend the errors first")),
        }
        Ok(outcome)
    }

    fn write(&self, verdict: &Verdict, model: &Model, sentences: &Sentences) -> anyhow::Result<()> {
        let Verdict { problem, outcome } = verdict;
        let Some(use_case) = model.use_cases.get(outcome.id()) else {
            return Ok(());
        };
        let names = Names::of(use_case, problem, model);
        let state = self.with.as_deref().unwrap_or_default();
        let played = played(problem, outcome, &names, sentences, state);
        let text = match self.format {
            Form::Text => text::verdict(&played, &names, model, sentences),
            Form::Json => json::outcome(&played.outcome) + "\n",
            Form::Problem => json::problem_text(&played.problem) + "\n",
        };
        if self.format != Form::Text {
            for line in &played.lines {
                output::note(&document::plain(&line.runs));
            }
        }
        output::document(text.as_bytes()).context("standard output cannot be written")
    }
}

/// Decides the problem in `file` and writes the result.
fn problem(file: &Path) -> Result<(), Refusal> {
    let text = read(file).map_err(Refusal::Failed)?;
    let problem = json::problem(&text).map_err(Refusal::Problem)?;
    let outcome = decide::solve(&problem).map_err(|it| Refusal::Problem(it.into()))?;
    let result = json::outcome(&outcome) + "\n";
    let written = output::document(result.as_bytes()).context("standard output cannot be written");
    written.map_err(Refusal::Failed)
}

fn read(file: &Path) -> anyhow::Result<String> {
    if file.as_os_str() != "-" {
        return fs::read_to_string(file)
            .with_context(|| format!("`{}` cannot be read", file.display()));
    }
    let mut text = String::new();
    let read = io::stdin().read_to_string(&mut text);
    read.context("standard input cannot be read")?;
    Ok(text)
}

/// Tells what is wrong with a problem, as JSON: whoever sent one is a program more often than not.
fn refused(error: &JsonError) -> ExitCode {
    let mut err = io::stderr().lock();
    let json = error.json();
    let json = if err.is_terminal() {
        visible(&json)
    } else {
        json
    };
    // When nobody reads standard error there is nobody to tell.
    drop(writeln!(err, "{json}"));
    ExitCode::from(2)
}

fn unknown(id: &str, model: &Model) -> anyhow::Error {
    let known = model.ids(Kind::UseCase);
    match model::nearest(id, known.iter().map(|it| it.as_str())) {
        Some(near) => anyhow!("there is no use case `{id}`: did you mean `{near}`?"),
        None => anyhow!("there is no use case `{id}`: `data/use-cases` has a file for each"),
    }
}
