//! The project that `tradeoff new` writes, embedded in the program.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use include_dir::{Dir, include_dir};
use source::{Diagnostic, Sources};

use crate::project::MANIFEST;

static PROJECT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/starter");
static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/book/theme");
/// The script of one page, which stands beside its chapter.
static YOUR_CASE: &[u8] = include_bytes!("../book/src/your-case.js");

/// The files of a new project: path relative to it, with slashes, and bytes.
pub(crate) struct Starter {
    files: Vec<(String, Cow<'static, [u8]>)>,
}

impl Starter {
    /// The starter; `title`, if given, takes the place of its own in the manifest and in the settings of the book.
    ///
    /// # Errors
    /// When the title cannot be one.
    pub(crate) fn new(title: Option<&str>) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        collect(&PROJECT, "", &mut files);
        collect(&THEME, "book/theme/", &mut files);
        files.push(("book/src/your-case.js".into(), Cow::Borrowed(YOUR_CASE)));
        files.sort();
        let mut starter = Self { files };
        if let Some(title) = title {
            starter.entitle(title)?;
        }
        Ok(starter)
    }

    /// How many records it has.
    pub(crate) fn records(&self) -> usize {
        // A file beside a record, such as the code of a snippet, stands deeper.
        let record = |path: &str| path.starts_with("data/") && path.matches('/').count() == 2;
        self.files.iter().filter(|(path, _)| record(path)).count()
    }

    /// Writes every file below `folder`, which is made if missing.
    ///
    /// # Errors
    /// When something is in the folder, or a file cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let occupied = match folder.read_dir() {
            Ok(mut entries) => entries.next().is_some(),
            // A file is in the way.
            Err(_) => folder.exists(),
        };
        ensure!(
            !occupied,
            "`{}` is not empty: name a folder that does not exist yet, or empty this one",
            folder.display()
        );
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(folder);
            let hook = name.starts_with("hooks/");
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&path, bytes))
                .and_then(|()| if hook { allow_running(&path) } else { Ok(()) })
                .with_context(|| format!("cannot write `{}`", path.display()))?;
        }
        Ok(())
    }

    fn entitle(&mut self, title: &str) -> anyhow::Result<()> {
        for (path, bytes) in &mut self.files {
            if path == MANIFEST || path == "book/book.toml" {
                let text = String::from_utf8_lossy(bytes);
                *bytes = Cow::Owned(entitled(&text, title).into_bytes());
            }
        }
        let found = self.check();
        if let Some(found) = found.first() {
            bail!("`{title}` cannot be the title: {}", found.title);
        }
        Ok(())
    }

    /// What is wrong with the records.
    fn check(&self) -> Vec<Diagnostic> {
        let mut sources = Sources::default();
        let mut records = Vec::new();
        for (path, bytes) in &self.files {
            if path.starts_with("data/") {
                records.push(sources.add(path, &String::from_utf8_lossy(bytes)));
            }
        }
        model::load(&sources, &records).diagnostics
    }
}

fn collect(dir: &'static Dir<'_>, below: &str, files: &mut Vec<(String, Cow<'static, [u8]>)>) {
    for file in dir.files() {
        let path = true_name(&file.path().to_string_lossy().replace('\\', "/"));
        files.push((format!("{below}{path}"), Cow::Borrowed(file.contents())));
    }
    for dir in dir.dirs() {
        collect(dir, below, files);
    }
}

/// The path of a file in the project: under its true name, what begins with a dot would also count for this repository.
fn true_name(path: &str) -> String {
    let hidden = path == "gitignore" || path.starts_with("github/");
    format!("{}{path}", if hidden { "." } else { "" })
}

/// Lets git run the file, where that is a permission.
#[cfg(unix)]
fn allow_running(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn allow_running(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The text of a TOML file with another first `title`.
fn entitled(text: &str, title: &str) -> String {
    let mut done = false;
    let lines = text.split_inclusive('\n').map(|line| {
        if done || !line.starts_with("title = ") {
            return Cow::Borrowed(line);
        }
        done = true;
        Cow::Owned(format!("title = {}\n", quoted(title)))
    });
    lines.collect()
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let escape = |it: char| match it {
        '"' | '\\' => format!("\\{it}"),
        it if it.is_control() => format!("\\u{:04x}", it as u32),
        it => it.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_title_is_replaced_and_quoted() {
        let text = "format = 1\ntitle = \"Old\"\n[x]\ntitle = \"kept\"\n";
        let expected = "format = 1\ntitle = \"Say \\\"\\\\\\u0009\\\"\"\n[x]\ntitle = \"kept\"\n";
        assert_eq!(entitled(text, "Say \"\\\t\""), expected);
    }
}
