//! What was printed before: a document that is the same in every respect is not set again.
//!
//! The files stand in `.tradeoff/print/`, named by a hash of the printing program, of templates and fonts and of the job.
//! Losing them costs time and nothing else, so nothing that goes wrong here is an error.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::sha256;
use crate::press::{Job, Output, Setting};
use crate::stamp;

/// Files that were printed before.
pub(crate) struct Cache {
    folder: PathBuf,
    /// What is the same for all jobs.
    base: String,
}

impl Cache {
    /// The cache of the project at `root`, for this program and these templates.
    pub(crate) fn of(root: &Path, program: &Path, setting: &Setting) -> Self {
        let templates = serde_json::to_string(&setting.templates).unwrap_or_default();
        let fonts = setting.fonts.as_deref().map(names).unwrap_or_default();
        Self {
            folder: root.join(".tradeoff/print"),
            base: format!("{} {fonts} {templates}", stamp::file(Some(program))),
        }
    }

    fn key(&self, job: &Job) -> String {
        let formats: Vec<_> = job.outputs.iter().map(|it| it.format).collect();
        let Job {
            template,
            ident,
            data,
            options,
            ..
        } = job;
        let text = format!(
            "{} {template} {ident} {data} {options} {formats:?}",
            self.base
        );
        sha256(text.as_bytes())[..32].to_owned()
    }

    fn kept(&self, key: &str, output: &Output) -> PathBuf {
        self.folder.join(format!("{key}.{}", output.format))
    }

    /// Puts the files of `job` in their places, if all of them were printed before.
    pub(crate) fn fill(&self, job: &Job) -> bool {
        let key = self.key(job);
        let files = || job.outputs.iter().map(|it| (self.kept(&key, it), &it.path));
        files().all(|(kept, _)| kept.is_file())
            && files().all(|(kept, path)| copy(&kept, path).is_ok())
    }

    /// Keeps the files of `job`, which was just printed.
    pub(crate) fn keep(&self, job: &Job) {
        let key = self.key(job);
        if fs::create_dir_all(&self.folder).is_ok() {
            for output in &job.outputs {
                drop(copy(&output.path, &self.kept(&key, output)));
            }
        }
    }

    /// Removes what none of `jobs` needs.
    pub(crate) fn sweep(&self, jobs: &[Job]) {
        let needed = jobs.iter().flat_map(|job| {
            let key = self.key(job);
            let outputs = job.outputs.iter();
            outputs
                .map(move |it| self.kept(&key, it))
                .collect::<Vec<_>>()
        });
        let needed: HashSet<PathBuf> = needed.collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if !needed.contains(&entry.path()) {
                drop(fs::remove_file(entry.path()));
            }
        }
    }
}

/// No hard link: somebody may change a file that they got, and would change what is kept.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map(drop)
}

/// Names and sizes of the files in a folder.
fn names(folder: &Path) -> String {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|it| {
            format!(
                "{} {}",
                it.file_name().to_string_lossy(),
                it.metadata().map_or(0, |it| it.len())
            )
        })
        .collect();
    names.sort();
    names.join(" ")
}
