//! A project on disk: where it is, and what its records say.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use model::{Loaded, Model};
use source::{Diagnostic, Level, Sources};

/// The file that makes a folder a project.
pub const MANIFEST: &str = "data/comparison.toml";

/// A project with everything that was read of it.
pub struct Project {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Every file that was read.
    pub sources: Sources,
    /// What the records say.
    pub model: Model,
    /// What is wrong with them.
    pub diagnostics: Vec<Diagnostic>,
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
        let Loaded { model, diagnostics } = model::load(&sources, &contents.files);
        let mut project = Self {
            root: root.to_owned(),
            sources,
            model,
            diagnostics,
        };
        project.diagnostics.extend(contents.diagnostics);
        Diagnostic::sort(&mut project.diagnostics, &project.sources);
        Ok(project)
    }

    /// Whether something is wrong that no page can be made of.
    pub fn is_broken(&self) -> bool {
        self.diagnostics.iter().any(|it| it.level == Level::Error)
    }
}

/// The project that `start` lies in: the nearest folder upwards that has a manifest.
///
/// # Errors
/// When there is none.
pub fn find(start: &Path) -> anyhow::Result<PathBuf> {
    let start = start
        .canonicalize()
        .with_context(|| format!("`{}` cannot be opened", start.display()))?;
    for folder in start.ancestors() {
        if folder.join(MANIFEST).is_file() {
            return Ok(folder.to_owned());
        }
    }
    bail!(
        "no `{MANIFEST}` in `{}` or above it; go into a project, name one with -C, or make one with `tradeoff new`",
        start.display()
    )
}
