//! A place in a file: which file, and which bytes of it.

use std::ops::Range;

/// Names one file of a [`Sources`](crate::Sources).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in one file. An empty range at 0 means the file as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self {
            file,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The file as a whole, for problems that have no place inside it.
    pub fn whole(file: FileId) -> Self {
        Self::new(file, 0..0)
    }

    /// The byte range, for slicing the file's text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the span names no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of this span that begins `from` bytes in and is `length` bytes long, cut at the end of the span.
    pub fn part(self, from: usize, length: usize) -> Self {
        let start = (self.start as usize + from).min(self.end as usize);
        let end = (start + length).min(self.end as usize);
        Self::new(self.file, start..end)
    }
}
