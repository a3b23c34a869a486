//! A package: parts by name, what type each has, and how they lead to each other.
//!
//! # Source
//!
//! ECMA-376-2:2021, *Open Packaging Conventions*: parts in 6.2, relationships in 6.5, content types in 7.2.3.

pub(crate) mod content_types;
mod create;
mod names;
pub(crate) mod relationships;
mod target;

use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read, Seek, Write};
use std::sync::Arc;

pub use content_types::ContentTypes;
pub use relationships::{Relationship, Relationships};
pub(crate) use target::{directory_of, resolve};

use crate::zip::{Archive, Change, inflate, save};
use crate::{Error, Result, limits};
use names::Names;

/// The part that tells the type of each other part.
pub(crate) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// An open package. Names of parts have no slash in front, `ppt/presentation.xml`, and are compared without case.
#[derive(Debug)]
pub struct Package<R> {
    source: R,
    archive: Archive,
    names: Names,
    now: Changes,
    read: HashMap<usize, Arc<[u8]>>,
    spent: u64,
}

/// Everything that was changed in a package.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    changes: BTreeMap<usize, Change>,
    added: Vec<(String, Arc<[u8]>)>,
    added_by_name: HashMap<String, usize>,
    types: Vec<(String, Option<String>)>,
}

impl Changes {
    fn put(&mut self, name: &str, bytes: Arc<[u8]>) {
        self.added_by_name
            .insert(names::key(name), self.added.len());
        self.added.push((name.to_owned(), bytes));
    }
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package. Only its directory is read; a part is read when it is asked for.
    ///
    /// # Errors
    /// What is no package, or breaks a limit; see [`Error`].
    pub fn open(mut source: R) -> Result<Self> {
        let archive = Archive::read(&mut source)?;
        let mut package = Self::of(source, archive);
        package.refuse_other_kinds()?;
        Ok(package)
    }

    fn of(source: R, archive: Archive) -> Self {
        let names = Names::of(&archive.records);
        Self {
            source,
            archive,
            names,
            now: Changes::default(),
            read: HashMap::new(),
            spent: 0,
        }
    }

    /// Refuses zips that are documents of other kinds.
    fn refuse_other_kinds(&mut self) -> Result<()> {
        let first = self
            .archive
            .order
            .first()
            .map(|it| &self.archive.records[*it]);
        if let Some(record) = first.filter(|it| it.name == "mimetype") {
            let bytes = inflate(&mut self.source, record, 1 << 10).unwrap_or_default();
            let is = |what: &[u8]| bytes.windows(what.len()).any(|it| it == what);
            return Err(Error::OtherKind(match () {
                () if is(b"epub") => "an EPUB book",
                () if is(b"opendocument.presentation") => "an OpenDocument presentation",
                () if is(b"opendocument") => "an OpenDocument file",
                () => "no Office file, but another that is made of a zip",
            }));
        }
        if !self.has(CONTENT_TYPES) {
            return Err(Error::OtherKind("a zip, but no Office file"));
        }
        Ok(())
    }

