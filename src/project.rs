//! A project on disk: where it is, and what its records say.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use document::sentence::Sentences;
use model::{Date, Loaded, Model};
use site::content::Problem;
use site::pages::Pages;
use site::template::{self, Templates};
use source::{Contents, Diagnostic, FileId, Level, Sources, Span};
use verdict::lock::{self, Lock};
use verdict::{Scores, Verdicts};

use crate::rule_text;

/// The file that makes a folder a project.
pub const MANIFEST: &str = "data/comparison.toml";

/// A project with everything that was read of it.
pub struct Project {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Every file that was read.
    pub sources: Sources,
    /// The records' files.
    pub records: Vec<FileId>,
    /// What the records say.
    pub model: Arc<Model>,
    /// What their cells are worth.
    pub scores: Arc<Scores>,
    /// What comes out of their use cases; none until [`Project::decide`].
    pub verdicts: Arc<Verdicts>,
    /// The verdicts that were accepted, if there is a lock that can be read.
    pub lock: Option<Lock>,
    /// What is wrong with them, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What is wrong with files that could not be read.
    unread: Vec<Diagnostic>,
    broken: bool,
    decided: bool,
}

/// Why nothing was made of a project.
#[derive(Debug)]
pub enum Stop {
    /// Something that the author can mend.
    Found(Vec<Diagnostic>),
    /// The program could not do its work.
    Failed(anyhow::Error),
}

impl Project {
    /// Reads the records below `root`.
    ///
    /// # Errors
    /// When `data/` cannot be listed. Whatever is wrong inside becomes a diagnostic.
    pub fn load(root: &Path) -> anyhow::Result<Self> {
        let mut sources = Sources::default();
        let contents = source::read_folder(root, "data", &mut sources)
            .with_context(|| format!("`{}` cannot be listed", root.join("data").display()))?;
        let Contents { files, diagnostics } = contents;
        Ok(Self::of(root, sources, files, diagnostics))
    }

    /// The same project with other texts in some of its files.
    pub(crate) fn with_texts(mut self, texts: &BTreeMap<FileId, String>) -> Self {
        for (file, text) in texts {
            self.sources.replace(*file, text);
        }
        Self::of(&self.root, self.sources, self.records, self.unread)
    }

    /// The same project with these files, each its path and its text, besides or instead of those it has.
    pub(crate) fn with_files<'f>(
        mut self,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Self {
        for (path, text) in files {
            match self.sources.find(path) {
                Some(file) => self.sources.replace(file, text),
                None => self.records.push(self.sources.add(path, text)),
            }
        }
        Self::of(&self.root, self.sources, self.records, self.unread)
    }

    fn of(root: &Path, sources: Sources, records: Vec<FileId>, unread: Vec<Diagnostic>) -> Self {
        let Loaded {
            model,
            mut diagnostics,
        } = model::load(&sources, &records);
        diagnostics.extend(unread.iter().cloned());
        let broken = diagnostics.iter().any(|it| it.level == Level::Error);
        let (scores, mut found) = Scores::of(&model);
        found.extend(verdict::formulas(&model));
        let lock = sources.find(lock::PATH).and_then(|file| {
            let (lock, wrong) = Lock::read(&sources.file(file).text, file);
            let is_sound = wrong.is_empty();
            found.extend(wrong);
            is_sound.then_some(lock)
        });
        // A record that was misread gets no second finding.
        let mut misread: HashSet<FileId> =
            diagnostics.iter().map(|it| it.primary.span.file).collect();
        misread.extend(&model.unresolved);
        diagnostics.extend(
            found
                .into_iter()
                .filter(|it| !misread.contains(&it.primary.span.file)),
        );
        Diagnostic::sort(&mut diagnostics, &sources);
        Self {
            root: root.to_owned(),
            sources,
            records,
            model: Arc::new(model),
            scores: Arc::new(scores),
            verdicts: Arc::default(),
            lock,
            diagnostics,
            unread,
            broken,
            decided: false,
        }
    }

    /// Decides every use case, once, and adds what keeps some from a verdict to the diagnostics. Records that could not be
    /// read as they are meant decide nothing.
    pub fn decide(&mut self) {
        if self.broken || self.decided {
            return;
        }
        self.decided = true;
        let (verdicts, found) = Verdicts::of(&self.model);
        self.verdicts = Arc::new(verdicts);
        // What is in a file of which something is told already follows from that.
        let told = self.diagnostics.iter().map(|it| it.primary.span.file);
        let told: HashSet<FileId> = told.collect();
        let new = |it: &Diagnostic| !told.contains(&it.primary.span.file);
        self.diagnostics.extend(found.into_iter().filter(new));
        Diagnostic::sort(&mut self.diagnostics, &self.sources);
    }

