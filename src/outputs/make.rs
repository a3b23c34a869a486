//! Writes every file that is made of a project besides its book.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Context as _;
use document::deck::SlideOverflow;
use document::paper::Paper;
use document::{Selection, Subject};
use export::{Format, Loss, Settings, Written};
use model::Model;
use site::finish::File;

use super::cache::Cache;
use super::content::{Content, Library};
use super::manifest::{Entry, Manifest};
use super::{catalog, data, jobs, manifest, powerpoint};
use crate::press::{self, Answer, Job, Output, Pace, Setting};
use crate::project::Project;
use crate::whole_file;

/// How documents are printed.
pub(crate) struct Printing {
    program: PathBuf,
    setting: Setting,
    cache: Option<Cache>,
}

/// The files of a project, on their way.
pub(crate) struct Files {
    library: Library,
    places: Vec<Place>,
    jobs: Vec<Job>,
    /// What is to be told of the paper of documents.
    pub(crate) told: Vec<String>,
    folder: PathBuf,
}

/// What they show.
pub(crate) type Contents = Vec<(Subject, Content)>;

/// Where a file may be.
struct Place {
    /// From the folder of all.
    path: String,
    /// What it shows, as commands name it.
    subject: String,
    /// What it is, in words.
    kind: &'static str,
    /// What it says about itself.
    stamp: Option<String>,
}

/// What became of them.
#[derive(Debug, Default)]
pub(crate) struct Made {
    /// Every file that is there, for the pages that offer them; paths are from the folder.
    pub(crate) files: Vec<File>,
    /// How many files leave something out, and what; in the order of the words.
    pub(crate) losses: BTreeMap<Loss, usize>,
    /// Rows that are taller than their slide, each once, however many decks have it.
    pub(crate) overflows: Vec<SlideOverflow>,
    /// Documents that could not be printed, and what is wrong with each.
    pub(crate) failed: Vec<Answer>,
    /// What printed documents could not honor.
    pub(crate) dropped: Vec<String>,
}

impl Printing {
    /// Printing with the templates of `project`; nothing if the program is not there. `fresh` uses nothing that was printed
    /// before.
    ///
    /// # Errors
    /// When the templates cannot be read.
    pub(crate) fn of(project: &Project, fresh: bool) -> anyhow::Result<Option<Self>> {
        let Some(program) = press::find() else {
            return Ok(None);
        };
        let setting = jobs::setting(&project.root)
            .with_context(|| format!("`{}` cannot be read", jobs::FOLDER))?;
        let cache = (!fresh).then(|| Cache::of(&project.root, &program, &setting));
        Ok(Some(Self {
            program,
            setting,
            cache,
        }))
    }

    /// Prints `all` at this `pace` and gives the answers; those that were printed before are only copied. `progress` hears how
    /// many are done, and of how many.
    pub(crate) fn print(
        &self,
        all: &[Job],
        pace: &Pace,
        progress: impl Fn(usize, usize) + Sync,
    ) -> Vec<Answer> {
        let filled = |job: &&Job| self.cache.as_ref().is_some_and(|it| it.fill(job));
        let (known, new): (Vec<&Job>, Vec<&Job>) = all.iter().partition(filled);
        let paths = |job: &Job| job.outputs.iter().map(|it| it.path.clone()).collect();
        let known = known.into_iter().map(|job| Answer {
            name: job.name.clone(),
            written: paths(job),
            ..Answer::default()
        });
        let answers = Mutex::new(known.collect::<Vec<_>>());
        let count = all.len();
        press::run(&self.program, &self.setting, new.clone(), pace, |answer| {
            if let Ok(mut answers) = answers.lock() {
                answers.push(answer);
                progress(answers.len(), count);
            }
        });
        let answers = answers.into_inner().unwrap_or_default();
        if let Some(cache) = &self.cache {
            let clean = |job: &&Job| {
                let mut found = answers.iter().filter(|it| it.name == job.name);
                found.any(|it| it.diagnostics.is_empty() && it.losses.is_empty())
            };
            new.iter()
                .copied()
                .filter(clean)
                .for_each(|it| cache.keep(it));
            cache.sweep(all);
        }
        answers
    }
}

impl Files {
    /// What has to be written into `folder`, and what it shows; with `paper`, what has to be printed too.
    pub(crate) fn plan(library: Library, folder: &Path, paper: Option<Paper>) -> (Self, Contents) {
        let subjects = catalog::subjects(&library.model);
        let contents = subjects.into_iter().filter_map(|subject| {
            let content = library.content(&subject, &Selection::default())?;
            Some((subject, content))
        });
        let contents = contents.collect();
        let mut files = Self {
            places: places(&contents, &library.model),
            library,
            jobs: Vec::new(),
            told: Vec::new(),
            folder: folder.to_owned(),
        };
        if let Some(paper) = paper {
            files.plan_jobs(&contents, paper);
        }
        (files, contents)
    }

