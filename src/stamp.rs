//! The stamp of a build: what it was made of, so that the same build is not done twice.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::project::Project;

/// What a finished build says about itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The hash of everything it was made of.
    pub(crate) inputs: String,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// What was to be said about it, one phrase each.
    pub(crate) warnings: Vec<String>,
}

const TITLE: &str = "Written by tradeoff, which may replace this folder at any time.";

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}\ninputs {}\npages {}", self.inputs, self.pages)?;
        self.warnings
            .iter()
            .try_for_each(|it| writeln!(f, "warning {}", it.replace('\n', " ")))
    }
}

impl Stamp {
    /// The stamp that was written as `text`; nothing if another version wrote it, or the build was not finished.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_prefix(TITLE)?.trim_start().lines();
        Some(Self {
            inputs: lines.next()?.strip_prefix("inputs ")?.to_owned(),
            pages: lines.next()?.strip_prefix("pages ")?.parse().ok()?,
            warnings: lines
                .map(|it| Some(it.strip_prefix("warning ")?.to_owned()))
                .collect::<Option<_>>()?,
        })
    }
}

/// SHA-256 over this program, the records as they were read, `book/`, `templates/`, the `MDBOOK_…` variables and `flags`.
///
/// What chapters include from elsewhere and what the user's own preprocessors read is not covered.
///
/// # Errors
/// When a file of the book or a template cannot be read.
pub(crate) fn inputs(project: &Project, flags: &[String]) -> io::Result<String> {
    let mut hash = Hash(Sha256::new());
    hash.part(env!("CARGO_PKG_VERSION").as_bytes());
    // Names this very program: two builds of one version are two programs.
    hash.part(file(std::env::current_exe().ok().as_deref()).as_bytes());
    for id in &project.records {
        let file = project.sources.file(*id);
        hash.part(file.path.as_bytes());
        hash.part(&[u8::from(file.bom)]);
        hash.part(file.text.as_bytes());
    }
    for folder in [crate::book::FOLDER, "templates"] {
        hash.part(folder.as_bytes());
        let mut seen = HashSet::new();
        hash.folder(&project.root.join(folder), &mut seen)?;
    }
    for (name, value) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("MDBOOK_") {
            hash.part(name.as_encoded_bytes());
            hash.part(value.as_encoded_bytes());
        }
    }
    for flag in flags {
        hash.part(flag.as_bytes());
    }
    let digest = hash.0.finalize();
    Ok(digest.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    }))
}

/// Tells a program from others at the same path: its size and when it was changed.
pub(crate) fn file(program: Option<&Path>) -> String {
    let file = program.and_then(|it| fs::metadata(it).ok());
    let changed = |file: &fs::Metadata| file.modified().ok()?.duration_since(UNIX_EPOCH).ok();
    file.map_or_else(String::new, |it| format!("{} {:?}", it.len(), changed(&it)))
}

struct Hash(Sha256);

impl Hash {
    /// Adds bytes and how many they are, so that no two different inputs give the same stream.
    fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// Adds every file below `path`, if it is there. `seen` holds the folders that were entered: links may form circles.
    fn folder(&mut self, path: &Path, seen: &mut HashSet<PathBuf>) -> io::Result<()> {
        if !path.exists() || !seen.insert(path.canonicalize()?) {
            return Ok(());
        }
        let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if is_output(&path) {
                continue;
            }
            self.part(entry.file_name().as_encoded_bytes());
            if path.is_dir() {
                self.folder(&path, seen)?;
            } else if path.is_file() {
                self.part(&fs::read(&path)?);
            }
        }
        // Where the folder ends.
        self.part(b"/");
        Ok(())
    }
}

/// Whether stock mdBook has written this folder: it builds into `book/book` unless told otherwise.
fn is_output(folder: &Path) -> bool {
    folder.join(".nojekyll").is_file() && folder.join("toc.html").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = Stamp {
            inputs: "ab12".to_owned(),
            pages: 7,
            warnings: vec!["one".to_owned(), "two words".to_owned()],
        };
        assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
        assert_eq!(Stamp::parse("unfinished\n"), None);
        assert_eq!(Stamp::parse(TITLE), None);
    }
}
