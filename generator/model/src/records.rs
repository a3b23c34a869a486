//! The records of one kind, sorted by id.

use std::ops::Deref;

use source::{FileId, Span};

use crate::{Allow, Id, Kind};

/// One record: its id, its file and what the file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<T> {
    /// The stem of the file's name.
    pub id: Id,
    /// The file.
    pub file: FileId,
    /// What it says.
    pub value: T,
}

impl<T> Record<T> {
    /// The file as a whole.
    pub fn span(&self) -> Span {
        Span::whole(self.file)
    }
}

impl<T> Deref for Record<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What a record of any kind has.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'a Id,
    /// Its file.
    pub file: FileId,
    /// Where its title or name stands.
    pub title: Span,
    /// The findings that it accepts.
    pub allow: &'a [Allow],
}

/// All records of one kind, sorted by id.
#[derive(Clone, Debug)]
pub struct Records<T> {
    sorted: Vec<Record<T>>,
}

impl<T> Records<T> {
    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&Record<T>> {
        let at = self.sorted.binary_search_by(|it| it.id.as_str().cmp(id));
        at.ok().map(|at| &self.sorted[at])
    }

    /// All of them, sorted by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Record<T>> {
        self.sorted.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    pub(crate) fn push(&mut self, record: Record<T>) {
        self.sorted.push(record);
    }

    pub(crate) fn sort(&mut self) {
        self.sorted.sort_by(|a, b| a.id.cmp(&b.id));
    }
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self { sorted: Vec::new() }
    }
}

impl<'a, T> IntoIterator for &'a Records<T> {
    type Item = &'a Record<T>;
    type IntoIter = std::slice::Iter<'a, Record<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