    fn plan_jobs(&mut self, contents: &Contents, paper: Paper) {
        let model = &self.library.model;
        for (subject, content) in contents {
            let at = |format: Format| {
                let path = catalog::path(subject, format, model);
                (path.clone(), self.folder.join(path))
            };
            let (name, path) = at(Format::Pdf);
            if let Some((job, told)) = jobs::page(content, paper, name.clone(), path) {
                self.jobs.push(job);
                self.told.extend(told.map(|it| format!("{name}: {it}")));
            }
            let outputs =
                [(Format::Svg, "svg"), (Format::Png, "png")].map(|(format, word)| Output {
                    format: word,
                    path: at(format).1,
                });
            let name = at(Format::Png).0;
            self.jobs
                .extend(jobs::picture(content, name, outputs.into()));
        }
    }

    /// The documents to print.
    pub(crate) fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// Makes the folders, and writes what is not printed. Each of the `contents` is dropped once it is written, so that
    /// printing has their room.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(crate) fn write(&self, contents: Contents, project: &Project) -> anyhow::Result<Made> {
        for folder in ["tables", "print", "decks"] {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder)
                .with_context(|| format!("`{}` cannot be made", folder.display()))?;
        }
        let mut made = Made::default();
        let template = powerpoint::base(&project.root)?;
        for (subject, content) in contents {
            let formats = catalog::formats(&subject).iter().copied();
            for format in formats.filter(|it| !it.is_printed()) {
                let path = catalog::path(&subject, format, &self.library.model);
                let written = match format {
                    Format::Pptx => {
                        let shown = self.library.powerpoint(&content, &template);
                        shown.map(|(written, overflows)| {
                            made.overflows.extend(overflows);
                            written
                        })
                    }
                    _ => content.write(format, Settings::default()),
                };
                let Written { bytes, losses } = written.with_context(|| path.clone())?;
                write(&self.folder.join(&path), &bytes)?;
                for loss in losses {
                    *made.losses.entry(loss).or_default() += 1;
                }
            }
        }
        made.overflows.sort();
        made.overflows.dedup();
        for (name, text) in [
            (data::FILE, data::file(project)),
            (data::SCHEMA, data::schema(project)),
        ] {
            write(&self.folder.join(name), text.as_bytes())?;
        }
        Ok(made)
    }

    /// Adds what was printed, lists all files, and writes the manifest of the folder.
    ///
    /// # Errors
    /// When a file cannot be read, or the manifest not be written.
    pub(crate) fn close(&self, made: &mut Made, answers: Vec<Answer>) -> anyhow::Result<Manifest> {
        for answer in answers {
            let losses = answer.losses.iter();
            made.dropped
                .extend(losses.map(|it| format!("{}: {it}", answer.name)));
            if !answer.diagnostics.is_empty() {
                made.failed.push(answer);
            }
        }
        made.failed.sort_by(|a, b| a.name.cmp(&b.name));
        made.dropped.sort();
        let mut listed = Manifest {
            revision: self.library.model.revision.clone(),
            ..Manifest::default()
        };
        for place in &self.places {
            let path = &place.path;
            let file = self.folder.join(path);
            if !file.is_file() {
                continue;
            }
            let bytes = fs::read(&file).with_context(|| format!("`{path}` cannot be read"))?;
            let entry = Entry::new(place.kind, &bytes, place.stamp.clone());
            made.files.push(File {
                subject: place.subject.clone(),
                path: path.clone(),
                kind: place.kind.to_owned(),
                size: entry.size,
            });
            listed.files.insert(path.clone(), entry);
        }
        write(&self.folder.join(manifest::FILE), listed.text().as_bytes())?;
        Ok(listed)
    }
}

/// Where files may be, in the order in which pages offer them.
fn places(contents: &Contents, model: &Model) -> Vec<Place> {
    let mut places = Vec::new();
    for (subject, content) in contents {
        let stamp = content.stamp().to_string();
        for format in catalog::formats(subject) {
            places.push(Place {
                path: catalog::path(subject, *format, model),
                subject: subject.to_string(),
                kind: catalog::kind(*format),
                stamp: Some(stamp.clone()),
            });
        }
    }
    let whole = Subject::Comparison.to_string();
    for (name, kind) in [(data::FILE, "All records"), (data::SCHEMA, "Their schema")] {
        places.push(Place {
            path: name.to_owned(),
            subject: whole.clone(),
            kind,
            stamp: None,
        });
    }
    places
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    whole_file::write(path, bytes)
        .with_context(|| format!("`{}` cannot be written", path.display()))
}
