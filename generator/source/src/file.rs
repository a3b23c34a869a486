//! The files a run has seen, by number.

use std::sync::Arc;

use crate::{FileId, LineIndex, Position, Span};

/// One file as it was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the project's root, with `/` between parts.
    pub path: String,
    /// The text without a byte order mark.
    pub text: Arc<str>,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
    lines: LineIndex,
}

impl SourceFile {
    /// What stands in the file, a byte order mark included.
    pub fn on_disk(&self) -> String {
        let mark = if self.bom { "\u{feff}" } else { "" };
        format!("{mark}{}", self.text)
    }

    /// The line index of the text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }
}

/// Every file a run has read, so that a [`Span`] can be shown.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file by its project-relative path; a leading byte order mark is taken off the text.
    pub fn add(&mut self, path: impl Into<String>, text: &str) -> FileId {
        let id = FileId(self.files.len() as u32);
        let bare = text.strip_prefix('\u{feff}');
        let text = bare.unwrap_or(text);
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
            bom: bare.is_some(),
            lines: LineIndex::new(text),
        });
        id
    }

    /// The file named by `id`, which must come from this collection.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Puts `text` in the place of a file's text; spans of the old one no longer fit.
    pub fn replace(&mut self, id: FileId, text: &str) {
        let file = &mut self.files[id.0 as usize];
        file.text = text.into();
        file.lines = LineIndex::new(text);
    }

    /// The bytes of a span; empty if the span does not fit the text.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.range()).unwrap_or("")
    }

    /// Line and column of the span's first byte.
    pub fn position(&self, span: Span) -> Position {
        let file = self.file(span.file);
        file.lines.position(&file.text, span.start as usize)
    }

    /// Line and column of the first byte after the span.
    pub fn end(&self, span: Span) -> Position {
        let file = self.file(span.file);
        file.lines.position(&file.text, span.end as usize)
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let files = self.files.iter().enumerate();
        files.map(|(at, file)| (FileId(at as u32), file))
    }

    /// The file with this project-relative path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.iter()
            .find(|(_, file)| file.path == path)
            .map(|(id, _)| id)
    }
}
