//! The fixes of findings: made in memory until none is left, so that each file is written once, or only shown.

use std::collections::BTreeMap;
use std::path::Path;

use model::Date;
use similar::TextDiff;
use source::{FileId, Fixed, Level, Sources};

use crate::project::Project;
use crate::rewrite::{self, Refused};

/// After this many passes the rest is left: fixes that undo each other would go on for ever.
const MAX_PASSES: usize = 10;

/// A file with fixes.
pub(crate) struct Mend {
    /// Its path from the project's root.
    pub(crate) path: String,
    /// What stands in it.
    before: String,
    /// What shall stand in it.
    after: String,
    /// How many findings that fixes.
    pub(crate) findings: usize,
}

impl Mend {
    /// Writes the file below `root`.
    ///
    /// # Errors
    /// [`Refused`]; the file is as it was.
    pub(crate) fn write(&self, root: &Path) -> Result<(), Refused> {
        let path = root.join(&self.path);
        rewrite::rewrite(&path, self.before.as_bytes(), self.after.as_bytes())
    }

    /// The change as a unified diff.
    pub(crate) fn diff(&self) -> String {
        let lines = TextDiff::from_lines(&self.before, &self.after);
        let (from, to) = (format!("a/{}", self.path), format!("b/{}", self.path));
        lines.unified_diff().header(&from, &to).to_string()
    }
}

/// What fixing everything that is certain comes to.
pub(crate) struct Mended {
    /// The files that change, sorted by path.
    pub(crate) mends: Vec<Mend>,
    /// The project as it would be then, judged.
    pub(crate) project: Project,
    /// Whether one of the findings that go is an error.
    pub(crate) was_wrong: bool,
}

/// Fixes everything that is certain, in memory; dates are judged as of `today`. Nothing is written.
///
/// A fix may make room for another, so the records are read anew after each pass.
pub(crate) fn mended(mut project: Project, today: Date) -> Mended {
    let mut touched: BTreeMap<FileId, (String, usize)> = BTreeMap::new();
    let mut was_wrong = false;
    project.judge(today);
    for _ in 0..MAX_PASSES {
        let Fixed { texts, applied } = source::apply(&project.diagnostics, &project.sources);
        if texts.is_empty() {
            break;
        }
        for file in texts.keys() {
            let before = || (project.sources.file(*file).on_disk(), 0);
            touched.entry(*file).or_insert_with(before);
        }
        let fixed = applied.iter().filter_map(|at| project.diagnostics.get(*at));
        was_wrong |= fixed.clone().any(|it| it.level == Level::Error);
        for file in fixed.filter_map(|it| Some(it.fix.as_ref()?.edits.first()?.span.file)) {
            if let Some((_, findings)) = touched.get_mut(&file) {
                *findings += 1;
            }
        }
        project = project.with_texts(&texts);
        project.judge(today);
    }
    let mut mends = collect(touched, &project.sources);
    mends.sort_by(|a, b| a.path.cmp(&b.path));
    Mended {
        mends,
        project,
        was_wrong,
    }
}

fn collect(touched: BTreeMap<FileId, (String, usize)>, sources: &Sources) -> Vec<Mend> {
    let mends = touched.into_iter().map(|(file, (before, findings))| {
        let file = sources.file(file);
        let (path, after) = (file.path.clone(), file.on_disk());
        Mend {
            path,
            before,
            after,
            findings,
        }
    });
    mends.filter(|it| it.before != it.after).collect()
}