    /// The names of all parts, in the order of the directory, then those that were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let kept = self.archive.records.iter().enumerate();
        let kept = kept.filter(|(index, record)| {
            !record.name.ends_with('/')
                && !matches!(self.now.changes.get(index), Some(Change::Removed))
        });
        let added = self.now.added.iter().map(|it| it.0.as_str());
        kept.map(|it| it.1.name.as_str()).chain(added)
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.now.added_by_name.contains_key(&names::key(name)) || self.index(name).is_some()
    }

    /// The index of the record that is the part, unless it was removed.
    fn index(&self, name: &str) -> Option<usize> {
        let index = self.names.first(name)?;
        let removed = matches!(self.now.changes.get(&index), Some(Change::Removed));
        (!removed).then_some(index)
    }

    /// The bytes of a part, as they will be saved.
    ///
    /// # Errors
    /// There is no such part, it cannot be read, or it breaks a limit.
    pub fn part(&mut self, name: &str) -> Result<Arc<[u8]>> {
        if name.eq_ignore_ascii_case(CONTENT_TYPES) {
            self.settle_types()?;
        }
        if let Some(index) = self.now.added_by_name.get(&names::key(name)) {
            return Ok(Arc::clone(&self.now.added[*index].1));
        }
        let index = self
            .index(name)
            .ok_or_else(|| Error::NoPart(name.to_owned()))?;
        if let Some(Change::Bytes(bytes)) = self.now.changes.get(&index) {
            return Ok(Arc::clone(bytes));
        }
        self.original(index)
    }

    /// The bytes of a record, as they were.
    fn original(&mut self, index: usize) -> Result<Arc<[u8]>> {
        if let Some(bytes) = self.read.get(&index) {
            return Ok(Arc::clone(bytes));
        }
        let record = &self.archive.records[index];
        if self.names.is_doubtful(&record.name) {
            return Err(Error::Duplicate(record.name.clone()));
        }
        let left = limits::MAX_TOTAL_BYTES.saturating_sub(self.spent);
        let bytes: Arc<[u8]> = inflate(&mut self.source, record, left)?.into();
        self.spent += bytes.len() as u64;
        self.read.insert(index, Arc::clone(&bytes));
        Ok(bytes)
    }

    /// Gives a part other bytes. The same bytes as before are no change.
    ///
    /// # Errors
    /// There is no such part, or what is there cannot be read.
    pub fn replace(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        if let Some(index) = self.now.added_by_name.get(&names::key(name)) {
            self.now.added[*index].1 = bytes.into();
            return Ok(());
        }
        let index = self
            .index(name)
            .ok_or_else(|| Error::NoPart(name.to_owned()))?;
        if *self.original(index)? == *bytes {
            self.now.changes.remove(&index);
        } else {
            self.now.changes.insert(index, Change::Bytes(bytes.into()));
        }
        Ok(())
    }

    /// Adds a part of a content type.
    ///
    /// # Errors
    /// There is such a part already.
    pub fn add(&mut self, name: &str, content_type: &str, bytes: Vec<u8>) -> Result<()> {
        self.put(name, bytes)?;
        self.now
            .types
            .push((name.to_owned(), Some(content_type.to_owned())));
        Ok(())
    }

    /// Adds a part whose type follows from the end of its name, which is the case for relationships.
    pub(crate) fn put(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        if self.has(name) {
            return Err(Error::PartExists(name.to_owned()));
        }
        self.now.put(name, bytes.into());
        Ok(())
    }

    /// Takes a part out, and its relationships with it. One that is not there is no error.
    pub fn remove(&mut self, name: &str) {
        for it in [name.to_owned(), relationships::part_of(name)] {
            if let Some(index) = self.index(&it) {
                self.now.changes.insert(index, Change::Removed);
            }
            if let Some(index) = self.now.added_by_name.remove(&names::key(&it)) {
                self.now.added.remove(index);
                for at in self
                    .now
                    .added_by_name
                    .values_mut()
                    .filter(|at| **at > index)
                {
                    *at -= 1;
                }
            }
            self.now.types.push((it, None));
        }
    }

    /// The content types of all parts.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn content_types(&mut self) -> Result<ContentTypes> {
        let text = self.text(CONTENT_TYPES)?;
        ContentTypes::read(&text)
    }

    /// Gives a part another content type.
    pub(crate) fn set_type(&mut self, name: &str, content_type: &str) {
        self.now
            .types
            .push((name.to_owned(), Some(content_type.to_owned())));
    }

    /// Writes what is pending into the part of content types: all at once, for each time costs as much as all of them.
    fn settle_types(&mut self) -> Result<()> {
        let pending = std::mem::take(&mut self.now.types);
        if pending.is_empty() {
            return Ok(());
        }
        let text = self.text(CONTENT_TYPES)?;
        let changed = content_types::edited(&text, &pending)?;
        self.replace(CONTENT_TYPES, text.encode(&changed))
    }

    /// `count` names that no part has: the first free numbers between `front` and `back`.
    pub fn free_names(&self, front: &str, back: &str, count: usize) -> Vec<String> {
        let numbered = (1_u32..).map(|it| format!("{front}{it}{back}"));
        numbered.filter(|it| !self.has(it)).take(count).collect()
    }

    /// Whether anything differs from what was opened.
    ///
    /// # Errors
    /// The content types cannot be read.
    pub fn is_changed(&mut self) -> Result<bool> {
        self.settle_types()?;
        Ok(!self.now.changes.is_empty() || !self.now.added.is_empty())
    }

    /// The names of the parts that were changed or added.
    pub(crate) fn touched(&self) -> Vec<String> {
        let changed = self
            .now
            .changes
            .iter()
            .filter(|it| matches!(it.1, Change::Bytes(_)));
        let changed = changed.map(|it| self.archive.records[*it.0].name.clone());
        changed
            .chain(self.now.added.iter().map(|it| it.0.clone()))
            .collect()
    }

    /// Names that more than one record has, or that differ only in case.
    pub(crate) fn doubtful_names(&self) -> Vec<String> {
        self.names.doubtful().map(str::to_owned).collect()
    }

    /// Takes all changes out, so that the package is what was opened.
    pub(crate) fn take_changes(&mut self) -> Result<Changes> {
        self.settle_types()?;
        Ok(std::mem::take(&mut self.now))
    }

    /// Puts the changes back.
    pub(crate) fn put_changes(&mut self, them: Changes) {
        self.now = them;
    }

    /// Does all of something, or nothing of it.
    ///
    /// # Errors
    /// That of `act`; the package is as it was before.
    pub fn attempt<T>(&mut self, act: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let before = self.now.clone();
        act(self).inspect_err(|_| self.now = before)
    }

    /// Writes the package. Every record that was not changed is copied byte for byte, in its place, without inflating it.
    ///
    /// # Errors
    /// The content types cannot be read, or reading or writing fails.
    pub fn save(&mut self, out: &mut impl Write) -> Result<()> {
        self.settle_types()?;
        save(
            &self.archive,
            &mut self.source,
            &self.now.changes,
            &self.now.added,
            out,
        )
    }
}

impl Package<Cursor<Vec<u8>>> {
    /// A package with nothing in it but the types of relationships and of XML.
    pub fn new() -> Self {
        let mut package = Self::of(Cursor::new(Vec::new()), Archive::empty());
        package
            .now
            .put(CONTENT_TYPES, create::CONTENT_TYPES.as_bytes().into());
        package
    }
}

impl Package<Cursor<Vec<u8>>> {
    /// A package of these parts, each with its name: the types of all stand in one of them, `[Content_Types].xml`.
    ///
    /// # Errors
    /// Two parts have one name, or that one is missing.
    pub fn of_parts(parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self> {
        let mut package = Self::of(Cursor::new(Vec::new()), Archive::empty());
        for (name, bytes) in parts {
            package.put(&name, bytes)?;
        }
        match package.has(CONTENT_TYPES) {
            true => Ok(package),
            false => Err(Error::NoPart(CONTENT_TYPES.to_owned())),
        }
    }
}

impl Default for Package<Cursor<Vec<u8>>> {
    fn default() -> Self {
        Self::new()
    }
}
