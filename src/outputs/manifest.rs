//! `manifest.json`: every file of a folder with what it is, how large, its hash and its stamp.
//!
//! It is what says how old a file is in a format that has no place for a stamp: CSV, SVG and PNG.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::destination;

/// The name of the file.
pub(crate) const FILE: &str = "manifest.json";

/// What is in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The revision of the data that the newest of them show.
    pub(crate) revision: String,
    /// The files by their paths from the folder, with slashes.
    pub(crate) files: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// What it is: `Excel workbook`.
    pub(crate) kind: String,
    /// How many bytes it has.
    pub(crate) size: u64,
    /// SHA-256 of them, in hex digits.
    pub(crate) sha256: String,
    /// What it shows, if it was made of the data: a [`document::Stamp`] as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stamp: Option<String>,
}

impl Entry {
    /// The entry of a file with these bytes.
    pub(crate) fn new(kind: &str, bytes: &[u8], stamp: Option<String>) -> Self {
        Self {
            kind: kind.to_owned(),
            size: bytes.len() as u64,
            sha256: sha256(bytes),
            stamp,
        }
    }
}

impl Manifest {
    /// The manifest of `folder`; nothing if there is none, or another program's.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join(FILE)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// The manifest as text: keys in the order of the alphabet.
    pub(crate) fn text(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        super::data::pretty(value)
    }

    /// Notes every file below `folder` that is not listed yet, except the manifest itself and the stamp of the build.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn add_rest(&mut self, folder: &Path) -> io::Result<()> {
        self.add_below(folder, "")
    }

    fn add_below(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add_below(&entry.path(), &format!("{path}/"))?;
            } else if ![destination::STAMP, FILE].contains(&path.as_str())
                && !self.files.contains_key(&path)
            {
                let bytes = fs::read(entry.path())?;
                let kind = match path.rsplit_once('.') {
                    Some((_, "html")) => "page",
                    _ => "part of the book",
                };
                self.files.insert(path, Entry::new(kind, &bytes, None));
            }
        }
        Ok(())
    }
}

/// SHA-256 in hex digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
