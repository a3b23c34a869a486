//! `tradeoff check`: everything that is wrong with records, templates and chapters, in one run.

use std::path::Path;

use anyhow::ensure;
use clap::Args;
use source::{Diagnostic, Format, Sources};

use super::output::{self, Outcome};
use super::report::{self, Form};
use super::{Context, completeness, progress};
use crate::book;
use crate::mend::{self, Mend, Mended};
use crate::project::{self, Project, Stop};

const EXAMPLES: &str = "\
Examples:
  tradeoff check                     every finding with its lines and what to do
  tradeoff check --fix               mends what has one certain mend, and reports the rest
  tradeoff check --fix --dry-run     shows what that would change, as a diff, and what would remain
  tradeoff check --format concise    one line per finding, for editors and scripts
  tradeoff check --format sarif      a document for code scanning; also json and github
  tradeoff check --report            how complete and how balanced the records are
  tradeoff explain RULE              what a finding means, and what to do about it

Lines are as long as the terminal is wide, 80 to 140 characters; COLUMNS, where it is set, comes first.
Fields of json: rule, level (error or warning), file, line, column, end_line, end_column, message, label, also (places with
label), help and notes (texts), and fix (edits: places with text) where there is one certain mend. Lines and columns count
from 1, columns in characters; the end is the place behind; a finding about a whole file stands at 1:1.
Exit codes: 0 no error, warnings at most; 1 errors; 2 the check could not run.";

/// Report everything that is wrong with records, templates and chapters
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Check {
    /// How findings are written
    #[arg(long, value_enum, default_value_t)]
    format: Form,

    /// Show every finding, not the first 200 only
    #[arg(long)]
    all: bool,

    /// Mend what has one certain mend: misspelt ids, words and fields
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,

    /// Print how complete and how balanced the records are, instead of checking them
    #[arg(long, conflicts_with_all = ["all", "fix", "format"])]
    report: bool,
}

impl Check {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        ensure!(
            !(self.dry_run && self.format.is_for_programs()),
            "--dry-run prints a diff where this format would stand: leave one out"
        );
        let root = project::find(&cx.directory)?;
        if self.report {
            return sum_up(&root, cx);
        }
        let mut project = Project::load(&root)?;
        if !self.fix {
            project.judge(cx.today);
            return self.report(project);
        }
        let mended = mend::mended(project, cx.today);
        if self.dry_run {
            return self.show(mended);
        }
        let written = write(&mended.mends, &root);
        let mut project = Project::load(&root)?;
        project.judge(cx.today);
        let outcome = self.report(project)?;
        Ok(if written { outcome } else { Outcome::Findings })
    }

    /// Shows the fixes and what would remain; what they fix still counts, for nothing was written.
    fn show(&self, mended: Mended) -> anyhow::Result<Outcome> {
        let Mended {
            mends,
            project,
            was_wrong,
        } = mended;
        for mend in &mends {
            output::document(mend.diff().as_bytes())?;
        }
        if !mends.is_empty() {
            output::note(&sum(&mends.iter().collect::<Vec<_>>(), true));
        }
        let outcome = self.report(project)?;
        Ok(if was_wrong {
            Outcome::Findings
        } else {
            outcome
        })
    }

    fn report(&self, mut project: Project) -> anyhow::Result<Outcome> {
        // Directives that name a record which was not understood are not at fault.
        let found = if project.is_broken() {
            Vec::new()
        } else {
            match progress::step("reading the book", || book::check(&mut project)) {
                Ok(found) | Err(Stop::Found(found)) => found,
                Err(Stop::Failed(error)) => {
                    self.print(&project, Vec::new())?;
                    return Err(error);
                }
            }
        };
        self.print(&project, found)
    }

    fn print(&self, project: &Project, found: Vec<Diagnostic>) -> anyhow::Result<Outcome> {
        let mut all = project.diagnostics.clone();
        all.extend(found);
        Diagnostic::sort(&mut all, &project.sources);
        let outcome = report::write(&all, &project.sources, &project.root, self.format, self.all)?;
        if let Some(text) = self.end(&all, &project.sources) {
            output::note(&text);
        }
        Ok(outcome)
    }

    /// What is worth saying below the findings to somebody who reads them.
    fn end(&self, found: &[Diagnostic], sources: &Sources) -> Option<String> {
        if self.format.is_for_programs() {
            return None;
        }
        if self.dry_run {
            let number = match found.len() {
                0 => "nothing".to_owned(),
                _ => output::tally(found),
            };
            return Some(format!("{number} would remain"));
        }
        let certain = source::apply(found, sources).applied.len();
        (certain > 0 && !self.fix).then(|| format!("`--fix` mends {certain} of these"))
    }
}

/// Makes the fixes, and says whether every file took its own.
fn write(mends: &[Mend], root: &Path) -> bool {
    let mut written = Vec::new();
    for mend in mends {
        match mend.write(root) {
            Ok(()) => written.push(mend),
            Err(refused) => {
                output::error(&format!("`{}` is left as it is: {refused}", mend.path));
            }
        }
    }
    if !written.is_empty() {
        output::note(&sum(&written, false));
    }
    written.len() == mends.len()
}

/// Prints the report on records that can be read; of others it would count what happens to be understood.
fn sum_up(root: &Path, cx: &Context) -> anyhow::Result<Outcome> {
    let project = Project::load(root)?;
    if project.is_broken() {
        let outcome = output::diagnostics(&project.diagnostics, &project.sources, Format::Full);
        output::note("no report: mend these records first");
        return Ok(outcome);
    }
    output::document(completeness::text(&project.model, cx.today).as_bytes())?;
    Ok(Outcome::Clean)
}

/// How much was mended, and where.
fn sum(mends: &[&Mend], dry_run: bool) -> String {
    /// At most this many files are named.
    const NAMED: usize = 10;
    let findings = mends.iter().map(|it| it.findings).sum();
    let names = mends.iter().take(NAMED).map(|it| format!("`{}`", it.path));
    let names = names.collect::<Vec<_>>().join(", ");
    let more = match mends.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (would, nothing) = if dry_run {
        ("would mend", "; nothing was written")
    } else {
        ("mended", "")
    };
    let findings = output::count(findings, "finding");
    format!("{would} {findings} in {names}{more}{nothing}")
}
