//! `tradeoff accept`: says that verdicts are right as they are now, and why.

mod record;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, anyhow, ensure};
use clap::Args;
use model::Kind;
use similar::TextDiff;
use source::{Diagnostic, Format};
use verdict::lock::{self, Change, Entry, How, Lock};

use super::output::{self, Outcome};
use super::{Context, progress};
use crate::project::{self, Project};
use crate::rewrite;

const EXAMPLES: &str = "\
Examples:
  tradeoff accept --because \"prices of November\"               every verdict that has changed
  tradeoff accept always-on --because \"two teams, one cluster\"  that of one use case
  tradeoff accept --because \"…\" --dry-run                       shows what would be written, as a diff

Writes data/verdicts.lock, and for every verdict that has changed a record in data/changes/ with both verdicts and the reason.
The reason is text of a record: it may link to records and show facts. Figures may drift without being accepted.
Exit codes: 0 accepted, or nothing has changed; 1 the records have errors and nothing was written; 2 it could not run.";

/// Accept verdicts that have changed, and say why
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Accept {
    /// The ids of use cases; all whose verdicts have changed without
    #[arg(value_name = "USE-CASE")]
    use_cases: Vec<String>,

    /// Why the verdicts are right as they are now
    #[arg(long, value_name = "TEXT")]
    because: String,

    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// A file to write: its path, what it holds if it is there, and what it shall hold.
struct Writing {
    path: String,
    before: Option<String>,
    after: String,
}

impl Accept {
    pub(super) fn run(&self, cx: &Context) -> anyhow::Result<Outcome> {
        let because = self.because.trim();
        ensure!(
            !because.is_empty(),
            "a reason is needed: say with `--because` why the verdicts are right"
        );
        let root = project::find(&cx.directory)?;
        let mut project = Project::load(&root)?;
        progress::step("deciding", || project.decide());
        if output::diagnostics(&project.diagnostics, &project.sources, Format::Full)
            == Outcome::Findings
        {
            output::note("nothing was accepted: mend the errors first");
            return Ok(Outcome::Findings);
        }
        let changes = self.wanted(&project)?;
        if changes.is_empty() {
            output::line(&match self.use_cases.as_slice() {
                [] => "nothing has changed: every verdict is the accepted one".to_owned(),
                ids => format!("nothing has changed for `{}`", ids.join("`, `")),
            })?;
            return Ok(Outcome::Clean);
        }
        let records = record::records(&changes, because, &project, cx.today)?;
        let mut writings: Vec<_> = records
            .into_iter()
            .map(|(path, after)| Writing {
                path,
                before: None,
                after,
            })
            .collect();
        // Last: until the lock is written, a run that was cut short can be repeated.
        writings.push(locked(&changes, because, &project, cx)?);
        let (project, found) = judged(project, &writings, cx);
        if output::diagnostics(&found, &project.sources, Format::Full) == Outcome::Findings {
            output::note("nothing was written: the reason is text of a record, mend it first");
            return Ok(Outcome::Findings);
        }
        if self.dry_run {
            let diffs: String = writings.iter().map(Writing::diff).collect();
            output::document(diffs.as_bytes())?;
            return Ok(Outcome::Clean);
        }
        for writing in &writings {
            writing.write(&root)?;
            output::line(&format!("wrote {}", writing.path))?;
        }
        Ok(Outcome::Clean)
    }

    /// What has changed of the use cases that were named, or of all.
    fn wanted(&self, project: &Project) -> anyhow::Result<Vec<Change>> {
        let none = Lock::default();
        let lock = project.lock.as_ref().unwrap_or(&none);
        for id in &self.use_cases {
            if project.model.use_cases.get(id).is_none() && lock.get(id).is_none() {
                let known = project.model.ids(Kind::UseCase);
                let near = model::nearest(id, known.iter().map(|it| it.as_str()));
                let help = near.map_or(String::new(), |near| format!(": did you mean `{near}`?"));
                return Err(anyhow!("there is no use case `{id}`{help}"));
            }
        }
        let is_wanted =
            |it: &Change| self.use_cases.is_empty() || self.use_cases.contains(&it.use_case);
        let mut changes = lock.changes(&project.verdicts, &project.model);
        changes.retain(is_wanted);
        Ok(changes)
    }
}

impl Writing {
    fn diff(&self) -> String {
        let before = self.before.as_deref();
        let lines = TextDiff::from_lines(before.unwrap_or_default(), &self.after);
        let from = match before {
            Some(_) => format!("a/{}", self.path),
            None => "/dev/null".to_owned(),
        };
        let to = format!("b/{}", self.path);
        lines.unified_diff().header(&from, &to).to_string()
    }

    fn write(&self, root: &Path) -> anyhow::Result<()> {
        let path = root.join(&self.path);
        let new = self.after.as_bytes();
        let written = match &self.before {
            Some(before) => rewrite::rewrite(&path, before.as_bytes(), new),
            None => rewrite::create(&path, new),
        };
        written.map_err(|refused| anyhow!("`{}` cannot be written: {refused}", self.path))
    }
}

/// The lock with the changed verdicts as they are now.
fn locked(
    changes: &[Change],
    because: &str,
    project: &Project,
    cx: &Context,
) -> anyhow::Result<Writing> {
    let file = project.sources.find(lock::PATH);
    let file = file.map(|file| project.sources.file(file));
    let text = file.map_or("", |it| &*it.text);
    let entries = changes.iter().map(|change| {
        let verdict = match change.how {
            How::Gone(_) => None,
            _ => project.verdicts.get(&change.use_case),
        };
        let entry = verdict.map(|it| Entry::of(it, cx.today, because));
        (change.use_case.clone(), entry)
    });
    let entries: BTreeMap<_, _> = entries.collect();
    let none = Lock::default();
    let lock = project.lock.as_ref().unwrap_or(&none);
    let after = lock
        .rewritten(text, &entries)
        .context("nothing was written")?;
    let mark = if file.is_some_and(|it| it.bom) {
        "\u{feff}"
    } else {
        ""
    };
    Ok(Writing {
        path: lock::PATH.to_owned(),
        before: file.map(source::SourceFile::on_disk),
        after: format!("{mark}{after}"),
    })
}

/// The project as it would be, and what the checker has to say of the files that would be written.
fn judged(project: Project, writings: &[Writing], cx: &Context) -> (Project, Vec<Diagnostic>) {
    let files = writings
        .iter()
        .map(|it| (it.path.as_str(), it.after.as_str()));
    let mut project = project.with_files(files);
    project.judge(cx.today);
    let ours = |it: &&Diagnostic| {
        let file = project.sources.file(it.primary.span.file);
        writings.iter().any(|writing| writing.path == file.path)
    };
    let found = project.diagnostics.iter().filter(ours).cloned().collect();
    (project, found)
}