    /// Judges the records by the rules, dates as of `today`, and adds what they find to the diagnostics.
    pub fn judge(&mut self, today: Date) {
        self.decide();
        let misread = self
            .diagnostics
            .iter()
            .map(|it| it.primary.span.file)
            .chain(self.model.unresolved.iter().copied())
            .collect();
        let computed = check::Computed {
            scores: &self.scores,
            verdicts: &self.verdicts,
            lock: self.lock.as_ref(),
        };
        let cx = check::Context::new(&self.model, computed, &self.sources, today, misread);
        let found = check::check(&cx);
        self.diagnostics.extend(found);
        Diagnostic::sort(&mut self.diagnostics, &self.sources);
    }

    /// Lets what comes by waiting warn only: a book that nobody has touched goes on building.
    pub fn excuse_waiting(&mut self) {
        let waits = |it: &&mut Diagnostic| check::rule(it.rule).is_some_and(check::Rule::waits);
        for found in self.diagnostics.iter_mut().filter(waits) {
            found.level = Level::Warning;
        }
    }

    /// Whether the records could not be read as they are meant, so that no page can be made of them.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Reads the author's templates and gives what answers the directives of the chapters.
    ///
    /// # Errors
    /// What is wrong with the templates.
    pub fn pages(&mut self) -> Result<Pages, Stop> {
        self.decide();
        let mut overrides = Vec::new();
        if self.root.join(template::FOLDER).exists() {
            let contents = source::read_folder(&self.root, template::FOLDER, &mut self.sources)
                .with_context(|| {
                    format!(
                        "`{}` cannot be listed",
                        self.root.join(template::FOLDER).display()
                    )
                })
                .map_err(Stop::Failed)?;
            if !contents.diagnostics.is_empty() {
                return Err(Stop::Found(contents.diagnostics));
            }
            overrides = contents.files;
        }
        let files = overrides.iter().map(|id| (*id, self.sources.file(*id)));
        let templates = Templates::load(files).map_err(Stop::Found)?;
        let (model, scores) = (Arc::clone(&self.model), Arc::clone(&self.scores));
        let verdicts = Arc::clone(&self.verdicts);
        Ok(Pages::new(model, scores, verdicts, templates).with_rules(rule_text::texts))
    }

    /// The sentences of the project, or what is wrong with those that replace the built-in ones.
    ///
    /// # Errors
    /// When the file that replaces some cannot be read.
    pub fn sentences(&mut self) -> anyhow::Result<Result<Sentences, Vec<Diagnostic>>> {
        let path = format!("{}/{}", template::FOLDER, template::SENTENCES);
        let text = match fs::read_to_string(self.root.join(&path)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Ok(Sentences::builtin()));
            }
            Err(error) => return Err(error).with_context(|| format!("`{path}` cannot be read")),
        };
        let id = self.sources.add(path, &text);
        let text = &self.sources.file(id).text;
        Ok(Sentences::builtin().replaced(text, id))
    }

    /// What chapters and templates are found to lack, as diagnostics in their order; the files concerned are read.
    pub fn diagnose(&mut self, problems: Vec<Problem>) -> Vec<Diagnostic> {
        problems.into_iter().map(|it| self.diagnosis(it)).collect()
    }

    fn diagnosis(&mut self, problem: Problem) -> Diagnostic {
        let parts: Vec<_> = problem
            .path
            .iter()
            .map(|part| part.to_string_lossy())
            .collect();
        let shown = parts.join("/");
        let file = self.sources.find(&shown).unwrap_or_else(|| {
            // A built-in template is no file of the project: it is named, and has no text to show.
            let read = std::fs::read_to_string(self.root.join(&problem.path));
            self.sources.add(shown, &read.unwrap_or_default())
        });
        let found = self.sources.file(file);
        // Problems count the bytes of the file as it is on disk.
        let mark = if found.bom { '\u{feff}'.len_utf8() } else { 0 };
        let within = |at: usize| at.saturating_sub(mark).min(found.text.len());
        let span = Span::new(file, within(problem.span.start)..within(problem.span.end));
        let diagnostic = Diagnostic::error(problem.rule, span, problem.message);
        match problem.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

/// The project that `start` lies in: the nearest folder upwards that has a manifest.
///
/// # Errors
/// When there is none, or what is there cannot be opened.
pub fn find(start: &Path) -> anyhow::Result<PathBuf> {
    let start = start
        .canonicalize()
        .with_context(|| format!("`{}` cannot be opened", start.display()))?;
    for folder in start.ancestors() {
        let manifest = folder.join(MANIFEST);
        match manifest.metadata() {
            Ok(it) if it.is_file() => return Ok(folder.to_owned()),
            Err(error)
                if !matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Err(error)
                    .with_context(|| format!("`{}` cannot be opened", manifest.display()));
            }
            _ => {}
        }
    }
    bail!(
        "no `{MANIFEST}` in `{}` or above it; go into a project, name one with -C, or make one with `tradeoff new`",
        start.display()
    )
}
