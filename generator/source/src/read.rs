//! Reads a folder of small text files; what cannot be read becomes a diagnostic, never a lost file.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::{Diagnostic, FileId, Sources, Span};

/// The largest file that is read, in bytes. A record is a few kilobytes; a file this large is a mistake.
pub const MAX_FILE_BYTES: u64 = 1024 * 1024;

/// The rules that reading reports.
pub const RULES: &[&str] = &[UNREADABLE, NOT_UTF8, OVERSIZED, OUTSIDE];

const UNREADABLE: &str = "unreadable-path";
const NOT_UTF8: &str = "not-utf8";
const OVERSIZED: &str = "oversized-file";
const OUTSIDE: &str = "outside-link";

/// What reading a folder gave.
#[derive(Debug, Default)]
pub struct Contents {
    /// The files that can be used, sorted by path.
    pub files: Vec<FileId>,
    /// What is wrong with the others.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads every file below `root/folder`, hidden ones aside, into `sources`.
///
/// Paths are kept relative to `root`. Links are followed only while they stay inside the folder. A folder or file that
/// cannot be read, is too large or is not UTF-8 gives a diagnostic.
///
/// # Errors
/// When `root/folder` itself cannot be listed.
pub fn read_folder(root: &Path, folder: &str, sources: &mut Sources) -> io::Result<Contents> {
    let base = root.join(folder).canonicalize()?;
    let mut walk = Walk {
        root,
        base: base.clone(),
        visited: HashSet::from([base]),
        sources,
        contents: Contents::default(),
    };
    let entries = list(&root.join(folder))?;
    walk.entries(entries);
    Ok(walk.contents)
}

/// Reads one file that must exist, such as a template or a chapter.
///
/// # Errors
/// The diagnostic that says why it cannot be used; its path is `shown`.
pub fn read_file(
    path: &Path,
    shown: &str,
    sources: &mut Sources,
) -> Result<FileId, Box<Diagnostic>> {
    let failed = |sources: &mut Sources, error: io::Error| {
        let span = Span::whole(sources.add(shown, ""));
        let title = format!("`{shown}` cannot be read: {}", plain(&error));
        Box::new(
            Diagnostic::error(UNREADABLE, span, title)
                .help("check that it exists and that you may read it"),
        )
    };
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return Err(failed(sources, error)),
    };
    let Some(bytes) = bytes else {
        let span = Span::whole(sources.add(shown, ""));
        let title = format!("`{shown}` is larger than {} KiB", MAX_FILE_BYTES / 1024);
        let help = "split it, or move what is no record out of the folder";
        return Err(Box::new(
            Diagnostic::error(OVERSIZED, span, title).help(help),
        ));
    };
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(sources.add(shown, text)),
        Err(error) => {
            let at = error.valid_up_to();
            let title = format!("`{shown}` is not UTF-8: byte {} is 0x{:02x}", at, bytes[at]);
            let file = sources.add(shown, &String::from_utf8_lossy(&bytes));
            let span = Span::new(file, at..at + '\u{fffd}'.len_utf8());
            let help = "save the file as UTF-8";
            Err(Box::new(
                Diagnostic::error(NOT_UTF8, span, title)
                    .label("the first such byte")
                    .help(help),
            ))
        }
    }
}

struct Walk<'a> {
    root: &'a Path,
    base: PathBuf,
    visited: HashSet<PathBuf>,
    sources: &'a mut Sources,
    contents: Contents,
}

impl Walk<'_> {
    fn entries(&mut self, entries: Vec<PathBuf>) {
        for path in entries {
            let hidden = path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if !hidden {
                self.entry(&path);
            }
        }
    }

    fn entry(&mut self, path: &Path) {
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(error) => return self.unreadable(path, &error),
        };
        if !real.starts_with(&self.base) {
            let shown = self.shown(path);
            let span = Span::whole(self.sources.add(shown.clone(), ""));
            let title = format!("`{shown}` is a link that leads outside the folder");
            let help = "copy the file here: what is published must be part of the project";
            let found = Diagnostic::error(OUTSIDE, span, title).help(help);
            return self.contents.diagnostics.push(found);
        }
        if !real.is_dir() {
            let shown = self.shown(path);
            match read_file(path, &shown, self.sources) {
                Ok(file) => self.contents.files.push(file),
                Err(found) => self.contents.diagnostics.push(*found),
            }
        } else if self.visited.insert(real) {
            match list(path) {
                Ok(entries) => self.entries(entries),
                Err(error) => self.unreadable(path, &error),
            }
        }
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let shown = self.shown(path);
        let span = Span::whole(self.sources.add(shown.clone(), ""));
        let title = format!("`{shown}` cannot be read: {}", plain(error));
        let found = Diagnostic::error(UNREADABLE, span, title)
            .help("check that it exists and that you may read it");
        self.contents.diagnostics.push(found);
    }

    fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

/// The file's bytes, or `None` when there are more than [`MAX_FILE_BYTES`]; never reads more than that.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let file = fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_FILE_BYTES).then_some(bytes))
}

/// The reason without the number of the operating system.
fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string().to_lowercase(),
    }
}
